public import KurusHTTP

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
