import KurusHTTP

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
