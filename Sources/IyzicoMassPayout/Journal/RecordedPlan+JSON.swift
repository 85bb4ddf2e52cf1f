import Foundation
public import KurusJSON

// Members that are not known are passed over here, unlike in entries: they can only add to what a plan holds.
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
