#if Postgres
/// A five-character code of PostgreSQL (appendix A of its manual): why a statement was refused.
public struct SQLState: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// 0A000: the server does not have the feature.
    public static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 23505: a unique index has the key already.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23503: a row that is referred to is not there.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23514: a check of the table refuses the row.
    public static let checkViolation = SQLState(rawValue: "23514")
    /// 25006: the server or the transaction only reads.
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// 3F000: there is no such schema.
    public static let invalidSchemaName = SQLState(rawValue: "3F000")
    /// 40001: another transaction came first; repeat this one.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01: two transactions waited for each other; repeat this one.
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 42501: the role lacks the right.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 42P01: there is no such table.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// 42704: there is no such object.
    public static let undefinedObject = SQLState(rawValue: "42704")
    /// A lock was not granted within `lock_timeout`.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// The statement took longer than `statement_timeout`, or was cancelled.
    public static let queryCanceled = SQLState(rawValue: "57014")
}
#endif
