import KurusRuntime

/// One payment of a payout.
///
/// Any values can be put together; `MassPayout` checks them. Printed with its id (see `ItemID`), and without the description,
/// which often names the recipient.
public struct PayoutItem: Hashable, Sendable {
    /// The payer's own id of the item, unique in its payout.
    public let id: String
    /// Whoever is paid.
    public let recipient: Recipient
    /// The amount that is paid, commission aside.
    public let amount: Money
    /// Whether money sent to a wallet cannot be withdrawn from it; not sent when nil.
    public let nonWithdrawable: Bool?
    /// What the payment is for, as the recipient may read it. iyzico documents no length.
    public let description: String

    /// An item of a payout. It is checked when the payout is made.
    public init(
        id: String, recipient: Recipient, amount: Money, description: String, nonWithdrawable: Bool? = nil
    ) {
        self.id = id
        self.recipient = recipient
        self.amount = amount
        self.description = description
        self.nonWithdrawable = nonWithdrawable
    }
}

// Not CustomStringConvertible: the item's description would be taken for it.
extension PayoutItem: TextOutputStreamable, CustomDebugStringConvertible, CustomReflectable {
    public func write(to target: inout some TextOutputStream) {
        target.write(debugDescription)
    }

    public var debugDescription: String { "PayoutItem(\(ItemID.text(id)), \(recipient), \(amount))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
