/// What to do when the provider accepts a payout without some of its items.
public enum InvalidItemsPolicy: Hashable, Sendable {
    /// Nobody is paid: the payout is cancelled, and the items are reported.
    case stop
    /// Those that were accepted are paid.
    case payTheRest
}
