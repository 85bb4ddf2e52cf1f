import Foundation
import KurusRuntime

/// Prints and reflects as its description alone, in which whatever looks like an account, a phone or an identity number
/// is masked: people use those as ids.
public protocol MaskedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension MaskedText {
    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension PayoutReference: MaskedText {
    public var description: String {
        switch self {
        case .requestID(let id): Redaction.masked("request \(id)")
        case .externalID(let id): Redaction.masked("payout \(id)")
        }
    }
}

extension PayoutRequest: MaskedText {
    public var description: String {
        Redaction.masked("request \(id)") + (refusedItems.isEmpty ? "" : ", \(refusedItems.count) items refused")
    }
}

extension PayoutState: MaskedText {
    public var description: String {
        Redaction.masked("\(payout.id) of \(planID): \(request?.description ?? "no request")")
            + ", authorized \(authorizations) times"
    }
}

extension JournalReading: MaskedText {
    public var description: String { "\(plans.count) plans, \(payouts.count) payouts" }
}

extension RecordedPlan: MaskedText {
    public var description: String { Redaction.masked("plan \(id) of \(payouts.count) payouts") }
}

extension RecordedPayout: MaskedText {
    public var description: String { Redaction.masked("payout \(id) of \(items.count) items, \(currency)") }
}

extension RecordedItem: MaskedText {
    public var description: String { Redaction.masked("item \(id): \(amount)") }
}

extension RecordedEnd: MaskedText {
    public var description: String { Redaction.masked("item \(itemID): \(end.rawValue)") }
}

extension JournalStep: MaskedText {
    public var description: String {
        Redaction.masked(String(decoding: JSONWriter.bytes(of: JournalEntry.step(payoutID: "…", self)), as: UTF8.self))
    }
}

extension JournalEntry: MaskedText {
    public var description: String {
        switch self {
        case .plan(let plan): plan.description
        case .step: Redaction.masked(String(decoding: JSONWriter.bytes(of: self), as: UTF8.self))
        }
    }
}
