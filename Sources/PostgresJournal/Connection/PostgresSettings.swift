#if Postgres
import Foundation

/// How the database is reached: a connection string of libpq, which also reads `PG*`, service and password files.
///
/// Prints as nothing but its name, since a connection string may hold a password.
public struct PostgresSettings: Sendable {
    /// A connection string, `key=value` pairs or a `postgresql://` address; empty: libpq's own environment decides.
    package let text: String

    /// Takes a connection string.
    ///
    /// - Throws: `PostgresError.settings` when it is none; the error does not repeat it.
    public init(_ text: String) throws(PostgresError) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.utf8.contains(0), text.isEmpty || PostgresOptions(parsing: text) != nil else {
            throw .settings("the connection string is neither key=value pairs nor a postgresql:// address")
        }
        self.text = text
    }

    /// Finds the settings: `KURUS_POSTGRES` holds a connection string, `KURUS_POSTGRES_FILE` names a file that holds
    /// one and that only its owner may read; without both, libpq's own variables count (`PGHOST`, `PGSERVICE`, …).
    public init(environment: [String: String]) throws(PostgresError) {
        let text = environment["KURUS_POSTGRES"] ?? ""
        let file = environment["KURUS_POSTGRES_FILE"] ?? ""
        guard text.isEmpty || file.isEmpty else {
            throw .settings("both KURUS_POSTGRES and KURUS_POSTGRES_FILE are set: unset one")
        }
        try self.init(file.isEmpty ? text : PrivateFile.text(at: file))
    }
}

extension PostgresSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "PostgresSettings" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
#endif
