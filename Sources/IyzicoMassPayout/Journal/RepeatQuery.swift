public import Foundation

/// What an order pays, as far as another order may have paid it before.
public struct RepeatQuery: Hashable, Sendable {
    /// An item of the order at hand.
    public struct Item: Hashable, Sendable {
        /// The item's id in its order.
        public let id: String
        /// The amount in the currency's major unit.
        public let amount: Decimal
        /// ISO 4217.
        public let currency: String
        /// The recipient's hash in each form that a journal may hold.
        public let recipients: Set<RecipientHash>

        /// An item to look for in other orders.
        public init(id: String, amount: Decimal, currency: String, recipients: Set<RecipientHash>) {
            self.id = id
            self.amount = amount
            self.currency = currency
            self.recipients = recipients
        }
    }

    /// The order that asks; its own items are no repeats.
    public let orderID: String
    /// The items to look for.
    public let items: [Item]
    /// Orders recorded longer ago than this are left out; those without a time never are.
    public let reach: Duration

    /// A question about the orders of a time.
    public init(orderID: String, items: [Item], reach: Duration) {
        self.orderID = orderID
        self.items = items
        self.reach = reach
    }
}

/// An item of another order that an order may repeat: one of the same recipient, amount and currency, or one of the same
/// id, that does not read as unpaid.
public struct EarlierItem: Hashable, Sendable {
    /// The order that it belongs to.
    public let orderID: String
    /// The payout that it belongs to.
    public let payoutID: String
    /// The item's id in that order.
    public let itemID: String
    /// The amount in the currency's major unit.
    public let amount: Decimal
    /// ISO 4217.
    public let currency: String
    /// The keyed hash of its recipient.
    public let recipient: RecipientHash
    /// When its order was recorded; nil in a journal's first version.
    public let recordedAt: Date?
    /// Its end as far as the journal knows it.
    public let end: ItemEnd

    /// An item as another order has it.
    public init(
        orderID: String, payoutID: String, itemID: String, amount: Decimal, currency: String,
        recipient: RecipientHash, recordedAt: Date?, end: ItemEnd
    ) {
        self.orderID = orderID
        self.payoutID = payoutID
        self.itemID = itemID
        self.amount = amount
        self.currency = currency
        self.recipient = recipient
        self.recordedAt = recordedAt
        self.end = end
    }
}

/// What a query found.
public struct EarlierItems: Hashable, Sendable {
    /// In the sequence in which they were recorded.
    public let items: [EarlierItem]
    /// When it was asked, by the journal's clock.
    public let readAt: Date

    /// The items that one reading found.
    public init(items: [EarlierItem], readAt: Date) {
        self.items = items
        self.readAt = readAt
    }
}
