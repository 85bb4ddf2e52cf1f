public import Foundation
public import KurusRuntime

/// The reason why a payout did not end, the consequence for the money, and advice.
public struct PayoutError: Error, Hashable, Sendable {
    /// The payer's id of the payout.
    public let payoutID: String
    /// The provider's id of it, if known.
    public let requestID: String?
    /// The reason why the payout did not end.
    public let kind: Kind
    /// Whether money may have moved.
    public let money: MoneyMoved

    /// An error about one payout.
    public init(payoutID: String, requestID: String?, kind: Kind, money: MoneyMoved) {
        self.payoutID = payoutID
        self.requestID = requestID
        self.kind = kind
        self.money = money
    }

    /// Whether money may have moved.
    public enum MoneyMoved: Hashable, Sendable {
        /// This journal moved nothing, and nothing will move without a further call.
        case nothing
        /// It was or may have been authorized, here or elsewhere, and may be paid. Never pay it in another way before
        /// its end is known.
        case unknown
    }

    /// The reason why a payout did not end.
    public enum Kind: Hashable, Sendable {
        /// The journal could not be read or written; nothing is sent without one.
        case journal(JournalError)
        /// The journal has another order under this id.
        case differentOrder([PlanDifference])
        /// Other orders of the journal have paid the same items or may still pay them.
        case repeats(OrderRepeats)
        /// Another run works on it, named if known.
        case alreadyRunning(LeaseOwner?)
        /// Another run wrote an unexpected line to the journal; this one took no further step.
        case overtaken
        /// The journal has no payout of this id.
        case unknownPayout
        /// initialize was never confirmed, and its body is needed to repeat it.
        case orderNeeded
        /// The payer has not released it, so a worker may not authorize it.
        case notReleased
        /// The provider has a payout of this id that is not this journal's, or that another party authorized. An
        /// authorization may be under way; only a cancellation that reads back as CANCELED clears it.
        ///
        /// - initializations: How often this journal initialized it or may have. Above 1 it may be its own, created by
        ///   a repeated initialize.
        case startedElsewhere(initializations: Int)
        /// Cancelling needs the requestId, which neither the journal nor the provider's answers have.
        case requestIDNeeded
        /// It could not be read or initialized.
        case notInitialized(PayoutReadError)
        /// The provider refused to initialize it.
        case refused(Refusal, items: [RefusedItem])
        /// Items were refused, so nobody is paid. `isCanceled`: whether the rest was read back as CANCELED.
        case itemsRefused([RefusedItem], isCanceled: Bool)
        /// The provider has a different payout than was ordered.
        case mismatch([PayoutMismatch])
        /// The caller's confirmation for another authorization came too soon after the last one.
        case tooSoonToAuthorizeAgain(earliest: Date)
        /// authorize did not leave this machine.
        case authorizationNotSent(NotSent)
        /// authorize was sent, its answer does not settle it, and the payout still reads as not authorized, or cannot be
        /// read.
        case outcomeUnknown(APIError?, PayoutReadError?)
        /// cancel was sent, and the payout does not read as CANCELED.
        case cancellationUnknown(APIError?)
        /// Authorized, and not at its end when patience or reading ended.
        case stillOpen(PayoutReport?, PayoutReadError?)
        /// The task that waited was cancelled.
        case interrupted
    }
}

/// An item that initialize refused.
public struct RefusedItem: Hashable, Sendable {
    /// The item's id; nil if the provider did not name it.
    public let itemID: String?
    /// The provider's code, where it gave one.
    public let errorCode: String?
    /// The provider's words as they came: they may hold people's data.
    public let message: String?

    /// A refusal of one item.
    public init(itemID: String?, errorCode: String?, message: String?) {
        self.itemID = itemID
        self.errorCode = errorCode
        self.message = message
    }
}

extension PayoutError: MaskedText {
    /// The failure and the advice, without recipients.
    public var description: String {
        "payout \(payoutID): \(kind). " + moneyText + advice
    }

    private var moneyText: String {
        switch money {
        case .nothing: "No money was moved. "
        case .unknown: "Money may have been moved. "
        }
    }

    /// Advice about the next step.
    public var advice: String {
        switch kind {
        case .journal: "Make the journal usable, then resume."
        case .differentOrder: "Resume it with the order that the journal has, or give another order another id."
        case .repeats: "Cancel the other order, wait for its end, or name it as one that may be repeated."
        case .alreadyRunning, .overtaken: "Wait for the other run, then resume."
        case .unknownPayout: "Check the id, and which journal is read."
        case .orderNeeded: "Resume it with the order."
        case .notReleased: "Resume it, or enqueue its order."
        case .startedElsewhere(let initializations):
            "If nobody else is paying it, cancel it (payouts cancel \(payoutID)), and once it reads CANCELED, order it anew "
                + "under another id."
                + (initializations > 1 ? " It may be this journal's own, which initialized it more than once." : "")
        case .requestIDNeeded:
            "Find its requestId where it was started or at the provider, and cancel it by that (payouts cancel "
                + "\(payoutID) --request-id REQUEST)."
        case .notInitialized(let error) where error.isAboutKeys:
            "Check the keys: the provider does not take them, or not on this host. Then resume."
        case .notInitialized: "Resume it when the provider can be reached."
        case .refused:
            "Correct what the provider refuses, then resume, or cancel it and order it again under another id."
        case .itemsRefused: "Order it again under another id, with these items corrected or left out."
        case .mismatch: "Do not pay it. Cancel it, and ask the provider."
        case .tooSoonToAuthorizeAgain(let earliest):
            "Resume it later, which reads it; authorize it again from \(JournalTime.text(earliest)) on, or cancel it."
        case .authorizationNotSent: "Resume it."
        case .outcomeUnknown:
            "Resume it later: reading settles it when the provider has it. If it stays so, cancel it and see it read "
                + "CANCELED, or ask the provider before you authorize it again: what a repeated authorize does is not "
                + "documented."
        case .cancellationUnknown: "Cancel it again later."
        case .stillOpen: "Resume it later, which only reads."
        case .interrupted: "Resume it."
        }
    }
}

extension PayoutError.Kind: MaskedText {
    public var description: String {
        switch self {
        case .journal(let error): "\(error)"
        case .differentOrder(let differences): "the journal has another order under this id: \(Self.list(differences))"
        case .repeats(let repeats): "\(repeats)"
        case .alreadyRunning(let owner): "another run is at work on it" + (owner.map { ": \($0)" } ?? "")
        case .overtaken: "another run wrote to the journal at the same time"
        case .unknownPayout: "the journal does not know it"
        case .orderNeeded: "initialize was never confirmed, and repeating it needs the order"
        case .notReleased: "it is not authorized, and was not handed over to workers"
        case .startedElsewhere: "the provider has a payout of this id that was started or authorized elsewhere"
        case .requestIDNeeded: "its requestId is not known here"
        case .notInitialized(let error): "it could not be set up: \(error)"
        case .refused(let refusal, let items): "the provider refuses it: \(refusal.codeText)\(Self.tail(items))"
        case .itemsRefused(let items, let isCanceled):
            "items were refused\(Self.tail(items)); the rest \(isCanceled ? "is cancelled" : "was never authorized")"
        case .mismatch(let mismatches): "the provider has something else than was ordered: \(Self.list(mismatches))"
        case .tooSoonToAuthorizeAgain: "its last authorization may still be on its way"
        case .authorizationNotSent(let error): "\(error)"
        case .outcomeUnknown(let error, let readError):
            (readError.map { "it cannot be read (\($0))" } ?? "it still reads as not authorized")
                + ", and whether an authorization is under way is not known" + Self.reason(error)
        case .cancellationUnknown(let error): "it does not read as cancelled" + Self.reason(error)
        case .stillOpen(let report, let error):
            "it is not at its end" + (report.map { ": \($0)" } ?? "") + (error.map { " (\($0))" } ?? "")
        case .interrupted: "the run was stopped"
        }
    }

    private static func list(_ elements: [some MaskedText]) -> String {
        elements.map(\.description).joined(separator: ", ")
    }

    private static func reason(_ error: APIError?) -> String {
        error.map { " (\($0.plainText))" } ?? ""
    }

    private static func tail(_ items: [RefusedItem]) -> String {
        items.isEmpty ? "" : ": \(list(items))"
    }
}

extension OrderRepeats: MaskedText {
    public var description: String {
        let whole = wholeOrders.map { "all of it is in the order \($0)" }
        return (whole + refused.map(\.description)).joined(separator: ", ")
    }
}

extension RepeatedItem: MaskedText {
    public var description: String {
        let id = ItemID.text(itemID)
        let end = earlier.end == .open ? "open" : earlier.end.rawValue
        let place =
            "\(end) in the order \(earlier.orderID)" + (earlier.recordedAt.map { " of \(JournalTime.day($0))" } ?? "")
        switch kind {
        case .sameContent: return "\(id) is \(place), for the same recipient and amount"
        case .sameIDAndRecipient: return "\(id) is \(place), for the same recipient and another amount"
        case .sameIDOfAnotherRecipient: return "\(id) is \(place), for another recipient"
        }
    }
}

extension RefusedItem: MaskedText {
    /// The item and the error code, without the provider's message, which may name the recipient.
    public var description: String {
        [itemID.map(ItemID.text) ?? "an item", errorCode.map(Redaction.masked)].compactMap(\.self)
            .joined(separator: " ")
    }
}

extension PlanDifference: MaskedText {
    public var description: String {
        switch self {
        case .added(let id): "\(ItemID.text(id)) is new"
        case .missing(let id): "\(ItemID.text(id)) is missing"
        case .amount(let id, let recorded, let given): "\(ItemID.text(id)) was \(recorded), is \(given)"
        case .recipient(let id): "\(ItemID.text(id)) has another recipient"
        case .currency(let recorded, let given): "the currency was \(recorded), is \(given)"
        case .division: "it is divided into other payouts"
        case .other(let id): "a name, a description, the purpose or the order of the items of \(id)"
        }
    }
}

extension PayoutMismatch: MaskedText {
    public var description: String {
        switch self {
        case .externalID: "it has another externalId"
        case .missingItem(let id): "\(ItemID.text(id)) is missing"
        // The provider's ids may hold anything.
        case .unexpectedItem(let id): "\(Redaction.masked(id)) was not ordered"
        case .repeatedItem(let id): "\(Redaction.masked(id)) is there more than once"
        case .amount(let id, let ordered, let found):
            "\(ItemID.text(id)) has \(found.map { "\($0)" } ?? "no amount"), not \(ordered)"
        case .currency(let id, let ordered, let found):
            "\(ItemID.text(id)) is in \(found.map(Redaction.masked) ?? "no currency"), not \(ordered)"
        }
    }
}
