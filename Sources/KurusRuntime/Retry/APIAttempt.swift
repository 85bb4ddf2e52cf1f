public import KurusHTTP
import KurusJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One attempt of a request, as hooks are told of it.
public struct APIAttempt: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name.
    public let operation: String
    /// The request's method.
    public let method: HTTPMethod
    /// The template of the path, without the values of its variables.
    public let template: String
    /// The host, with its port if the URL names one; numbers as in texts are masked.
    public let host: String
    /// Counted from 1.
    public let attempt: Int
    /// The caller's identifiers of the request (`APIRequest.identify`), masked.
    public let identifiers: [String: String]

    init(_ request: APIRequest, _ sent: HTTPRequest, _ outcome: RequestOutcome) {
        operation = outcome.operation
        method = request.method
        template = request.template
        let port = sent.url.port.map { ":\($0)" } ?? ""
        host = Redaction.masked(sent.url.host(percentEncoded: false) ?? "") + port
        attempt = outcome.attempt
        identifiers = outcome.identifiers.mapValues(Redaction.masked)
    }

    public var description: String {
        "\(operation): \(method) \(template) at \(host), attempt \(attempt)\(IdentifierText.text(identifiers))"
    }
}

/// The caller's identifiers in a text.
enum IdentifierText {
    /// ` (name: value, …)` by name, masked; empty without any.
    static func text(_ identifiers: [String: String]) -> String {
        guard !identifiers.isEmpty else { return "" }
        let pairs = identifiers.sorted { $0.key < $1.key }.map { "\($0.key): \(Redaction.masked($0.value))" }
        return " (\(pairs.joined(separator: ", ")))"
    }
}

/// Tells the hooks when an attempt begins and when it ends.
struct AttemptReport: Sendable {
    private let hooks: (any APIHooks)?
    private let attempt: APIAttempt
    private let elapsed: @Sendable () -> Duration

    init(_ hooks: (any APIHooks)?, _ attempt: APIAttempt, _ times: AttemptTimes) {
        self.hooks = hooks
        self.attempt = attempt
        elapsed = times.start()
        hooks?.attemptBegins(attempt)
    }

    func end(_ result: AttemptResult) {
        let ending: APIAttemptEnding =
            switch result {
            case .success(let response): .response(status: response.status)
            case .failure(let failure): .failure(failure.kind)
            }
        hooks?.attemptEnded(attempt, ending, duration: elapsed())
    }
}

/// What one attempt came to: a response, whatever it says, or why there is none.
typealias AttemptResult = Result<HTTPResponse, TransportError>

/// The time that a request has, and the clock that measures it.
struct AttemptTimes: Sendable {
    /// The longest that one attempt may take.
    let timeout: Duration
    /// The longest that all attempts and the waiting between them may take.
    let deadline: Duration
    let clock: any Clock<Duration>

    /// Starts measuring; the result tells the time since then.
    func start() -> @Sendable () -> Duration {
        clock.stopwatch()
    }

    /// What the next attempt may take after so much has passed.
    func timeout(after elapsed: Duration) -> Duration {
        min(timeout, deadline - elapsed)
    }
}

extension Clock where Duration == Swift.Duration {
    /// Tells how much time has passed since this call, on a clock whose instants are not known by their type.
    package func stopwatch() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}
