public import Foundation
public import KurusHTTP
public import KurusJSON

/// Sends requests to one server and judges what comes back.
///
/// Every request is sent once. Credentials are the signer's; none are kept here.
public struct APIClient: Sendable {
    private let server: APIServer
    private let transport: any HTTPTransport
    private let signer: (any RequestSigner)?
    private let refusals: any RefusalRule
    private let timeout: Duration

    /// - Parameters:
    ///   - server: Where operations are that have no servers of their own.
    ///   - signer: Adds credentials; nil for an API without.
    ///   - refusals: Which responses are a "no".
    ///   - timeout: The longest that one exchange may take.
    public init(
        server: APIServer, transport: any HTTPTransport, signer: (any RequestSigner)? = nil,
        refusals: any RefusalRule = StatusRefusals(), timeout: Duration = .seconds(30)
    ) {
        self.server = server
        self.transport = transport
        self.signer = signer
        self.refusals = refusals
        self.timeout = timeout
    }

    /// The JSON content of a successful answer, read as JSON whatever media type it claims.
    public func send<T: JSONReadable>(_ request: APIRequest) async throws(APIError) -> T {
        try await success(of: request).json()
    }

    /// A successful answer whose content is ignored.
    public func send(_ request: APIRequest) async throws(APIError) {
        _ = try await success(of: request)
    }

    /// The content of a successful answer as text.
    public func sendForText(_ request: APIRequest) async throws(APIError) -> String {
        try await success(of: request).text()
    }

    /// The content of a successful answer as it is.
    public func sendForData(_ request: APIRequest) async throws(APIError) -> Data {
        try await success(of: request).data()
    }

    /// The answer, whatever its status, unless it is a refusal.
    public func response(to request: APIRequest) async throws(APIError) -> APIResponse {
        let outcome = RequestOutcome(request, timeout: timeout)
        let prepared = try signed(request)
        guard !Task.isCancelled else { throw outcome.cancelledBeforeSending }
        let response: HTTPResponse
        do {
            response = try await transport.send(prepared, timeout: timeout)
        } catch {
            throw outcome.failure(error)
        }
        if let error = outcome.judgement(of: response, refusals.meaning(of: response)) { throw error }
        return APIResponse(response, outcome)
    }

    private func success(of request: APIRequest) async throws(APIError) -> APIResponse {
        let response = try await response(to: request)
        guard 200..<300 ~= response.status else { throw response.undocumented() }
        return response
    }

    private func signed(_ request: APIRequest) throws(APIError) -> HTTPRequest {
        var prepared = try request.httpRequest(to: server)
        do {
            try signer?.sign(&prepared, security: request.requirements)
        } catch {
            throw request.notSent("it could not be signed (\(type(of: error)))")
        }
        // What a signer adds is held to the same rule as every header (RFC 9110 §5.5).
        if let field = prepared.fields.first(where: {
            !HTTPSyntax.isFieldValue($0.value) || !HTTPSyntax.isToken($0.name)
        }) {
            throw request.notSent("the field \(field.name.filter { !$0.isNewline }) holds a control character")
        }
        return prepared
    }
}

extension APIClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIClient(\(server))" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
