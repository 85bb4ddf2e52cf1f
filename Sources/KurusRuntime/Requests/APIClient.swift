public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Sends requests to one server and judges the responses.
///
/// A write is sent once, whatever happens; a read is repeated by the retry policy, if one is given. The signer holds
/// the credentials; the client keeps none.
public struct APIClient: Sendable {
    private let server: APIServer
    private let transport: any HTTPTransport
    private let signer: (any RequestSigner)?
    private let refusals: any RefusalRule
    private let times: AttemptTimes
    private let retries: Retries
    private let hooks: (any APIHooks)?

    /// A client of one server.
    ///
    /// - Parameters:
    ///   - server: The server of operations without servers of their own.
    ///   - transport: Sends the requests.
    ///   - signer: Adds credentials to every attempt; nil for an API without.
    ///   - refusals: Decides which responses are refusals.
    ///   - timeout: The longest duration of one attempt.
    ///   - deadline: The longest duration of all attempts and the pauses between them.
    ///   - retry: The policy for repeating reads; the client and its copies share one budget.
    ///   - hooks: Called before and after each attempt.
    ///   - clock: The clock for all times.
    public init(
        server: APIServer, transport: any HTTPTransport, signer: (any RequestSigner)? = nil,
        refusals: any RefusalRule = StatusRefusals(), timeout: Duration = .seconds(30),
        deadline: Duration = .seconds(120), retry: RetryPolicy = .none, hooks: (any APIHooks)? = nil,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.server = server
        self.transport = transport
        self.signer = signer
        self.refusals = refusals
        times = AttemptTimes(timeout: timeout, deadline: deadline, clock: clock)
        retries = Retries(retry)
        self.hooks = hooks
    }

    /// Sends a request and reads the JSON content of a successful answer, whatever media type it claims.
    public func send<T: JSONReadable>(_ request: APIRequest) async throws(APIError) -> T {
        try await success(of: request).json()
    }

    /// Sends a request and reads the members of a form in a successful answer (application/x-www-form-urlencoded).
    public func sendForForm<T: JSONReadable>(
        _ request: APIRequest, _ encodings: [String: FormEncoding] = [:]
    ) async throws(APIError) -> T {
        try await success(of: request).form(T.self, encodings)
    }

    /// Sends a request and reads the parts of a successful multipart answer.
    public func sendForMultipart<T: MultipartModel>(_ request: APIRequest) async throws(APIError) -> T {
        try await success(of: request).multipart()
    }

    /// Sends a request and ignores the content of a successful answer.
    public func send(_ request: APIRequest) async throws(APIError) {
        _ = try await success(of: request)
    }

    /// Sends a request and returns the content of a successful answer as text.
    public func sendForText(_ request: APIRequest) async throws(APIError) -> String {
        try await success(of: request).text()
    }

    /// Sends a request and returns the content of a successful answer unchanged.
    public func sendForData(_ request: APIRequest) async throws(APIError) -> Data {
        try await success(of: request).data()
    }

    /// Sends a request and returns the answer, whatever its status, unless it is a refusal.
    public func response(to request: APIRequest) async throws(APIError) -> APIResponse {
        let prepared = try request.httpRequest(to: server)
        let elapsed = times.start()
        var attempt = 1
        while true {
            let outcome = RequestOutcome(request, attempt: attempt, timeout: times.timeout(after: elapsed()))
            let result = try await attemptResult(prepared, request, outcome)
            let remaining = times.deadline - elapsed()
            guard request.effect.isRead,
                let delay = await retries.delay(after: result, attempt: attempt, within: remaining)
            else { return try judged(result, outcome) }
            try await pause(delay)
            attempt += 1
        }
    }

    private func success(of request: APIRequest) async throws(APIError) -> APIResponse {
        let response = try await response(to: request)
        guard 200..<300 ~= response.status else { throw response.undocumented() }
        return response
    }

    /// Signs and sends the request once.
    private func attemptResult(
        _ prepared: HTTPRequest, _ request: APIRequest, _ outcome: RequestOutcome
    ) async throws(APIError) -> AttemptResult {
        let signed = try signed(prepared, request, outcome)
        guard !Task.isCancelled else { throw outcome.cancelledBeforeSending }
        guard outcome.timeout > .zero else { throw outcome.noTimeLeft }
        let report = AttemptReport(hooks, APIAttempt(request, signed, outcome), times)
        let result: AttemptResult
        do {
            result = .success(try await transport.send(signed, timeout: outcome.timeout))
        } catch {
            result = .failure(TransportError(judging: error))
        }
        report.end(result)
        return result
    }

    private func judged(_ result: AttemptResult, _ outcome: RequestOutcome) throws(APIError) -> APIResponse {
        switch result {
        case .failure(let failure): throw outcome.failure(failure)
        case .success(let response):
            if let error = outcome.judgement(of: response, refusals.meaning(of: response)) { throw error }
            return APIResponse(response, outcome)
        }
    }

    private func pause(_ delay: Duration) async throws(APIError) {
        do {
            try await times.clock.sleep(for: delay)
        } catch {
            throw .cancelled
        }
    }

    private func signed(
        _ prepared: HTTPRequest, _ request: APIRequest, _ outcome: RequestOutcome
    ) throws(APIError) -> HTTPRequest {
        var signed = prepared
        do {
            try signer?.sign(&signed, security: request.requirements)
        } catch {
            throw outcome.notSent("it could not be signed (\(type(of: error)))")
        }
        // A signer's fields must follow the same rule as every header (RFC 9110 §5.5).
        if let field = signed.fields.first(where: { !HTTPSyntax.isFieldValue($0.value) }) {
            throw outcome.notSent("the field \(field.name) holds a control character")
        }
        return signed
    }
}

extension APIClient: MaskedText {
    public var description: String { "APIClient(\(server))" }
}
