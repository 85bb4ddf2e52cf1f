public import Foundation
public import JuspayPayoutAPI

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
