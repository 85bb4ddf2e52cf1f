public import Foundation
import IyzicoMassPayoutAPI

/// How a payout at the provider differs from what was ordered; only a commission may.
public enum PayoutMismatch: Hashable, Sendable {
    /// It belongs to another order.
    case externalID
    /// The provider does not have this item.
    case missingItem(String)
    /// The provider has an item that was not ordered.
    case unexpectedItem(String)
    /// The provider has this item twice.
    case repeatedItem(String)
    /// The amount differs.
    case amount(itemID: String, ordered: Decimal, found: Decimal?)
    /// The currency differs.
    case currency(itemID: String, ordered: String, found: String?)
}

extension PayoutMismatch {
    /// Returns the differences of a payout that may be another one: it must have this id, and a payout that another
    /// party started under it and did not cancel must match the order.
    static func ofForeign(_ state: PayoutState, _ found: PayoutSnapshot) -> [PayoutMismatch] {
        if let id = found.payout.externalId, id != state.payout.id { return [.externalID] }
        guard state.isFollowed || state.isStartedElsewhere, found.status != .canceled else { return [] }
        let refused = Set(found.refusedIDs).union(state.request?.refusedItems ?? [])
        return between(state.payout, found, refused: refused)
    }

    /// - Parameter refused: The items that the provider is known to have refused.
    static func between(
        _ ordered: RecordedPayout, _ snapshot: PayoutSnapshot, refused: Set<String>
    ) -> [PayoutMismatch] {
        var mismatches: [PayoutMismatch] = []
        if let id = snapshot.payout.externalId, id != ordered.id { mismatches.append(.externalID) }
        var expected = Dictionary(ordered.items.map { ($0.id, $0) }) { first, _ in first }
        for id in refused { expected[id] = nil }
        var found: Set<String> = []
        for item in snapshot.items {
            let id = item.itemExternalId ?? ""
            if !found.insert(id).inserted { mismatches.append(.repeatedItem(id)) }
            guard let order = expected[id] else {
                mismatches.append(.unexpectedItem(id))
                continue
            }
            mismatches += differences(order, item, ordered.currency, snapshot.payout.currency)
        }
        let missing = ordered.items.map(\.id).filter { expected[$0] != nil && !found.contains($0) }
        return mismatches + missing.map { .missingItem($0) }
    }

    private static func differences(
        _ order: RecordedItem, _ item: MassPayoutItemDetail, _ currency: String, _ payoutCurrency: String?
    ) -> [PayoutMismatch] {
        var differences: [PayoutMismatch] = []
        if item.totalAmount != order.amount {
            differences.append(.amount(itemID: order.id, ordered: order.amount, found: item.totalAmount))
        }
        let found = item.currencyCode ?? payoutCurrency
        if found != currency {
            differences.append(.currency(itemID: order.id, ordered: currency, found: found))
        }
        return differences
    }
}

/// A difference between an order and the journal's order of the same id.
public enum PlanDifference: Hashable, Sendable {
    /// The journal does not have this item.
    case added(itemID: String)
    /// The order lacks this item.
    case missing(itemID: String)
    /// The amount differs.
    case amount(itemID: String, recorded: Decimal, given: Decimal)
    /// The recipient differs.
    case recipient(itemID: String)
    /// The currency differs.
    case currency(recorded: String, given: String)
    /// It is divided into different payouts, or an item was moved.
    case division
    /// A recipient's name, a description, the purpose or the order of the items.
    case other(payoutID: String)
}

extension PlanDifference {
    /// Returns all differences; empty for equal orders.
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
