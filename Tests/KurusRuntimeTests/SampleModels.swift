// Models in the shape that the generator writes: see the types' use in the tests beside this file.

import Foundation
import KurusRuntime

nonisolated struct Payment: JSONModel {
    var id: String
    var amount: Decimal
    var locale: Locale?
    var recipientName: String?
    var note: Nullable<String> = .absent
    var tags: [String]?
    var destination: Destination?

    init(
        id: String, amount: Decimal, locale: Locale? = nil, recipientName: String? = nil,
        note: Nullable<String> = .absent, tags: [String]? = nil, destination: Destination? = nil
    ) {
        self.id = id
        self.amount = amount
        self.locale = locale
        self.recipientName = recipientName
        self.note = note
        self.tags = tags
        self.destination = destination
    }

    init(from reader: inout JSONReader) throws(JSONError) {
        var id: String?
        var amount: Decimal?
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.read()
            case "amount": amount = try reader.read()
            case "locale": locale = try reader.readIfPresent()
            case "recipientName": recipientName = try reader.readIfPresent()
            case "note": note = try reader.readNullable()
            case "tags": tags = try reader.readIfPresent()
            case "destination": destination = try reader.readIfPresent()
            default: try reader.skip()
            }
        }
        self.id = try reader.require(id, "id")
        self.amount = try reader.require(amount, "amount")
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("amount", amount)
            writer.memberIfPresent("locale", locale)
            writer.memberIfPresent("recipientName", recipientName, .sensitive)
            writer.memberIfPresent("note", note)
            writer.memberIfPresent("tags", tags)
            writer.memberIfPresent("destination", destination)
        }
    }

    enum Locale: OpenEnum {
        case tr
        case en
        /// Kept for what is stored already.
        @available(*, deprecated) case ottoman
        case unrecognized(String)

        init(rawValue: String) {
            switch rawValue {
            case "tr": self = .tr
            case "en": self = .en
            default: self = Self.fromDeprecated(rawValue) ?? .unrecognized(rawValue)
            }
        }

        @available(*, deprecated)
        static func deprecatedCase(_ rawValue: String) -> Self? {
            rawValue == "ota" ? .ottoman : nil
        }

        var rawValue: String {
            switch self {
            case .tr: "tr"
            case .en: "en"
            case .unrecognized(let value): value
            default: "ota"
            }
        }
    }
}

/// A oneOf of two objects.
nonisolated enum Destination: JSONModel {
    case bankAccount(BankAccount)
    case wallet(Wallet)
    case unrecognized(JSONValue)

    init(from reader: inout JSONReader) throws(JSONError) {
        var choice = reader.choose(Self.self)
        reader.attempt(BankAccount.self, Self.bankAccount, &choice)
        reader.attempt(Wallet.self, Self.wallet, &choice)
        self = try reader.take(choice, else: Self.unrecognized)
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .bankAccount(let value): value.write(to: &writer)
        case .wallet(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

nonisolated struct BankAccount: JSONModel {
    var iban: String

    init(iban: String) {
        self.iban = iban
    }

    init(from reader: inout JSONReader) throws(JSONError) {
        var iban: String?
        while let key = try reader.nextKey() {
            switch key {
            case "iban": iban = try reader.read()
            default: try reader.skip()
            }
        }
        self.iban = try reader.require(iban, "iban")
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("iban", iban)
        }
    }
}

/// Without `nonisolated`: see `Indirect`.
struct Wallet: JSONModel {
    var memberID: Int
    @Indirect var parent: Wallet?

    init(memberID: Int, parent: Wallet? = nil) {
        self.memberID = memberID
        self.parent = parent
    }

    init(from reader: inout JSONReader) throws(JSONError) {
        var memberID: Int?
        while let key = try reader.nextKey() {
            switch key {
            case "memberID": memberID = try reader.read()
            case "parent": parent = try reader.readIfPresent()
            default: try reader.skip()
            }
        }
        self.memberID = try reader.require(memberID, "memberID")
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("memberID", memberID)
            writer.memberIfPresent("parent", parent)
        }
    }
}

/// An integer enumeration.
nonisolated enum Priority: OpenEnum {
    case low
    case high
    case unrecognized(Int)

    init(rawValue: Int) {
        switch rawValue {
        case 0: self = .low
        case 1: self = .high
        default: self = .unrecognized(rawValue)
        }
    }

    var rawValue: Int {
        switch self {
        case .low: 0
        case .high: 1
        case .unrecognized(let value): value
        }
    }
}
