public import Foundation
public import JuspayPayoutAPI
public import KurusRuntime

/// Keeps the balances for as long as Juspay does.
///
/// Juspay documents that it keeps its answer for 30 minutes and asks that the call is not repeated meanwhile.
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

    /// Balances that are read when they are first asked for.
    ///
    /// - Parameters:
    ///   - operations: Juspay, or what stands in its place.
    ///   - lifetime: For how long an answer is given again.
    ///   - clock: Measures how old an answer is.
    public init(
        _ operations: any JuspayPayoutOperations, lifetime: Duration = .seconds(30 * 60),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.operations = operations
        self.lifetime = lifetime
        elapsed = clock.stopwatch()
    }

    /// The last answer, however old; nil when there was none. A later error does not take it away.
    public var kept: KeptBalances? {
        answer.map { KeptBalances(accounts: $0.accounts, age: elapsed() - $0.askedAt) }
    }

    /// The kept answer while it is younger than its lifetime, else a new one.
    ///
    /// - Throws: the error of asking; what was kept is still in `kept`.
    public func balances() async throws(APIError) -> KeptBalances {
        if let kept, kept.age < lifetime { return kept }
        return try await refresh()
    }

    /// A new answer. Whoever asks while another waits for one gets the same: one request is sent for all, and it goes on
    /// when one of them is cancelled.
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

    /// The time since the answer was asked for. Juspay itself may have kept it for up to 30 minutes more:
    /// `AccountBalance.lastUpdated` says as of when a balance is.
    public let age: Duration

    /// Balances that were read so long ago.
    public init(accounts: AccountBalances, age: Duration) {
        self.accounts = accounts
        self.age = age
    }

    /// The balance of an account, exact; nil when there is no such account or it states none.
    public subscript(_ account: String) -> Decimal? { accounts[account]?.balance }
}
