/// One line of a journal: ids, amounts and what was about to be done; no credentials, no recipient, no name.
public enum JournalEntry: Hashable, Sendable {
    /// What is to be paid, written before the first call.
    case plan(RecordedPlan)
    /// A step of one payout, by the payout's id.
    case step(payoutID: String, JournalStep)
}

/// What a payout came to.
public enum JournalStep: Hashable, Sendable {
    /// initialize is about to be sent.
    case initializing
    /// The initialize announced last was certainly not carried out: it did not leave this machine, or was refused.
    case notInitialized
    /// The provider has a payout of this id that this journal never started: it is never initialized from here on.
    case startedElsewhere
    /// initialize was answered; ids of the items that it refused.
    case initialized(requestID: String, refusedItems: [String])
    /// From here on this payout is this request, for good: it is never initialized again.
    case pinned(requestID: String, refusedItems: [String])
    /// authorize is about to be sent.
    case authorizing(requestID: String)
    /// The authorize announced last did not leave this machine.
    case authorizationNotSent
    /// Authorized by someone that this journal does not know: read only, by its requestId where that is known.
    case following(requestID: String?)
    /// The payer gave the payout up: it is never authorized from here on.
    case cancelling(requestID: String?)
    /// What reading it gave when nothing was open any more, or when the payer gave up what was never authorized.
    case ended([RecordedEnd])
}

/// The end of one item.
public struct RecordedEnd: Hashable, Sendable {
    public let itemID: String
    public let end: ItemEnd

    public init(itemID: String, end: ItemEnd) {
        self.itemID = itemID
        self.end = end
    }
}
