#if Postgres
import CPostgreSQL

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
