public import Foundation
public import KurusRuntime

/// Why a payout did not come to its end, what that means for the money, and what to do.
public struct PayoutError: Error, Hashable, Sendable {
    /// The payer's id of the payout.
    public let payoutID: String
    /// The provider's id of it, where it is known.
    public let requestID: String?
    /// What kept the payout from its end.
    public let kind: Kind
    /// What may have happened to the money.
    public let money: MoneyMoved

    /// An error about one payout.
    public init(payoutID: String, requestID: String?, kind: Kind, money: MoneyMoved) {
        self.payoutID = payoutID
        self.requestID = requestID
        self.kind = kind
        self.money = money
    }

    /// What may have happened to the money.
    public enum MoneyMoved: Hashable, Sendable {
        /// Nothing moved by this journal, and nothing will without a further call.
        case nothing
        /// It was authorized, or may have been, here or elsewhere: nobody here can say what is paid. Never pay it in
        /// another way before that is known.
        case unknown
    }

    /// What kept a payout from its end.
    public enum Kind: Hashable, Sendable {
        /// The journal could not be read or written; nothing is sent without one.
        case journal(JournalError)
        /// The journal has another order under this id.
        case differentOrder([PlanDifference])
        /// Other orders of the journal have paid what it would pay, or may yet pay it.
        case repeats(OrderRepeats)
        /// Another run is at work on it: whose, where that is known.
        case alreadyRunning(LeaseOwner?)
        /// Another run wrote to the journal what this one did not expect; this one took no further step.
        case overtaken
        /// The journal has no payout of this id.
        case unknownPayout
        /// initialize was never confirmed, and its body is needed to repeat it.
        case orderNeeded
        /// A worker may not authorize it: the payer has not released it.
        case notReleased
        /// The provider has a payout of this id that is not the one of this journal, or one that somebody else
        /// authorized. An authorization may be under way: only cancelling it, read back as CANCELED, clears it.
        ///
        /// - initializations: How often this journal initialized it, or may have. Above 1 it may be its own, made by a
        ///   repeated initialize.
        case startedElsewhere(initializations: Int)
        /// Cancelling needs the requestId, which the journal and the provider's answers do not tell.
        case requestIDNeeded
        /// It could not be read or initialized.
        case notInitialized(PayoutReadError)
        /// The provider refused to initialize it.
        case refused(Refusal, items: [RefusedItem])
        /// Items were refused, so nobody is paid. `isCanceled`: whether the rest was read back as CANCELED.
        case itemsRefused([RefusedItem], isCanceled: Bool)
        /// What the provider has is not what was ordered.
        case mismatch([PayoutMismatch])
        /// The caller's word for another authorization came too soon after the last one.
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
    /// nil where the provider did not say which.
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
