import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decides over a client's retries.
struct Retries: Sendable {
    private let policy: RetryPolicy
    private let budget: RetryBudget

    init(_ policy: RetryPolicy) {
        self.policy = policy
        budget = RetryBudget(policy.budget)
    }

    /// How long to wait before a read's next attempt; nil when what it came to is to be judged.
    ///
    /// - Parameter remaining: The time that is left for all of it.
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

    /// nil when the server asks for more patience than there is.
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
    /// How long the server asks to wait, zero for a date that has passed; nil where it asks for nothing that can be read.
    static func delay(_ fields: HTTPFields, now: Date) -> Duration? {
        let values = fields.values(of: "Retry-After")
        guard values.count == 1, let value = values.first?.withoutOptionalWhitespace, !value.isEmpty else { return nil }
        if value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            // More digits than a century has seconds: longer than anybody waits.
            return .seconds(value.utf8.count < 10 ? Int(value) ?? .max : .max)
        }
        return HTTPDate.seconds(value, now: now).map { .seconds(max(Double($0) - now.timeIntervalSince1970, 0)) }
    }
}
