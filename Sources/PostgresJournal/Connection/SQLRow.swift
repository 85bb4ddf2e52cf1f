#if Postgres
package import Foundation

/// One row of an answer: its columns' texts in the order of the statement.
package struct SQLRow: Sendable {
    private let fields: [String?]

    init(_ fields: [String?]) {
        self.fields = fields
    }

    package func optionalText(_ column: Int) throws(PostgresError) -> String? {
        guard fields.indices.contains(column) else { throw .unexpectedAnswer }
        return fields[column]
    }

    package func text(_ column: Int) throws(PostgresError) -> String {
        guard let text = try optionalText(column) else { throw .unexpectedAnswer }
        return text
    }

    package func integer(_ column: Int) throws(PostgresError) -> Int64 {
        guard let value = Int64(try text(column)) else { throw .unexpectedAnswer }
        return value
    }

    package func optionalInteger(_ column: Int) throws(PostgresError) -> Int64? {
        try optionalText(column) == nil ? nil : integer(column)
    }

    package func flag(_ column: Int) throws(PostgresError) -> Bool {
        switch try text(column) {
        case "t": true
        case "f": false
        default: throw .unexpectedAnswer
        }
    }

    package func decimal(_ column: Int) throws(PostgresError) -> Decimal {
        guard let value = Decimal(string: try text(column), locale: Locale(identifier: "en_US_POSIX")) else {
            throw .unexpectedAnswer
        }
        return value
    }

    /// A `bytea` in its hexadecimal form, which every transaction asks for.
    package func bytes(_ column: Int) throws(PostgresError) -> [UInt8] {
        let text = Array(try text(column).utf8)
        guard text.count >= 2, text.count.isMultiple(of: 2), text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x")
        else { throw .unexpectedAnswer }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2 - 1)
        for index in stride(from: 2, to: text.count, by: 2) {
            guard let high = Self.digit(text[index]), let low = Self.digit(text[index + 1]) else {
                throw .unexpectedAnswer
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
#endif
