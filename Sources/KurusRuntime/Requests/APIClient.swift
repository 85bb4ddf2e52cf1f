public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Sends requests to one server and judges what comes back.
///
/// A write is sent once, whatever happens to it; a read again as the retry policy says, and only when it is given one.
/// Credentials are the signer's; none are kept here.
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
    ///   - server: Where operations are that have no servers of their own.
    ///   - transport: Sends the requests.
    ///   - signer: Adds credentials to every attempt; nil for an API without.
    ///   - refusals: Which responses are a "no".
    ///   - timeout: The longest that one attempt may take.
    ///   - deadline: The longest that all attempts and the waiting between them may take.
    ///   - retry: When a read is sent again; the client and its copies share one budget.
    ///   - hooks: Told before and after each attempt.
    ///   - clock: What all times are measured with.
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
        // What a signer adds is held to the same rule as every header (RFC 9110 §5.5).
        if let field = signed.fields.first(where: {
            !HTTPSyntax.isFieldValue($0.value) || !HTTPSyntax.isToken($0.name)
        }) {
            throw outcome.notSent("the field \(field.name.filter { !$0.isNewline }) holds a control character")
        }
        return signed
    }
}

extension APIClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIClient(\(server))" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Is told of every attempt, for logs and measurements: names, counts and times, never content and never a field's value.
///
/// Called on the task that waits for the answer, which goes on when the call returns.
public protocol APIHooks: Sendable {
    /// The request was built and signed, and is about to be sent.
    func attemptBegins(_ attempt: APIAttempt)

    /// The attempt is over.
    ///
    /// - Parameters:
    ///   - attempt: The attempt, as `attemptBegins` was given it.
    ///   - ending: How it ended.
    ///   - duration: From the call of `attemptBegins` on, by the client's clock.
    func attemptEnded(_ attempt: APIAttempt, _ ending: APIAttemptEnding, duration: Duration)
}

/// How an attempt ended. What the response says is judged later.
public enum APIAttemptEnding: Hashable, Sendable {
    /// A response came, with this status (RFC 9110 §15).
    case response(status: Int)
    /// No response came.
    case failure(TransportError.Kind)
}
