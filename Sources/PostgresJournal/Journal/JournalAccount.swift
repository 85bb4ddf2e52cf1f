#if Postgres
import Foundation
import IyzicoMassPayout

/// An account that opens its journal, and the actor.
struct JournalAccount: Sendable {
    let identity: JournalIdentity
    let secret: JournalSecret
    /// The actor in the row of a key that is created or wrapped.
    let actor: String
}

/// The result of opening an account's journal.
enum JournalAccess: Sendable {
    case opened(merchant: Int64, key: JournalKey)
    case missing
    /// Its key is wrapped under another secret of this account.
    case otherSecret
    /// Its key was wrapped by `rekey` under the secret of another account with this fingerprint.
    case otherAccount(fingerprint: String)
}

extension JournalAccess {
    /// The name of a journal in messages.
    static let place = "in the PostgreSQL database"

    /// The opened journal's number and key.
    func get(_ identity: JournalIdentity) throws(JournalError) -> (merchant: Int64, key: JournalKey) {
        switch self {
        case .opened(let merchant, let key): return (merchant, key)
        case .missing: throw .missing(path: "the PostgreSQL database")
        case .otherSecret: throw .otherSecret(path: Self.place, fingerprint: identity.keyFingerprint)
        case .otherAccount(let fingerprint):
            let found = JournalIdentity(
                provider: identity.provider, host: identity.host, keyFingerprint: fingerprint)
            throw .otherIdentity(path: Self.place, expected: identity, found: found)
        }
    }
}

extension PostgresSession {
    /// Finds an account's journal, or begins it if permitted.
    ///
    /// The key is created under a lock that every opener takes when it begins a journal, so that all find the same one.
    mutating func open(
        _ account: JournalAccount, beginsNew: Bool, at time: Date
    ) throws(PostgresError) -> JournalAccess {
        if let access = try access(account) { return access }
        let isKnown = try merchant(account.identity) != nil
        guard beginsNew || isKnown else { return .missing }
        try lockKeys()
        if let access = try access(account) { return access }
        let known = try merchant(account.identity)
        let merchant = if let known { known } else { try makeMerchant(account.identity, at: time) }
        // A journal that was begun before journals had their own keys continues with the key that it hashed with.
        let key = try hasOrders(merchant) ? account.secret.firstVersionKey : JournalKey.random()
        try insert(key, of: merchant, account, at: time)
        return .opened(merchant: merchant, key: key)
    }

    mutating func hasOrders(_ merchant: Int64) throws(PostgresError) -> Bool {
        try row("SELECT EXISTS (SELECT FROM kurus.orders WHERE merchant = $1)", [.integer(merchant)]).flag(0)
    }

    /// Serializes transactions that begin a journal, wrap a key again, or change a journal's key.
    mutating func lockKeys() throws(PostgresError) {
        try query("SELECT pg_advisory_xact_lock($1)", [.integer(JournalSchema.keyLock)])
    }

    /// The wrapped key of the account's journal; nil if it has no journal, or one without a key.
    ///
    /// One statement, because another process could begin the journal between two.
    mutating func access(_ account: JournalAccount) throws(PostgresError) -> JournalAccess? {
        let identity = account.identity
        let rows = try query(
            """
            SELECT key.merchant, key.fingerprint, key.wrapped FROM kurus.keys key JOIN kurus.merchants USING (merchant)
            WHERE provider = $1 AND host = $2 AND (merchants.fingerprint = $3 OR key.fingerprint = $3)
                AND NOT EXISTS (
                    SELECT FROM kurus.keys later WHERE later.merchant = key.merchant AND later.number > key.number)
            ORDER BY key.fingerprint = $3 DESC
            """, identity.values)
        guard let row = rows.first else { return nil }
        let fingerprint = try row.text(1)
        guard fingerprint == identity.keyFingerprint else { return .otherAccount(fingerprint: fingerprint) }
        guard let wrapped = WrappedKey(text: try row.text(2)) else { throw .unexpectedAnswer }
        guard let key = wrapped.key(under: account.secret, of: identity) else { return .otherSecret }
        return .opened(merchant: try row.integer(0), key: key)
    }

    /// Makes a key, wrapped under an account's secret, the current one.
    mutating func insert(
        _ key: JournalKey, of merchant: Int64, _ account: JournalAccount, at time: Date
    ) throws(PostgresError) {
        let wrapped = WrappedKey(key, under: account.secret, of: account.identity)
        try query(
            """
            INSERT INTO kurus.keys (merchant, number, fingerprint, wrapped, wrapped_at, key_fingerprint, actor)
            SELECT $1, coalesce(max(number), 0) + 1, $2, $3, to_timestamp($4 / 1000.0), $5, $6
            FROM kurus.keys WHERE merchant = $1
            """,
            [
                .integer(merchant), .text(account.identity.keyFingerprint), .text(wrapped.text),
                .integer(time.milliseconds), .text(key.fingerprint), .text(account.actor),
            ])
    }

    /// Returns the number of the journal that was begun for an account, whatever its current key.
    private mutating func merchant(_ identity: JournalIdentity) throws(PostgresError) -> Int64? {
        let known = "SELECT merchant FROM kurus.merchants WHERE provider = $1 AND host = $2 AND fingerprint = $3"
        return try query(known, identity.values).first.map { row throws(PostgresError) in try row.integer(0) }
    }

    private mutating func makeMerchant(_ identity: JournalIdentity, at time: Date) throws(PostgresError) -> Int64 {
        try row(
            """
            INSERT INTO kurus.merchants (provider, host, fingerprint, begun_at)
            VALUES ($1, $2, $3, to_timestamp($4 / 1000.0)) RETURNING merchant
            """, identity.values + [.integer(time.milliseconds)]
        ).integer(0)
    }
}

extension JournalIdentity {
    fileprivate var values: [SQLValue] { [.text(provider), .text(host), .text(keyFingerprint)] }
}
#endif
