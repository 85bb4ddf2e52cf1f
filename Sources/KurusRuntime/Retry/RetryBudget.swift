import Synchronization

/// The retries that a client and its copies still have: a bucket that never holds more than at first.
final class RetryBudget: Sendable {
    /// A retry is worth this many requests that needed none.
    private static let requestsPerRetry = 10

    private let capacity: Int
    private let tokens: Mutex<Int>

    init(_ retries: Int) {
        let (tokens, overflow) = max(retries, 0).multipliedReportingOverflow(by: Self.requestsPerRetry)
        capacity = overflow ? .max : tokens
        self.tokens = Mutex(capacity)
    }

    /// Takes one retry; false when none is left.
    func take() -> Bool {
        tokens.withLock { tokens in
            guard tokens >= Self.requestsPerRetry else { return false }
            tokens -= Self.requestsPerRetry
            return true
        }
    }

    /// Counts a request that needed no further attempt.
    func giveBack() {
        tokens.withLock { $0 = min($0 + 1, capacity) }
    }
}
