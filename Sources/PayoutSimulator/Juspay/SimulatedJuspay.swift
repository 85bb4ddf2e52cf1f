public import Foundation
import JuspayPayoutAPI
import JuspayPayoutStub
public import KurusRuntime
import Synchronization

/// Juspay's balances of payout accounts, simulated: it caches an answer for 30 minutes, as the provider does.
public final class SimulatedJuspay: Sendable {
    /// The two forms in which Juspay's pages document an error.
    public enum ErrorShape: Hashable, Sendable, CaseIterable {
        /// `{"errorCode": …}`
        case plain
        /// `{"response": {"errorCode": …}, "code": …}`
        case wrapped
    }

    private let credentials: SimulatedCredentials?
    private let errorShape: ErrorShape
    private let now: @Sendable () -> Date
    private let state: Mutex<State>

    private struct State {
        var accounts: [String: Decimal]
        var kept: (answer: AccountBalances, at: Date)?
    }

    private static let keptFor: TimeInterval = 30 * 60

    /// - Parameters:
    ///   - credentials: The accepted credentials; nil accepts everyone.
    ///   - accounts: The balances by account, named gateway_rail.
    public init(
        credentials: SimulatedCredentials? = nil,
        accounts: [String: Decimal] = ["DUMMY_IMPS": 1_111.44, "DUMMY_UPI": 250_000],
        errorShape: ErrorShape = .plain,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.credentials = credentials
        self.errorShape = errorShape
        self.now = now
        state = Mutex(State(accounts: accounts))
    }

    /// Changes the balance of an account, or opens one; answers show it when the kept one is too old.
    public func setBalance(of account: String, to balance: Decimal) {
        state.withLock { $0.accounts[account] = balance }
    }

    public func receive(_ request: HTTPRequest) async -> Delivery {
        if let failure = credentials?.juspayFailure(of: request) {
            return .answer(response(to: failure))
        }
        let response = await JuspayPayoutServer(SimulatedBalances(juspay: self)).respond(to: request)
        return .answer(response.status == 404 ? self.response(to: .notFound) : response)
    }

    func balances() -> AccountBalances {
        state.withLock { state in
            let now = now()
            if let kept = state.kept, now.timeIntervalSince(kept.at) < Self.keptFor { return kept.answer }
            let wholeSeconds = DateTime(Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down)))
            let answer = state.accounts.mapValues { AccountBalance(lastUpdated: wholeSeconds, balance: $0) }
            state.kept = (answer, now)
            return answer
        }
    }

    private func response(to failure: JuspayFailure) -> HTTPResponse {
        switch errorShape {
        case .plain: .json(failure.status, failure.error)
        case .wrapped:
            .json(
                failure.status,
                PayoutErrorResponse(response: failure.error, code: .number(JSONNumber(failure.status))))
        }
    }
}

/// Juspay's one operation.
private struct SimulatedBalances: JuspayPayoutOperations {
    let juspay: SimulatedJuspay

    func getBalances() async throws(APIError) -> AccountBalances { juspay.balances() }
}

/// A failure of the simulated Juspay, with the codes of its pages.
struct JuspayFailure: Hashable, Sendable {
    let status: Int
    let code: PayoutErrorCode
    let message: String

    static let keyMissing = JuspayFailure(status: 401, code: .e04, message: "API key missing")
    static let invalidKey = JuspayFailure(status: 401, code: .e02, message: "invalid API key")
    static let notFound = JuspayFailure(status: 404, code: .e09, message: "not found")

    var error: PayoutError {
        PayoutError(errorCode: code, errorMessage: message, userMessage: message, error: .boolean(true))
    }
}
