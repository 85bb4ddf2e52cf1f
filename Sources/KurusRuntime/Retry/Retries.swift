import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decides about a client's retries.
struct Retries: Sendable {
    private let policy: RetryPolicy
    private let budget: RetryBudget

    init(_ policy: RetryPolicy) {
        self.policy = policy
        budget = RetryBudget(policy.budget)
    }

    /// Returns the delay before a read's next attempt; nil when the result is final.
    ///
    /// - Parameter remaining: The time left for the whole request.
    func delay(after result: AttemptResult, attempt: Int, within remaining: Duration) async -> Duration? {
        guard isRetryable(result) else {
            await budget.giveBack()
            return nil
        }
        guard attempt < policy.attempts, let delay = delay(after: result, attempt), delay < remaining,
            await budget.take()
        else { return nil }
        return delay
    }

    private func isRetryable(_ result: AttemptResult) -> Bool {
        switch result {
        case .success(let response): RetryPolicy.isRetried(response.status)
        case .failure(let failure): failure.isRetryable
        }
    }

    /// Returns nil when the server asks for a longer delay than the policy allows.
    private func delay(after result: AttemptResult, _ attempt: Int) -> Duration? {
        let drawn = policy.bound(after: attempt) * min(max(policy.jitter(), 0), 1)
        guard case .success(let response) = result,
            let asked = RetryAfter.delay(response.fields, now: policy.now())
        else { return drawn }
        return asked > policy.longestRetryAfter ? nil : max(asked, drawn)
    }
}

/// The Retry-After field (RFC 9110 §10.2.3): seconds from now, or a date.
private enum RetryAfter {
    /// Returns the delay that the server asks for, zero for a past date; nil when the field is missing or unreadable.
    static func delay(_ fields: HTTPFields, now: Date) -> Duration? {
        let values = fields.values(of: "Retry-After")
        guard values.count == 1, let value = values.first?.withoutOptionalWhitespace, !value.isEmpty else { return nil }
        if value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            // More than nine digits are longer than any limit.
            return .seconds(value.utf8.count < 10 ? Int(value) ?? .max : .max)
        }
        return HTTPDate.seconds(value, now: now).map { .seconds(max(Double($0) - now.timeIntervalSince1970, 0)) }
    }
}
