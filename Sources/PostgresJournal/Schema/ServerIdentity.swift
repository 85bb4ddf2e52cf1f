#if Postgres
/// Which history of which server a connection leads to.
///
/// A failover, a restore to a moment and a restore of a dump change it, and each may have lost lines that were committed:
/// a payout whose `authorizing` is lost would be authorized again. So nothing is authorized on a server that no operator
/// has confirmed. A copy of the server's files put back in its place keeps all three numbers and cannot be seen.
public struct ServerIdentity: Hashable, Sendable {
    /// Made by initdb, and kept by copies and standbys.
    public let systemIdentifier: Int64
    /// In eight hexadecimal digits; a new one with every promotion and every restore to a moment.
    public let timeline: String
    /// The database's number within the server; a restored dump has another one.
    public let database: Int64
}

extension PostgresSession {
    /// The timeline is read from the name of the log file that is being written: the control file learns a new one later.
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

    /// The server that was confirmed last; nil before the first one.
    mutating func confirmedServer() throws(PostgresError) -> ServerIdentity? {
        let rows = try query(
            "SELECT system_identifier, timeline, database FROM kurus.servers ORDER BY number DESC LIMIT 1")
        guard let row = rows.first else { return nil }
        return ServerIdentity(
            systemIdentifier: try row.integer(0), timeline: try row.text(1), database: try row.integer(2))
    }

    /// Keeps that the server of this connection holds every line. Two confirmations at once: one of them is refused.
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
