#if Postgres
import CPostgreSQL
import IyzicoMassPayout
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

    private static func hexadecimal(_ bytes: [UInt8]) -> String { "\\x" + Hexadecimal.text(bytes) }

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
    let fields: [String?]

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

    /// Reads a `bytea` in hexadecimal form, which every transaction sets.
    package func bytes(_ column: Int) throws(PostgresError) -> [UInt8] {
        guard case let text = try text(column), text.hasPrefix("\\x"), let bytes = Hexadecimal.bytes(text.dropFirst(2))
        else { throw .unexpectedAnswer }
        return bytes
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
            SQLRow(fields: (0..<columns).map { Self.field(result, row, $0) })
        }
        tag = String(cString: PQcmdStatus(result))
    }

    private static func field(_ result: OpaquePointer, _ row: Int32, _ column: Int32) -> String? {
        if PQgetisnull(result, row, column) == 1 { return nil }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Uses only the primary message, because detail and context repeat values of rows.
    private static func refusal(_ result: OpaquePointer) -> PostgresError {
        guard let state = diagnostic(result, "C"), let severity = diagnostic(result, "V") else {
            return .connectionLost
        }
        // The server ended the connection: it was shut down, crashed, or waited too long in a transaction.
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
