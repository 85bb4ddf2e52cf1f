import Foundation
public import KurusRuntime

// Ids of payouts and requests are shown unmasked, because payers look them up by these; `ItemID` shows ids of items. No
// description names a recipient or holds a text of the provider.

extension PayoutReference: MaskedText {
    public var description: String {
        switch self {
        case .requestID(let id): "request \(id)"
        case .externalID(let id): "payout \(id)"
        }
    }
}

extension PayoutRequest: MaskedText {
    public var description: String {
        "request \(id)" + (refusedItems.isEmpty ? "" : ", \(refusedItems.count) items refused")
    }
}

extension PayoutState: MaskedText {
    public var description: String {
        "\(payout.id) of \(orderID): \(request?.description ?? "no request")"
            + ", authorized \(authorizations) times"
    }
}

extension PayoutHistory: MaskedText {
    public var description: String { "\(state), \(lines.count) lines" }
}

extension JournaledOrder: MaskedText {
    public var description: String { "\(plan), \(standing.rawValue)" }
}

extension RecordedPlan: MaskedText {
    public var description: String { "plan \(id) of \(payouts.count) payouts" }
}

extension RecordedPayout: MaskedText {
    public var description: String { "payout \(id) of \(items.count) items, \(currency)" }
}

extension RecordedItem: MaskedText {
    public var description: String { "item \(ItemID.text(id)): \(amount)" }
}

extension RecordedEnd: MaskedText {
    public var description: String { "item \(ItemID.text(itemID)): \(end.rawValue)" }
}

extension JournalStep: MaskedText {
    public var description: String {
        let line = StoredLine(.step(payoutID: "…", self))
        return Redaction.masked(String(decoding: JSONWriter.bytes(of: line), as: UTF8.self))
    }
}

extension JournalLine: MaskedText {
    public var description: String { "\(number): \(step)" }
}

extension JournalAppend: MaskedText {
    public var description: String { "\(payoutID) after \(after): \(step)" }
}

extension EarlierItem: MaskedText {
    public var description: String { "\(ItemID.text(itemID)) (\(end.rawValue) in \(orderID))" }
}

extension RepeatQuery.Item: MaskedText {
    public var description: String { "item \(ItemID.text(id)): \(amount) \(currency)" }
}

extension RepeatQuery: MaskedText {
    public var description: String { "what \(items.count) items of \(orderID) repeat" }
}

extension OrderRecording: MaskedText {
    public var description: String { "recording of \(plan)" }
}
