public import Foundation

/// A payer's order as the journal keeps it: the payouts that a file was cut into.
public struct RecordedPlan: Hashable, Sendable {
    /// The payer's id of the whole.
    public let id: String
    /// The order's payouts, in its sequence.
    public let payouts: [RecordedPayout]

    /// An order as the journal keeps it.
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
    /// The payout's items, in the order's sequence.
    public let items: [RecordedItem]

    /// A payout as the journal keeps it.
    public init(id: String, currency: String, bodyHash: String, items: [RecordedItem]) {
        self.id = id
        self.currency = currency
        self.bodyHash = bodyHash
        self.items = items
    }
}

/// One item of a payout.
public struct RecordedItem: Hashable, Sendable {
    /// The item's id in its order.
    public let id: String
    /// In the payout's currency.
    public let amount: Decimal
    /// The keyed hash of its recipient.
    public let recipient: RecipientHash

    /// An item as the journal keeps it.
    public init(id: String, amount: Decimal, recipient: RecipientHash) {
        self.id = id
        self.amount = amount
        self.recipient = recipient
    }
}

/// A keyed hash of a recipient: equal for equal recipients, and of no use without the key.
public struct RecipientHash: Hashable, Sendable {
    /// What was hashed.
    public enum Form: Hashable, Sendable {
        /// The kind, and the account, number or member id in its normal form.
        case account
        /// With the recipient's name as well, as a journal's first version did.
        case accountAndName
    }

    /// The part of a recipient that is hashed.
    public let form: Form
    /// In hexadecimal.
    public let text: String

    /// A hash as the journal wrote it.
    public init(_ text: String, _ form: Form = .account) {
        self.form = form
        self.text = text
    }
}
