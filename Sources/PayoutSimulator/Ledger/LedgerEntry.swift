public import Foundation
public import IyzicoMassPayoutAPI
import KurusRuntime

/// One thing that happened at the simulated provider: applied in order, entries give its whole state.
public enum LedgerEntry: Hashable, Sendable {
    /// The first entry of a ledger: the money there is to pay from.
    case opened(balance: Decimal)
    /// A payout was stored.
    case initialized(InitializedPayout)
    /// A payout was authorized, or authorized once more and paid again.
    case authorized(requestID: String, payments: [Payment], debited: Decimal)
    /// A payout was authorized without enough balance.
    case insufficientBalance(requestID: String)
    /// A payout was cancelled.
    case canceled(requestID: String)
    /// Authorized payouts went one step on; returned is what their failed items gave back to the balance.
    case advanced(requestIDs: [String], returned: Decimal)
}

/// A payout as it was initialized, with what becomes of each item.
public struct InitializedPayout: Hashable, Sendable {
    public let requestID: String
    public let request: MassPayoutInitializeRequest
    /// As many as the request has items, in their order.
    public let outcomes: [ItemOutcome]
    /// What each item costs beside its amount.
    public let commission: Decimal
}

extension LedgerEntry {
    var payments: [Payment] {
        if case .authorized(_, let payments, _) = self { payments } else { [] }
    }
}

extension LedgerEntry: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What happened to which payout, without its items.
    public var description: String {
        switch self {
        case .opened: "opened"
        case .initialized(let payout): "initialized \(payout.requestID)"
        case .authorized(let requestID, let payments, _): "authorized \(requestID), \(payments.count) payments"
        case .insufficientBalance(let requestID): "insufficient balance for \(requestID)"
        case .canceled(let requestID): "canceled \(requestID)"
        case .advanced(let requestIDs, _): "advanced \(requestIDs.joined(separator: ", "))"
        }
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
