import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

/// The pages' requirements for an initialize and its items.
struct InitializeChecks {
    let request: MassPayoutInitializeRequest
    let rule: ItemOutcomeRule

    /// The outcome of each item.
    ///
    /// - Throws: The refusal of the whole request, when a field is missing or no item can be accepted.
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

/// Writes the amounts of an answer with eight decimals, as iyzico does: `20.00000000`.
enum AmountDecimals {
    private static let count = 8
    private static let names: Set<String> = [
        "balance", "totalAmount", "totalSuccessfulAmount", "totalCommissionAmount", "commissionAmount",
    ]

    /// Returns the content with padded amounts; content that is not JSON is unchanged.
    static func padded(_ content: [UInt8]) -> [UInt8] {
        guard let value = try? JSONReader.read(JSONValue.self, from: content) else { return content }
        return JSONWriter.bytes(of: padded(value))
    }

    private static func padded(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(padded))
        case .object(let object): .object(padded(object))
        default: value
        }
    }

    private static func padded(_ object: JSONObject) -> JSONObject {
        var result = object
        for member in object.members {
            if names.contains(member.name), case .number(let number) = member.value {
                result[member.name] = .number(padded(number))
            } else {
                result[member.name] = padded(member.value)
            }
        }
        return result
    }

    private static func padded(_ number: JSONNumber) -> JSONNumber {
        let parts = number.text.split(separator: ".")
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard let whole = parts.first, fraction.utf8.count < count, !number.text.contains("e") else { return number }
        let zeros = String(repeating: "0", count: count - fraction.utf8.count)
        return JSONNumber(text: "\(whole).\(fraction)\(zeros)") ?? number
    }
}
