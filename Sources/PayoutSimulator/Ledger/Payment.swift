public import Foundation
public import KurusRuntime

/// A payment that left the balance: one item of one payout, authorized once.
///
/// It is recorded with the authorization, since no reversal is documented, and only for items that succeed.
public struct Payment: Hashable, Sendable {
    /// The number among all payments of a ledger, from 1.
    public let number: Int
    /// The provider's id of the payout.
    public let requestID: String
    /// The payer's id of the payout.
    public let externalID: String
    /// The payer's id of the item.
    public let itemExternalID: String
    public let amount: Decimal
    public let currency: String
}

extension Payment: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        var number: Int?
        var requestID: String?
        var externalID: String?
        var itemExternalID: String?
        var amount: Decimal?
        var currency: String?
        while let key = try reader.nextKey() {
            switch key {
            case "number": number = try reader.read(Int.self)
            case "requestId": requestID = try reader.read(String.self)
            case "externalId": externalID = try reader.read(String.self)
            case "itemExternalId": itemExternalID = try reader.read(String.self)
            case "amount": amount = try reader.read(Decimal.self)
            case "currency": currency = try reader.read(String.self)
            default: try reader.skip()
            }
        }
        self.number = try reader.require(number, "number")
        self.requestID = try reader.require(requestID, "requestId")
        self.externalID = try reader.require(externalID, "externalId")
        self.itemExternalID = try reader.require(itemExternalID, "itemExternalId")
        self.amount = try reader.require(amount, "amount")
        self.currency = try reader.require(currency, "currency")
    }

    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("number", number)
            writer.member("requestId", requestID)
            writer.member("externalId", externalID)
            writer.member("itemExternalId", itemExternalID)
            writer.member("amount", amount)
            writer.member("currency", currency)
        }
    }
}
