public import Foundation

/// How an order differs from the one that the journal has under its id.
public enum PlanDifference: Hashable, Sendable {
    /// The journal does not have this item.
    case added(itemID: String)
    /// The order lacks this item.
    case missing(itemID: String)
    /// The amount is another one.
    case amount(itemID: String, recorded: Decimal, given: Decimal)
    /// The recipient is another one.
    case recipient(itemID: String)
    /// The currency is another one.
    case currency(recorded: String, given: String)
    /// It is cut into other payouts, or an item was moved.
    case division
    /// A recipient's name, a description, the purpose or the order of the items.
    case other(payoutID: String)
}

extension PlanDifference {
    /// Every difference; empty for equal orders.
    static func between(_ recorded: RecordedPlan, _ given: RecordedPlan) -> [PlanDifference] {
        let differences = items(recorded, given) + currencies(recorded, given)
        guard differences.isEmpty else { return differences }
        guard recorded.payouts.map(\.id) == given.payouts.map(\.id) else { return [.division] }
        return zip(recorded.payouts, given.payouts).compactMap { recorded, given in
            if recorded.bodyHash == given.bodyHash { return nil }
            return Set(recorded.items) == Set(given.items) ? .other(payoutID: given.id) : .division
        }
    }

    private static func items(_ recorded: RecordedPlan, _ given: RecordedPlan) -> [PlanDifference] {
        let recordedItems = recorded.payouts.flatMap(\.items)
        let givenItems = given.payouts.flatMap(\.items)
        let byID = Dictionary(recordedItems.map { ($0.id, $0) }) { first, _ in first }
        let givenIDs = Set(givenItems.map(\.id))
        let changed = givenItems.flatMap { item in
            byID[item.id].map { changes($0, item) } ?? [.added(itemID: item.id)]
        }
        return changed + recordedItems.filter { !givenIDs.contains($0.id) }.map { .missing(itemID: $0.id) }
    }

    private static func changes(_ recorded: RecordedItem, _ given: RecordedItem) -> [PlanDifference] {
        var changes: [PlanDifference] = []
        if recorded.amount != given.amount {
            changes.append(.amount(itemID: given.id, recorded: recorded.amount, given: given.amount))
        }
        if recorded.recipient != given.recipient { changes.append(.recipient(itemID: given.id)) }
        return changes
    }

    private static func currencies(_ recorded: RecordedPlan, _ given: RecordedPlan) -> [PlanDifference] {
        guard let recorded = recorded.payouts.first?.currency, let given = given.payouts.first?.currency,
            recorded != given
        else { return [] }
        return [.currency(recorded: recorded, given: given)]
    }
}
