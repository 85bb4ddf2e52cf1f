#if Postgres
import Foundation
import IyzicoMassPayout
import KurusRuntime
import PostgresJournal
import PostgresTestSupport

/// A database with the journal's tables, in a server that tests share or in one of their own.
struct JournalDatabase: Sendable {
    let cluster: PostgresCluster
    let name: String

    /// Tables are made by the owner; journals are used by `payer`, who was granted what the migration grants.
    init(in cluster: PostgresCluster? = nil) async throws {
        self.cluster = try cluster ?? PostgresCluster.shared.get()
        name = try self.cluster.makeDatabase()
        try self.cluster.sql(
            "DO $$ BEGIN CREATE ROLE payer LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$")
        _ = try await SchemaMigration.run(try settings(user: "owner"), grantingTo: "payer")
    }

    func settings(user: String = "payer", folder: String? = nil) throws -> PostgresSettings {
        try cluster.settings(name, user: user, folder: folder)
    }

    /// A journal of a merchant of its own for each store.
    func journal(
        _ store: String = "store", folder: String? = nil, connections: Int = 4,
        patience: Duration = .seconds(60), now: (@Sendable () -> Date)? = nil
    ) async throws -> PostgresJournal {
        try await PostgresJournal.open(
            settings(folder: folder),
            for: Self.identity(store), secret: Self.secret(), connections: connections, patience: patience, now: now)
    }

    /// - Parameter fingerprint: Of the account's public key.
    static func secret(_ text: String = "sandbox-secret", fingerprint: String = "0a1b2c") -> JournalSecret {
        JournalSecret(secretKey: Secret(text), fingerprint: fingerprint)
    }

    static func identity(_ store: String, fingerprint: String = "0a1b2c") -> JournalIdentity {
        JournalIdentity(provider: "iyzico", host: store, keyFingerprint: fingerprint)
    }

    @discardableResult
    func sql(_ statements: String, user: String = "owner") throws -> String {
        try cluster.sql(statements, database: name, user: user)
    }
}

extension JournalDatabase {
    /// Waits until somebody has the advisory lock 42.
    func waitUntilLocked() async throws {
        try await PostgresClient(settings()).transaction { session throws(PostgresError) in
            let held = """
                SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
                WHERE locktype = 'advisory' AND objid = 42 AND granted AND datname = current_database()
                """
            while try session.row(held).integer(0) == 0 { try session.query("SELECT pg_sleep(0.005)") }
        }
    }
}

extension PostgresSession {
    /// Waits until at least so many others wait for a lock in this database.
    mutating func waitForLockWaiters(_ count: Int64) throws(PostgresError) {
        let waiting = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """
        // A transaction sees one state of that view unless it is told to look again.
        while true {
            if try row(waiting).integer(0) >= count { return }
            try query("SELECT pg_sleep(0.005), pg_stat_clear_snapshot()")
        }
    }
}
#endif
