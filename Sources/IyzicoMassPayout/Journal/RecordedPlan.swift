public import Foundation

/// A payer's order as the journal keeps it: the payouts that a file was cut into.
public struct RecordedPlan: Hashable, Sendable {
    /// The payer's id of the whole.
    public let id: String
    public let payouts: [RecordedPayout]

    public init(id: String, payouts: [RecordedPayout]) {
        self.id = id
        self.payouts = payouts
    }
}

/// One payout of a plan.
public struct RecordedPayout: Hashable, Sendable {
    /// The externalId that the provider is given.
    public let id: String
    /// ISO 4217.
    public let currency: String
    /// A keyed hash of the body of initialize.
    public let bodyHash: String
    public let items: [RecordedItem]

    public init(id: String, currency: String, bodyHash: String, items: [RecordedItem]) {
        self.id = id
        self.currency = currency
        self.bodyHash = bodyHash
        self.items = items
    }
}

/// One item of a payout.
public struct RecordedItem: Hashable, Sendable {
    public let id: String
    /// In the payout's currency.
    public let amount: Decimal
    /// A keyed hash of the recipient: equal for equal recipients, and of no use without the key.
    public let recipientHash: String

    public init(id: String, amount: Decimal, recipientHash: String) {
        self.id = id
        self.amount = amount
        self.recipientHash = recipientHash
    }
}
