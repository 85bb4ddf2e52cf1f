#if Postgres
public import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    /// Opens the journal of an account, beginning it where there is none.
    ///
    /// The journal has a random key of its own, which the database keeps wrapped under the account's secret: see `rekey`.
    ///
    /// - Parameters:
    ///   - settings: How the database is reached.
    ///   - identity: The account that the journal must belong to.
    ///   - secret: The account's: `IyzicoCredentials.journalSecret`.
    ///   - beginsNew: Whether to begin the journal where there is none.
    ///   - actor: Who begins it; each line has its own.
    ///   - connections: How many transactions run at once, at most; each has a connection and a thread.
    ///   - patience: How long a call is repeated whose connection was lost, before it throws.
    ///   - now: Stands in for the database's clock, in tests.
    /// - Throws: `JournalError`; `missing` where there is none and none is to be begun, `otherSecret` and `otherIdentity`
    ///   where its key is wrapped under another secret.
    public static func open(
        _ settings: PostgresSettings, for identity: JournalIdentity, secret: JournalSecret, beginsNew: Bool = true,
        actor: String = ThisMachine.actor, connections: Int = 4, patience: Duration = .seconds(15),
        now: (@Sendable () -> Date)? = nil
    ) async throws(JournalError) -> PostgresJournal {
        let client = PostgresClient(settings, connections: connections)
        let account = JournalAccount(identity: identity, secret: secret, actor: actor)
        let access: JournalAccess
        do throws(PostgresError) {
            access = try await client.transaction { session throws(PostgresError) in
                let time = try session.journalTime()
                return try session.open(account, beginsNew: beginsNew, at: now?() ?? time)
            }
        } catch {
            throw JournalError(error)
        }
        let (merchant, key) = try access.get(identity)
        return PostgresJournal(client: client, merchant: merchant, key: key, patience: patience, now: now)
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
