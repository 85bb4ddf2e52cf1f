public import Foundation

/// What a payout came to.
public enum JournalStep: Hashable, Sendable {
    /// initialize is about to be sent.
    case initializing
    /// The initialize announced last was certainly not carried out: it did not leave this machine, or was refused.
    case notInitialized
    /// The provider has a payout of this id that this journal never started: it is never initialized or authorized from
    /// here on.
    case startedElsewhere
    /// initialize was answered; ids of the items that it refused.
    case initialized(requestID: String, refusedItems: [String])
    /// From here on this payout is this request, for good: it is never initialized again.
    case pinned(requestID: String, refusedItems: [String])
    /// The payer handed the payout over: from here on a worker may authorize it, on any machine (`PayoutWorker`).
    case released
    /// authorize is about to be sent, by the writer of this line and nobody else.
    ///
    /// - number: Counted from 1, never the same again for a payout. 0 in a line of a journal's first version, which had
    ///   no numbers; a history numbers those.
    case authorizing(requestID: String, number: Int)
    /// The authorize of that number did not leave this machine.
    ///
    /// - writer: The token of the line that announced it, which only its writer gives; nil in a journal's first version.
    case authorizationNotSent(number: Int, writer: String?)
    /// Authorized by someone that this journal does not know: read only, by its requestId where that is known.
    case following(requestID: String?)
    /// The payer gave the payout up: it is never authorized from here on.
    case cancelling(requestID: String?)
    /// What reading it gave when nothing was open any more, or when the payer gave up what was never authorized.
    case ended([RecordedEnd])
}

/// The end of one item.
public struct RecordedEnd: Hashable, Sendable {
    /// The item's id in its order.
    public let itemID: String
    /// The end as the provider reported it.
    public let end: ItemEnd
    /// The provider's code of the item, where it was told.
    public let referenceCode: String?
    /// What the provider charged, in the payout's currency, where it was told.
    public let commission: Decimal?

    /// An item's end, as the journal keeps it.
    public init(itemID: String, end: ItemEnd, referenceCode: String? = nil, commission: Decimal? = nil) {
        self.itemID = itemID
        self.end = end
        self.referenceCode = referenceCode
        self.commission = commission
    }
}
