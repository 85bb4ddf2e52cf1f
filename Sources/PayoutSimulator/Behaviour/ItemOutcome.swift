public import IyzicoMassPayoutAPI
import KurusRuntime

/// What becomes of an item, known to the simulator from the start.
public enum ItemOutcome: String, Hashable, Sendable, CaseIterable {
    /// INIT, PROCESSING, QUEUED, SUCCESS.
    case succeeds = "SUCCESS"
    /// INVALID: named in the answer to initialize, never paid.
    case isInvalid = "INVALID"
    /// As far as FAILED, and no further.
    case fails = "FAILED"
    /// FAILED, then DEPOSIT_SUCCESS: amount and commission come back to the balance.
    case isReturned = "DEPOSIT_SUCCESS"
    /// FAILED, then DEPOSIT_FAIL: nothing comes back.
    case returnFails = "DEPOSIT_FAIL"
}

/// Decides what becomes of an item, once, when its payout is initialized.
///
/// Items that lack what the pages require are INVALID whatever the rule says.
public struct ItemOutcomeRule: Sendable {
    let outcome: @Sendable (MassPayoutItem) -> ItemOutcome

    public init(_ outcome: @escaping @Sendable (MassPayoutItem) -> ItemOutcome) {
        self.outcome = outcome
    }

    public static let everyItemSucceeds = ItemOutcomeRule { _ in .succeeds }

    /// By a mark anywhere in the item's description, for payrolls to try things out with: `[invalid]`, `[failed]`,
    /// `[returned]` and `[return failed]`; an item without one succeeds.
    public static let byDescription = ItemOutcomeRule { item in
        marks.first { item.description.contains($0.mark) }?.outcome ?? .succeeds
    }

    private static let marks: [(mark: String, outcome: ItemOutcome)] = [
        ("[invalid]", .isInvalid), ("[failed]", .fails), ("[returned]", .isReturned), ("[return failed]", .returnFails),
    ]
}
