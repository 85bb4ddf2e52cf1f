#if Postgres
package import Foundation

/// A value that is bound to a statement's parameter; it never becomes part of the statement's text.
package enum SQLValue: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case decimal(Decimal)
    case integers([Int64])
    case texts([String])
    case byteStrings([[UInt8]])
    case decimals([Decimal])

    /// The type's number in pg_type, so that the server never guesses.
    var type: UInt32 {
        switch self {
        case .null: 0
        case .integer: 20
        case .text: 25
        case .bytes: 17
        case .decimal: 1700
        case .integers: 1016
        case .texts: 1009
        case .byteStrings: 1001
        case .decimals: 1231
        }
    }

    /// The text form; nil is NULL.
    var lexeme: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        case .text(let value): value
        case .bytes(let value): Self.hexadecimal(value)
        case .decimal(let value): Self.digits(value)
        case .integers(let values): Self.array(values.map { String($0) })
        case .texts(let values): Self.array(values)
        case .byteStrings(let values): Self.array(values.map(Self.hexadecimal))
        case .decimals(let values): Self.array(values.map(Self.digits))
        }
    }

    private static func digits(_ value: Decimal) -> String {
        NSDecimalNumber(decimal: value).description(withLocale: Locale(identifier: "en_US_POSIX"))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = Array("\\x".utf8)
        text.reserveCapacity(2 + 2 * bytes.count)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Every element in quotes, so that NULL, commas and braces are text (the manual, 8.15.6).
    private static func array(_ elements: [String]) -> String {
        var text: [UInt8] = [UInt8(ascii: "{")]
        for (index, element) in elements.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            text.append(UInt8(ascii: "\""))
            for byte in element.utf8 {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
                text.append(byte)
            }
            text.append(UInt8(ascii: "\""))
        }
        text.append(UInt8(ascii: "}"))
        return String(decoding: text, as: UTF8.self)
    }
}
#endif
