/// A step that was taken, for whoever watches.
public enum PayoutProgress: Hashable, Sendable {
    /// The order is in the journal.
    case recorded(items: Int)
    /// initialize is about to be sent, for the first time or again.
    case initializing(attempt: Int)
    /// The provider has the payout; nothing moves yet.
    case initialized(requestID: String, refusedItems: Int)
    /// The provider has every item as it was ordered.
    case verified(requestID: String)
    /// authorize is about to be sent.
    case authorizing(requestID: String)
    /// It was read, and where its items stand.
    case read(PayoutReport)
    /// cancel is about to be sent.
    case cancelling(requestID: String)
}
