#if Postgres
/// Creates the journal's tables, or migrates older ones.
public enum SchemaMigration {
    /// The result of a migration.
    public struct Outcome: Hashable, Sendable {
        /// The version before; 0 without a journal.
        public let before: Int
        /// The version of the tables now.
        public let after: Int
    }

    /// Applies all missing migrations or none, one caller at a time.
    ///
    /// Needs a role that may create a schema in the database, and that then owns it.
    ///
    /// - Parameters:
    ///   - settings: The connection settings of the database.
    ///   - role: The role that pays, which may add orders and lines but not change or remove them; nil grants nothing.
    /// - Throws: `PostgresError`; `newerSchema` when a newer library made the tables.
    public static func run(
        _ settings: PostgresSettings, grantingTo role: String? = nil
    ) async throws(PostgresError) -> Outcome {
        try await PostgresClient(settings, connections: 1).transaction(within: .seconds(600)) {
            session throws(PostgresError) in
            try session.query("SET LOCAL lock_timeout = 60000")
            try session.query("SELECT pg_advisory_xact_lock($1)", [.integer(JournalSchema.migrationLock)])
            guard try session.row("SHOW server_encoding").text(0) == "UTF8" else {
                throw .settings("the database's encoding is not UTF8: make one with ENCODING 'UTF8'")
            }
            let before = try session.schemaVersion()
            guard before <= JournalSchema.version else {
                throw .newerSchema(found: before, known: JournalSchema.version)
            }
            if before == 0 { try session.makeSchema() }
            for version in before..<JournalSchema.version {
                try session.run(JournalSchema.migrations[version])
                try session.query(
                    "INSERT INTO kurus.migrations (version, applied_at, applied_by) VALUES ($1, now(), current_user)",
                    [.integer(Int64(version + 1))])
            }
            if before == 0 { try session.confirmServer(actor: "migration") }
            if let role { try session.grant(to: role) }
            return Outcome(before: before, after: JournalSchema.version)
        }
    }
}

extension PostgresSession {
    /// Returns the version of the journal's tables; 0 without tables.
    fileprivate mutating func schemaVersion() throws(PostgresError) -> Int {
        guard try session(has: "kurus.migrations") else { return 0 }
        return Int(try row("SELECT coalesce(max(version), 0)::bigint FROM kurus.migrations").integer(0))
    }

    private mutating func session(has table: String) throws(PostgresError) -> Bool {
        try row("SELECT to_regclass($1) IS NOT NULL", [.text(table)]).flag(0)
    }

    fileprivate mutating func makeSchema() throws(PostgresError) {
        try run(
            """
            CREATE SCHEMA kurus;
            CREATE TABLE kurus.migrations (
                version integer PRIMARY KEY,
                applied_at timestamptz NOT NULL,
                applied_by text NOT NULL
            );
            """)
    }

    fileprivate mutating func grant(to role: String) throws(PostgresError) {
        guard try row("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", [.text(role)]).flag(0) else {
            throw .settings("the database has no role ‘\(role)’: make it with CREATE ROLE, then migrate again")
        }
        let quoted = try row("SELECT quote_ident($1)", [.text(role)]).text(0)
        try run(JournalSchema.grants(to: quoted))
    }

    /// Runs this library's own statements, separated by `;`.
    fileprivate func run(_ statements: String) throws(PostgresError) {
        _ = try answer(toAll: statements)
    }
}

/// The server of a connection and its history.
///
/// A failover, a point-in-time restore and a restore of a dump change it, and each may have lost committed lines: a
/// payout whose `authorizing` is lost would be authorized again. So nothing is authorized on a server that no operator
/// has confirmed. A restored copy of the server's files keeps all three numbers and cannot be detected.
public struct ServerIdentity: Hashable, Sendable {
    /// Created by initdb; copies and standbys keep it.
    public let systemIdentifier: Int64
    /// Eight hexadecimal digits, new with every promotion and point-in-time restore.
    public let timeline: String
    /// The database's number within the server, new in a restored dump.
    public let database: Int64
}

extension PostgresSession {
    /// Reads the identity. The timeline comes from the name of the current log file, because the control file is
    /// updated later.
    mutating func serverIdentity() throws(PostgresError) -> ServerIdentity {
        let row = try row(
            """
            SELECT (SELECT system_identifier FROM pg_control_system()),
                left(pg_walfile_name(pg_current_wal_lsn()), 8),
                (SELECT oid::bigint FROM pg_database WHERE datname = current_database())
            """)
        return ServerIdentity(
            systemIdentifier: try row.integer(0), timeline: try row.text(1), database: try row.integer(2))
    }

    /// Returns the server that was confirmed last; nil before the first.
    mutating func confirmedServer() throws(PostgresError) -> ServerIdentity? {
        let rows = try query(
            "SELECT system_identifier, timeline, database FROM kurus.servers ORDER BY number DESC LIMIT 1")
        guard let row = rows.first else { return nil }
        return ServerIdentity(
            systemIdentifier: try row.integer(0), timeline: try row.text(1), database: try row.integer(2))
    }

    /// Records that the server of this connection holds every line. Of two concurrent confirmations one is refused.
    mutating func confirmServer(actor: String) throws(PostgresError) {
        let identity = try serverIdentity()
        try query(
            """
            INSERT INTO kurus.servers (number, system_identifier, timeline, database, confirmed_at, actor)
            SELECT coalesce(max(number), 0) + 1, $1, $2, $3, now(), $4 FROM kurus.servers
            """,
            [
                .integer(identity.systemIdentifier), .text(identity.timeline), .integer(identity.database),
                .text(actor),
            ])
    }
}
#endif
