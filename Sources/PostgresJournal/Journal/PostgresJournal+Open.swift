#if Postgres
public import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    /// Opens the journal of an account, beginning it where there is none.
    ///
    /// - Parameters:
    ///   - beginsNew: Whether to begin the journal where there is none.
    ///   - connections: How many transactions run at once, at most; each has a connection and a thread.
    ///   - patience: How long a call is repeated whose connection was lost, before it throws.
    ///   - now: Stands in for the database's clock, in tests.
    /// - Throws: `JournalError`; `missing` where there is none and none is to be begun.
    public static func open(
        _ settings: PostgresSettings, for identity: JournalIdentity, key: JournalKey, beginsNew: Bool = true,
        connections: Int = 4,
        patience: Duration = .seconds(15), now: (@Sendable () -> Date)? = nil
    ) async throws(JournalError) -> PostgresJournal {
        let client = PostgresClient(settings, connections: connections)
        let merchant: Int64?
        do throws(PostgresError) {
            merchant = try await client.transaction { session throws(PostgresError) in
                let time = try session.journalTime()
                return try session.merchant(identity, beginsNew: beginsNew, at: now?() ?? time)
            }
        } catch {
            throw JournalError(error)
        }
        guard let merchant else { throw .missing(path: "the PostgreSQL database") }
        return PostgresJournal(client: client, merchant: merchant, key: key, patience: patience, now: now)
    }

    /// Opens the journal of an account under the key that is made from the account's secret.
    public static func open(
        _ settings: PostgresSettings, for identity: JournalIdentity, secret: JournalSecret, beginsNew: Bool = true
    ) async throws(JournalError) -> PostgresJournal {
        try await open(settings, for: identity, key: secret.firstVersionKey, beginsNew: beginsNew)
    }

    /// Confirms, as an operator, that the server of this connection holds every line that was ever committed: only then
    /// are payouts authorized on it. Asked for after a failover or a restore.
    public static func confirmServer(
        _ settings: PostgresSettings, actor: String
    ) async throws(PostgresError) -> ServerIdentity {
        try await PostgresClient(settings, connections: 1).transaction { session throws(PostgresError) in
            _ = try session.journalTime()
            try session.confirmServer(actor: actor)
            return try session.serverIdentity()
        }
    }
}
#endif
