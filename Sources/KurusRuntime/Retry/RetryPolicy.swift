#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// When a read that failed is sent again: after a broken or missing connection, the end of an attempt's time, and the
/// statuses 408, 429, 502, 503 and 504. A write is never sent again, whatever the policy.
///
/// The delay is drawn evenly between nothing and a bound that doubles with every attempt ("full jitter"). A Retry-After of
/// the response (RFC 9110 §10.2.3) makes it longer, never shorter.
public struct RetryPolicy: Sendable {
    /// The most attempts that a request has, the first one included; one at least.
    public var attempts: Int
    /// The bound of the delay before the second attempt.
    public var firstDelay: Duration
    /// What the bound grows to.
    public var longestDelay: Duration
    /// The longest Retry-After that is waited for; a longer one ends the request with the error it is at.
    public var longestRetryAfter: Duration
    /// The retries that a client has in store when it is made, and never more. Every retry takes one, and ten requests
    /// that need none give one back: when a server fails them all, retries stop adding to its load.
    public var budget: Int
    /// Draws the jitter, from 0 up to but not including 1.
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
    /// Whether a status says that the request may fare better later.
    static func isRetried(_ status: Int) -> Bool {
        [408, 429, 502, 503, 504].contains(status)
    }

    /// The bound of the delay after an attempt, counted from 1.
    func bound(after attempt: Int) -> Duration {
        var bound = firstDelay
        for _ in 1..<max(attempt, 1) where bound < longestDelay {
            bound = bound * 2
        }
        return min(bound, longestDelay)
    }
}

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
