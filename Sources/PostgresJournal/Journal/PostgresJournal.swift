#if Postgres
public import Foundation
public import IyzicoMassPayout

/// A journal in a PostgreSQL database, for any number of machines.
///
/// # Why nobody is paid twice
///
/// iyzico takes no fencing token: a paused process may send after its lease has ended, and iyzico cannot distinguish
/// its request from a fresh one. Leases, and any queue built on them, only decide who works next. Paying is safe for
/// these reasons:
///
/// 1. *A line is inserted behind the one that its writer has read*, under the primary key `(payout, number)`. Of two
///    transactions that insert the same number one waits for the other and then inserts nothing. `authorizing` and
///    `cancelling` are lines of one sequence, so one of them loses.
/// 2. *`authorizing` is unique for a payout and the number of the authorization* (the index `lines_by_authorization`),
///    and its COMMIT was answered before the request is sent. `synchronous_commit` is on in every transaction and `fsync`
///    on the server, so the line is on the primary's disk then. Whoever finds it, and did not write it, reads and settles.
/// 3. *A lost answer to COMMIT is settled by the token, never by absence.* While a COMMIT is open a reader sees no row,
///    so a missing row proves nothing. Inserting the same line again waits for the open transaction, like any insert
///    into a unique index, and then inserts nothing; the row that exists by then carries the writer's own token or
///    another one. If even that cannot be known in time, `JournalError.outcomeUnknown` is thrown and nothing is sent.
/// 4. *Recording an order takes the merchant's advisory lock until its COMMIT.* Under READ COMMITTED, two transactions
///    would each miss the repeat that the other one is about to insert.
/// 5. *Nothing is authorized on a server that no operator has confirmed*: see `ServerIdentity`. A failover or a restore
///    may have lost lines that were committed, which is outside of the promise.
///
/// Rules 3, 5 and 6 of `PayoutJournal` (only the writer takes an authorization back, no sending after 5 s, no second one
/// within 15 minutes) are the sender's, and hold for this journal as for every other.
///
/// Each transaction is begun on the primary, sets what it needs for itself, and leaves no state on its connection, so
/// that PgBouncer may share servers by transaction. Tables, keys and rights: `JournalSchema`.
public final class PostgresJournal: PayoutJournal {
    public let key: JournalKey
    let client: PostgresClient
    /// The merchant's number in the database.
    let merchant: Int64
    private let now: (@Sendable () -> Date)?
    /// How long a call with a lost connection is repeated.
    private let patience: Duration

    /// - Parameter now: Replaces the database's clock in tests; otherwise nil.
    init(
        client: PostgresClient, merchant: Int64, key: JournalKey, patience: Duration, now: (@Sendable () -> Date)?
    ) {
        self.client = client
        self.patience = patience
        self.merchant = merchant
        self.key = key
        self.now = now
    }

    /// Runs a transaction of this journal.
    func transaction<Value: Sendable>(
        within limit: Duration = .seconds(30),
        _ body: @escaping @Sendable (inout PostgresSession, JournalScope) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        try await client.transaction(within: limit) { [merchant, key, now] session throws(PostgresError) in
            let time = try session.journalTime()
            return try body(&session, JournalScope(merchant: merchant, key: key, now: now?() ?? time))
        }
    }

    /// Reads, and repeats after a lost connection.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (inout PostgresSession, JournalScope) throws(PostgresError) -> Value
    ) async throws(JournalError) -> Value {
        try await repeated(for: patience, mayWrite: false, body)
    }

    /// Writes idempotently, and repeats until the outcome is known.
    ///
    /// - Throws: `JournalError.outcomeUnknown` when the answer to a COMMIT was lost and no repetition settled it, or
    ///   when the transaction waited in vain for another one, which may be an earlier one of its own.
    func writing<Value: Sendable>(
        for limit: Duration? = nil,
        _ body: @escaping @Sendable (inout PostgresSession, JournalScope) throws(PostgresError) -> Value
    ) async throws(JournalError) -> Value {
        try await repeated(for: limit ?? patience, mayWrite: true, body)
    }

    /// Runs in its own task, since a cancelled run must still record its progress and release its lease.
    private func repeated<Value: Sendable>(
        for limit: Duration, mayWrite: Bool,
        _ body: @escaping @Sendable (inout PostgresSession, JournalScope) throws(PostgresError) -> Value
    ) async throws(JournalError) -> Value {
        let task = Task { () -> Result<Value, JournalError> in
            let deadline = ContinuousClock.now + limit
            var isUnknown = false
            while true {
                do throws(PostgresError) {
                    return .success(try await transaction(within: deadline - .now, body))
                } catch {
                    isUnknown = isUnknown || mayWrite && error.leavesDoubt
                    if error.isTransient, .now + Self.pause < deadline {
                        try? await Task.sleep(for: Self.pause)
                        continue
                    }
                    return .failure(
                        isUnknown ? .outcomeUnknown(reason: error.description) : .unavailable(reason: error.description)
                    )
                }
            }
        }
        return try await task.value.get()
    }

    /// Between two attempts.
    private static let pause = Duration.milliseconds(50)
}

extension PostgresError {
    /// Whether the transaction may be kept. A lock that was not granted may be held by an earlier transaction of the
    /// same append, whose COMMIT is open.
    fileprivate var leavesDoubt: Bool {
        switch self {
        case .outcomeUnknown, .refused(.lockNotAvailable, _): true
        default: false
        }
    }

    /// Whether the same transaction may succeed in a moment.
    fileprivate var isTransient: Bool {
        switch self {
        case .outcomeUnknown, .connectionLost, .cannotConnect, .refused(.lockNotAvailable, _),
            .refused(.deadlockDetected, _), .refused(.serializationFailure, _):
            true
        default: false
        }
    }
}

/// The common parameters of one transaction's statements.
struct JournalScope: Sendable {
    let merchant: Int64
    let key: JournalKey
    /// The journal's time, the same for the whole transaction.
    let now: Date

    var nowMilliseconds: SQLValue { .integer(now.milliseconds) }
}

extension PostgresSession {
    /// Returns the database's time, after checking the tables' version.
    mutating func journalTime() throws(PostgresError) -> Date {
        let row: SQLRow
        do throws(PostgresError) {
            row = try self.row(
                """
                SELECT (SELECT max(version)::bigint FROM kurus.migrations),
                    (extract(epoch FROM clock_timestamp()) * 1000)::bigint
                """)
        } catch {
            switch error {
            case .refused(.undefinedTable, _), .refused(.invalidSchemaName, _):
                throw .olderSchema(found: 0, known: JournalSchema.version)
            default: throw error
            }
        }
        let found = Int(try row.integer(0))
        if found > JournalSchema.version { throw .newerSchema(found: found, known: JournalSchema.version) }
        if found < JournalSchema.version { throw .olderSchema(found: found, known: JournalSchema.version) }
        return Date(milliseconds: try row.integer(1))
    }
}

extension JournalError {
    init(_ error: PostgresError) {
        switch error {
        case .outcomeUnknown: self = .outcomeUnknown(reason: error.description)
        default: self = .unavailable(reason: error.description)
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}

extension Date {
    /// Milliseconds since 1970, rounded, the precision of a line.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension PostgresJournal {
    /// Opens the journal of an account, and begins it if it is missing.
    ///
    /// The journal has its own random key, which the database keeps wrapped under the account's secret: see `rekey`.
    ///
    /// - Parameters:
    ///   - settings: The connection settings of the database.
    ///   - identity: The account that the journal must belong to.
    ///   - secret: The account's secret: `IyzicoCredentials.journalSecret`.
    ///   - beginsNew: Whether to begin the journal if it is missing.
    ///   - actor: Who begins it; each line has its own.
    ///   - connections: The maximum number of concurrent transactions, each with a connection and a thread.
    ///   - patience: How long a call with a lost connection is repeated before it throws.
    ///   - now: Replaces the database's clock in tests.
    /// - Throws: `JournalError`; `missing` when it does not exist and must not be begun, `otherSecret` and
    ///   `otherIdentity` when its key is wrapped under another secret.
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
    /// are payouts authorized on it. Needed after a failover or a restore.
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
