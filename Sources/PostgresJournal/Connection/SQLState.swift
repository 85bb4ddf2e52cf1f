#if Postgres
/// A five-character code of PostgreSQL (appendix A of its manual): why a statement was refused.
public struct SQLState: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let featureNotSupported = SQLState(rawValue: "0A000")
    public static let uniqueViolation = SQLState(rawValue: "23505")
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    public static let checkViolation = SQLState(rawValue: "23514")
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    public static let invalidSchemaName = SQLState(rawValue: "3F000")
    public static let serializationFailure = SQLState(rawValue: "40001")
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    public static let undefinedTable = SQLState(rawValue: "42P01")
    public static let undefinedObject = SQLState(rawValue: "42704")
    /// A lock was not granted within `lock_timeout`.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// The statement took longer than `statement_timeout`, or was cancelled.
    public static let queryCanceled = SQLState(rawValue: "57014")
}
#endif
