#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decides when a failed read is sent again: after a broken or missing connection, an attempt's timeout, and the
/// statuses 408, 429, 502, 503 and 504. A write is never sent again, whatever the policy.
///
/// The delay is random between zero and a bound that doubles with every attempt ("full jitter"). A Retry-After field
/// (RFC 9110 §10.2.3) can only make it longer.
public struct RetryPolicy: Sendable {
    /// The maximum number of attempts, including the first; at least one.
    public var attempts: Int
    /// The bound of the delay before the second attempt.
    public var firstDelay: Duration
    /// The maximum of the bound.
    public var longestDelay: Duration
    /// The longest Retry-After that is obeyed; a longer one ends the request with its current error.
    public var longestRetryAfter: Duration
    /// The initial and maximum number of retries that a client has in store. Every retry takes one, and ten requests
    /// without a retry return one, so that retries stop adding load to a failing server.
    public var budget: Int
    /// Returns the jitter, from 0 up to but not including 1.
    public var jitter: @Sendable () -> Double
    /// The wall clock, for a Retry-After that is a date.
    public var now: @Sendable () -> Date

    /// A policy with these limits.
    public init(
        attempts: Int = 4, firstDelay: Duration = .milliseconds(200), longestDelay: Duration = .seconds(10),
        longestRetryAfter: Duration = .seconds(30), budget: Int = 20,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.attempts = attempts
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.longestRetryAfter = longestRetryAfter
        self.budget = budget
        self.jitter = jitter
        self.now = now
    }

    /// One attempt.
    public static let none = RetryPolicy(attempts: 1)

    /// Up to four attempts within the client's deadline.
    public static let standard = RetryPolicy()
}

extension RetryPolicy {
    /// Whether a request with this status may succeed later.
    static func isRetried(_ status: Int) -> Bool {
        [408, 429, 502, 503, 504].contains(status)
    }

    /// Returns the bound of the delay after an attempt, counted from 1.
    func bound(after attempt: Int) -> Duration {
        var bound = firstDelay
        for _ in 1..<max(attempt, 1) where bound < longestDelay {
            bound = bound * 2
        }
        return min(bound, longestDelay)
    }
}

/// The retries that a client and its copies have left: a bucket that never exceeds its initial content.
///
/// It is an actor, because importing the module of locks would cost every client more compile time than this file.
actor RetryBudget {
    /// The number of requests without a retry that earn one retry.
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
