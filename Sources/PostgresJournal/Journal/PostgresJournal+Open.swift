#if Postgres
public import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    /// Opens the journal of an account, beginning it where there is none.
    ///
    /// - Parameters:
    ///   - connections: How many transactions run at once, at most; each has a connection and a thread.
    ///   - patience: How long a call is repeated whose connection was lost, before it throws.
    ///   - now: Stands in for the database's clock, in tests.
    public static func open(
        _ settings: PostgresSettings, for identity: JournalIdentity, key: JournalKey, connections: Int = 4,
        patience: Duration = .seconds(15), now: (@Sendable () -> Date)? = nil
    ) async throws(JournalError) -> PostgresJournal {
        let client = PostgresClient(settings, connections: connections)
        do throws(PostgresError) {
            let merchant = try await client.transaction { session throws(PostgresError) in
                let time = try session.journalTime()
                return try session.merchant(identity, at: now?() ?? time)
            }
            return PostgresJournal(client: client, merchant: merchant, key: key, patience: patience, now: now)
        } catch {
            throw JournalError(error)
        }
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
