import KurusHTTP

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
