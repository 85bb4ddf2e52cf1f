/// Where an item stands, in the payer's words; the raw values are the journal's.
public enum ItemEnd: String, Hashable, Sendable, CaseIterable {
    /// SUCCESS: sent to the bank and completed.
    case paid
    /// FAILED: not paid, and its amount not yet returned to the balance ("refund pending"). It is closed all the same,
    /// since nothing of it can be paid any more, and it is never offered for payment again by itself.
    case failed
    /// DEPOSIT_SUCCESS: failed, and its amount and commission were returned to the balance.
    case refunded
    /// DEPOSIT_FAIL: failed, and returning its amount failed too. Ask the provider.
    case refundFailed
    /// INVALID: never accepted.
    case refused
    /// MASS_PAYOUT_CANCELED, or given up before it was authorized.
    case canceled
    /// Not paid because the balance did not suffice for its payout (INSUFFICIENT_BALANCE).
    case unfunded
    /// Anything else: INIT, QUEUED, PROCESSING, a status that nobody documented, or an item that the answer left out.
    case open

    /// Whether nothing more will happen to it, or only its refund.
    public var isClosed: Bool { self != .open }

    /// Whether the same person may be owed the money in a new payout: it was not paid and is not held anywhere.
    public var isUnpaid: Bool {
        switch self {
        case .refunded, .refused, .canceled, .unfunded: true
        case .paid, .failed, .refundFailed, .open: false
        }
    }
}
