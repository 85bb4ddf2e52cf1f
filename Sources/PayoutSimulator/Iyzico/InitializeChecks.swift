import Foundation
import IyzicoMassPayoutAPI

/// What the pages require of an initialize and its items.
struct InitializeChecks {
    private let request: MassPayoutInitializeRequest
    private let rule: ItemOutcomeRule

    init(_ request: MassPayoutInitializeRequest, _ rule: ItemOutcomeRule) {
        self.request = request
        self.rule = rule
    }

    /// What becomes of each item.
    ///
    /// - Throws: the refusal of the whole request, when a field of it is missing or no item can be accepted.
    func outcomes() throws(IyzicoFailure) -> [ItemOutcome] {
        if request.externalId.isEmpty { throw .mandatory("externalId") }
        if request.conversationId.isEmpty { throw .mandatory("conversationId") }
        if request.items.isEmpty { throw .mandatory("items") }
        var ids: Set<String> = []
        let outcomes = request.items.map { item in
            let isRepeated = !ids.insert(item.itemExternalId).inserted
            return isRepeated || problem(of: item) != nil ? .isInvalid : rule.outcome(item)
        }
        guard outcomes.contains(where: { $0 != .isInvalid }) else {
            var failure = IyzicoFailure.refused("no item was accepted")
            failure.invalidItems = invalidItems(outcomes)
            throw failure
        }
        return outcomes
    }

    /// The items that were not accepted, and why.
    func invalidItems(_ outcomes: [ItemOutcome]) -> [MassPayoutInvalidItem] {
        guard outcomes.contains(.isInvalid) else { return [] }
        return zip(request.items, outcomes).filter { $0.1 == .isInvalid }.map { item, _ in
            MassPayoutInvalidItem(
                externalId: item.itemExternalId, errorMessage: problem(of: item) ?? "the item is not accepted",
                errorCode: .string("11"))
        }
    }

    private func problem(of item: MassPayoutItem) -> String? {
        if item.itemExternalId.isEmpty { return "itemExternalId is mandatory" }
        if item.recipientInfo.isEmpty { return "recipientInfo is mandatory" }
        if item.description.isEmpty { return "description is mandatory" }
        if case .unrecognized = item.recipientType { return "recipientType is unknown" }
        if item.recipientType == .iban, item.recipientName?.isEmpty != false { return "recipientName is mandatory" }
        if item.amount.value <= 0 { return "amount must be positive" }
        if item.amount.currency != request.items.first?.amount.currency { return "a payout has one currency" }
        return nil
    }
}
