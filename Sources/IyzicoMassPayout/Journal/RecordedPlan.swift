public import Foundation
public import KurusJSON

/// A payer's order as the journal keeps it: the payouts into which a file was split.
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

/// A keyed hash of a recipient, equal for equal recipients and useless without the key.
public struct RecipientHash: Hashable, Sendable {
    /// The text that was hashed.
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

// Unknown members are skipped here, unlike in entries, because they can only add to a plan.
extension RecordedEnd: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        var item: String?
        var end: ItemEnd?
        var reference: String?
        var commission: Decimal?
        while let key = try reader.nextKey() {
            switch key {
            case "item": item = try reader.read(String.self)
            case "end": end = ItemEnd(rawValue: try reader.read(String.self))
            case "reference": reference = try reader.read(String.self)
            case "commission": commission = try reader.read(Decimal.self)
            default: try reader.skip()
            }
        }
        self.init(
            itemID: try reader.require(item, "item"), end: try reader.require(end, "end"), referenceCode: reference,
            commission: commission)
    }

    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("item", itemID)
            writer.member("end", end.rawValue)
            writer.memberIfPresent("reference", referenceCode)
            writer.memberIfPresent("commission", commission)
        }
    }
}

extension RecordedPayout: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        var id: String?
        var currency: String?
        var body: String?
        var items: [RecordedItem]?
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.read(String.self)
            case "currency": currency = try reader.read(String.self)
            case "body": body = try reader.read(String.self)
            case "items": items = try reader.read([RecordedItem].self)
            default: try reader.skip()
            }
        }
        self.init(
            id: try reader.require(id, "id"), currency: try reader.require(currency, "currency"),
            bodyHash: try reader.require(body, "body"), items: try reader.require(items, "items"))
    }

    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("currency", currency)
            writer.member("body", bodyHash)
            writer.member("items", items)
        }
    }
}

extension RecordedItem: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        var id: String?
        var amount: Decimal?
        var recipient: RecipientHash?
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.read(String.self)
            case "amount": amount = try reader.read(Decimal.self)
            case "account": recipient = RecipientHash(try reader.read(String.self))
            case "recipient": recipient = RecipientHash(try reader.read(String.self), .accountAndName)
            default: try reader.skip()
            }
        }
        self.init(
            id: try reader.require(id, "id"), amount: try reader.require(amount, "amount"),
            recipient: try reader.require(recipient, "account"))
    }

    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("amount", amount)
            writer.member(recipient.form == .account ? "account" : "recipient", recipient.text)
        }
    }
}
