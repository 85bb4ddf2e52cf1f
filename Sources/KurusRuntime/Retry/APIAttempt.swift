public import KurusHTTP
import KurusJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One attempt of a request, as reported to hooks.
public struct APIAttempt: Hashable, Sendable, CustomStringConvertible {
    /// The operation's name.
    public let operation: String
    /// The request's method.
    public let method: HTTPMethod
    /// The template of the path, without the values of its variables.
    public let template: String
    /// The host, with its port if the URL names one; long numbers are masked.
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

/// Observes every attempt, for logs and measurements: names, counts and times, never content or a field's value.
///
/// Methods run on the task that waits for the answer, which continues when they return.
public protocol APIHooks: Sendable {
    /// The request was built and signed, and is about to be sent.
    func attemptBegins(_ attempt: APIAttempt)

    /// The attempt is over.
    ///
    /// - Parameters:
    ///   - attempt: The attempt that was given to `attemptBegins`.
    ///   - ending: How it ended.
    ///   - duration: The time since `attemptBegins`, by the client's clock.
    func attemptEnded(_ attempt: APIAttempt, _ ending: APIAttemptEnding, duration: Duration)
}

/// The end of an attempt, before its response is judged.
public enum APIAttemptEnding: Hashable, Sendable {
    /// A response came, with this status (RFC 9110 §15).
    case response(status: Int)
    /// No response came.
    case failure(TransportError.Kind)
}

/// Formats the caller's identifiers.
enum IdentifierText {
    /// ` (name: value, …)` by name, masked; empty without any.
    static func text(_ identifiers: [String: String]) -> String {
        guard !identifiers.isEmpty else { return "" }
        let pairs = identifiers.sorted { $0.key < $1.key }.map { "\($0.key): \(Redaction.masked($0.value))" }
        return " (\(pairs.joined(separator: ", ")))"
    }
}

/// Reports the start and end of an attempt to the hooks.
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

/// The result of one attempt: a response of any status, or an error.
typealias AttemptResult = Result<HTTPResponse, TransportError>

/// The time limits of a request, and the clock that measures them.
struct AttemptTimes: Sendable {
    /// The longest duration of one attempt.
    let timeout: Duration
    /// The longest duration of all attempts and the pauses between them.
    let deadline: Duration
    let clock: any Clock<Duration>

    /// Starts measuring; the result returns the time since then.
    func start() -> @Sendable () -> Duration {
        clock.stopwatch()
    }

    /// Returns the time limit of the next attempt.
    func timeout(after elapsed: Duration) -> Duration {
        min(timeout, deadline - elapsed)
    }
}

extension Clock where Duration == Swift.Duration {
    /// Returns a function that measures the time since this call, for a clock whose instant type is erased.
    package func stopwatch() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}
