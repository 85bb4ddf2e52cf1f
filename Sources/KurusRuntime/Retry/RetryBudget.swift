/// The retries that a client and its copies still have: a bucket that never holds more than at first.
///
/// An actor and not a lock: importing the module of locks alone takes who compiles a client longer than all of this.
actor RetryBudget {
    /// A retry is worth this many requests that needed none.
    private static let requestsPerRetry = 10

    private let capacity: Int
    private var tokens: Int

    init(_ retries: Int) {
        let (tokens, overflow) = max(retries, 0).multipliedReportingOverflow(by: Self.requestsPerRetry)
        capacity = overflow ? .max : tokens
        self.tokens = capacity
    }

    /// Takes one retry; false when none is left.
    func take() -> Bool {
        guard tokens >= Self.requestsPerRetry else { return false }
        tokens -= Self.requestsPerRetry
        return true
    }

    /// Counts a request that needed no further attempt.
    func giveBack() {
        tokens = min(tokens + 1, capacity)
    }
}
