public import Foundation

/// What an order pays, as far as another order may have paid it before.
public struct RepeatQuery: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let id: String
        public let amount: Decimal
        /// ISO 4217.
        public let currency: String
        /// The recipient's hash in each form that a journal may hold.
        public let recipients: Set<RecipientHash>

        public init(id: String, amount: Decimal, currency: String, recipients: Set<RecipientHash>) {
            self.id = id
            self.amount = amount
            self.currency = currency
            self.recipients = recipients
        }
    }

    /// The order that asks; its own items are no repeats.
    public let orderID: String
    public let items: [Item]
    /// Orders recorded longer ago than this are left out; those without a time never are.
    public let reach: Duration

    public init(orderID: String, items: [Item], reach: Duration) {
        self.orderID = orderID
        self.items = items
        self.reach = reach
    }
}

/// An item of another order that an order may repeat: one of the same recipient, amount and currency, or one of the same
/// id, that does not read as unpaid.
public struct EarlierItem: Hashable, Sendable {
    public let orderID: String
    public let payoutID: String
    public let itemID: String
    public let amount: Decimal
    /// ISO 4217.
    public let currency: String
    public let recipient: RecipientHash
    /// When its order was recorded; nil in a journal's first version.
    public let recordedAt: Date?
    public let end: ItemEnd

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

    public init(items: [EarlierItem], readAt: Date) {
        self.items = items
        self.readAt = readAt
    }
}
