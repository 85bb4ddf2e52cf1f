public import Foundation
public import JuspayPayoutAPI
public import KurusRuntime

/// Caches the balances for as long as Juspay does.
///
/// Juspay documents that it caches its answer for 30 minutes and asks callers not to repeat the call in that time.
public actor JuspayBalances {
    private let operations: any JuspayPayoutOperations
    private let lifetime: Duration
    /// The time since this was made.
    private let elapsed: @Sendable () -> Duration
    private var answer: Answer?
    private var request: Task<Result<Answer, APIError>, Never>?

    private struct Answer {
        let accounts: AccountBalances
        let askedAt: Duration
    }

    /// Creates balances that are read on first use.
    ///
    /// - Parameters:
    ///   - operations: Juspay, or a substitute.
    ///   - lifetime: How long an answer is reused.
    ///   - clock: Measures how old an answer is.
    public init(
        _ operations: any JuspayPayoutOperations, lifetime: Duration = .seconds(30 * 60),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.operations = operations
        self.lifetime = lifetime
        elapsed = clock.stopwatch()
    }

    /// The last answer, however old; nil before the first. A later error does not remove it.
    public var kept: KeptBalances? {
        answer.map { KeptBalances(accounts: $0.accounts, age: elapsed() - $0.askedAt) }
    }

    /// Returns the kept answer while it is younger than its lifetime, else a new one.
    ///
    /// - Throws: The request's error; `kept` still holds the last answer.
    public func balances() async throws(APIError) -> KeptBalances {
        if let kept, kept.age < lifetime { return kept }
        return try await refresh()
    }

    /// Requests a new answer. Concurrent callers share one request, which continues when one of them is cancelled.
    public func refresh() async throws(APIError) -> KeptBalances {
        let request = self.request ?? ask()
        let answer = try await request.value.get()
        return KeptBalances(accounts: answer.accounts, age: elapsed() - answer.askedAt)
    }

    private func ask() -> Task<Result<Answer, APIError>, Never> {
        let askedAt = elapsed()
        let task = Task {
            let result: Result<Answer, APIError>
            do throws(APIError) {
                result = .success(Answer(accounts: try await operations.getBalances(), askedAt: askedAt))
            } catch {
                result = .failure(error)
            }
            keep(result)
            return result
        }
        request = task
        return task
    }

    private func keep(_ result: Result<Answer, APIError>) {
        request = nil
        if case .success(let answer) = result { self.answer = answer }
    }
}

/// An answer with the balances, and how old it is.
public struct KeptBalances: Hashable, Sendable {
    /// The balances by account, named gateway_rail, such as `YESBIZ_UPI`. No currency is stated.
    public let accounts: AccountBalances

    /// The time since the answer was requested. Juspay itself may have cached it for up to 30 minutes before:
    /// `AccountBalance.lastUpdated` is the time of a balance.
    public let age: Duration

    /// Creates balances of this age.
    public init(accounts: AccountBalances, age: Duration) {
        self.accounts = accounts
        self.age = age
    }

    /// The exact balance of an account; nil when the account is missing or has no balance.
    public subscript(_ account: String) -> Decimal? { accounts[account]?.balance }
}
