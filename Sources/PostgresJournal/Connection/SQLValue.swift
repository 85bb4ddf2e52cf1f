#if Postgres
import CPostgreSQL
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

/// The answer to one statement.
struct PostgresAnswer {
    let rows: [SQLRow]
    /// The command tag: `COMMIT`, `INSERT 0 1`, …
    let tag: String

    /// Copies a result of libpq.
    ///
    /// - Throws: `PostgresError`, when the server refused; a refusal that ended the connection is `connectionLost`.
    init(_ result: OpaquePointer) throws(PostgresError) {
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: break
        case PGRES_FATAL_ERROR: throw Self.refusal(result)
        default: throw .unexpectedAnswer
        }
        let columns = PQnfields(result)
        rows = (0..<PQntuples(result)).map { row in
            SQLRow((0..<columns).map { Self.field(result, row, $0) })
        }
        tag = String(cString: PQcmdStatus(result))
    }

    private static func field(_ result: OpaquePointer, _ row: Int32, _ column: Int32) -> String? {
        if PQgetisnull(result, row, column) == 1 { return nil }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes the primary message only: detail and context repeat values of rows.
    private static func refusal(_ result: OpaquePointer) -> PostgresError {
        guard let state = diagnostic(result, "C"), let severity = diagnostic(result, "V") else {
            return .connectionLost
        }
        // The server ended the connection: it was told to, crashed, or waited too long in a transaction.
        if severity == "FATAL" || severity == "PANIC" { return .connectionLost }
        if state == SQLState.queryCanceled.rawValue { return .deadlinePassed }
        return .refused(SQLState(rawValue: state), message: diagnostic(result, "M") ?? "")
    }

    /// PG_DIAG_SQLSTATE is C, PG_DIAG_SEVERITY_NONLOCALIZED is V, PG_DIAG_MESSAGE_PRIMARY is M.
    private static func diagnostic(_ result: OpaquePointer, _ field: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(field.value)).map { String(cString: $0) }
    }
}
#endif
