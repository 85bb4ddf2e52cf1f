#if Postgres
/// The reason why the database could not be used, by what the caller can do.
///
/// Its texts hold no password, connection string or value of a row.
public enum PostgresError: Error, Hashable, Sendable {
    /// The connection settings cannot be used, with the reason.
    case settings(String)
    /// No connection could be made, with libpq's reason, which holds no password.
    case cannotConnect(String)
    /// A statement and its transaction were refused: nothing is kept.
    case refused(SQLState, message: String)
    /// The connection ended before COMMIT was sent: the transaction is not kept.
    case connectionLost
    /// COMMIT was sent and its answer did not arrive: the transaction may or may not be kept.
    case outcomeUnknown
    /// The deadline passed before COMMIT was sent: the transaction is not kept.
    case deadlinePassed
    /// The task was cancelled before COMMIT was sent: the transaction is not kept.
    case cancelled
    /// The server is a standby, which a journal is never read from or written to.
    case notPrimary
    /// The journal's tables were made by a newer version of this library.
    case newerSchema(found: Int, known: Int)
    /// The journal's tables are missing, or older than this library: `payouts journal migrate` makes them.
    case olderSchema(found: Int, known: Int)
    /// The server may lose committed transactions: `fsync` is off.
    case notDurable
    /// The server is not the one that an operator confirmed: a failover or a restore may have lost lines.
    case unconfirmedServer
    /// A line of a payout, or the payout itself if the number is 0, was changed, or an earlier line is missing.
    case badLine(payoutID: String, number: Int)
    /// The journal got another key since it was opened, through an import.
    case otherKey
    /// An answer of another shape than the statement's, from an unknown server or schema.
    case unexpectedAnswer
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .settings(let reason): reason
        case .cannotConnect(let reason): "cannot connect to PostgreSQL: \(reason)"
        case .refused(let state, let message): "PostgreSQL refused: \(message) [\(state.rawValue)]"
        case .connectionLost: "the connection to PostgreSQL ended; nothing was written"
        case .outcomeUnknown: "the connection to PostgreSQL ended during COMMIT; it is unknown what was written"
        case .deadlinePassed: "PostgreSQL did not answer in time; nothing was written"
        case .cancelled: "cancelled; nothing was written"
        case .notPrimary: "the PostgreSQL server is a standby; a journal needs the primary"
        case .newerSchema(let found, let known):
            "the journal's schema has version \(found), this program knows \(known): use a newer program"
        case .olderSchema(let found, let known):
            "the journal's schema has version \(found), this program needs \(known): run `payouts journal migrate`"
        case .notDurable: "the PostgreSQL server runs with fsync = off; a journal needs it on"
        case .unconfirmedServer:
            "the PostgreSQL server changed since it was confirmed (a failover or a restore): nothing is authorized until an "
                + "operator has made sure that no line is missing, and runs `payouts journal confirm`"
        case .badLine(let payoutID, 0): "the journal's record of the payout ‘\(payoutID)’ was changed"
        case .badLine(let payoutID, let number):
            "line \(number) of the payout ‘\(payoutID)’ was changed, or a line before it is missing"
        case .otherKey: "the journal was given another key since it was opened: open it again"
        case .unexpectedAnswer: "PostgreSQL answered in a form that this program does not know"
        }
    }
}

/// A five-character code of PostgreSQL (appendix A of its manual): the reason why a statement was refused.
public struct SQLState: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// 0A000: the server does not have the feature.
    public static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 23505: a unique index has the key already.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23503: a referenced row is missing.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23514: a check of the table refuses the row.
    public static let checkViolation = SQLState(rawValue: "23514")
    /// 25006: the server or the transaction only reads.
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// 3F000: invalid schema name.
    public static let invalidSchemaName = SQLState(rawValue: "3F000")
    /// 40001: another transaction came first; repeat this one.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01: two transactions waited for each other; repeat this one.
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 42501: the role lacks the right.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 42P01: undefined table.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// 42704: undefined object.
    public static let undefinedObject = SQLState(rawValue: "42704")
    /// A lock was not granted within `lock_timeout`.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// The statement took longer than `statement_timeout`, or was cancelled.
    public static let queryCanceled = SQLState(rawValue: "57014")
}
#endif
