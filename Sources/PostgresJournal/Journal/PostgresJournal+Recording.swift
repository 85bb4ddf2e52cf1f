#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    public func record(_ recording: OrderRecording) async throws(JournalError) -> RecordingOutcome {
        try await writing(for: Self.recordLimit) { session, scope throws(PostgresError) in
            try session.record(recording, scope)
        }
    }

    public func earlierItems(_ query: RepeatQuery) async throws(JournalError) -> EarlierItems {
        try await reading { session, scope throws(PostgresError) in try session.earlierItems(query, scope) }
    }

    /// An order of many items takes seconds, and others of the same merchant wait for it.
    private static var recordLimit: Duration { .seconds(120) }
}

extension PostgresSession {
    fileprivate mutating func record(
        _ recording: OrderRecording, _ scope: JournalScope
    ) throws(PostgresError) -> RecordingOutcome {
        // Until COMMIT: who comes later sees this order, or records its own first.
        try query("SET LOCAL lock_timeout = 60000")
        try lockRecording(scope.merchant)
        try checkKey(scope)
        if let order = try order(recording.plan.id, scope) { return .known(order) }
        if let history = try knownPayout(recording.plan, scope) { return .payoutKnown(history) }
        let repeats = recording.repeats(try earlierItems(recording.query, scope))
        guard repeats.refused.isEmpty else { return .repeats(repeats) }
        try insert(
            recording.plan, token: recording.token, JournalStamp(time: scope.now, actor: recording.actor), scope)
        return .recorded(repeats)
    }

    /// Refuses a key that the journal had before an import gave it another one, which only a journal without orders gets.
    mutating func checkKey(_ scope: JournalScope) throws(PostgresError) {
        let row = try row(
            "SELECT key_fingerprint FROM kurus.keys WHERE merchant = $1 ORDER BY number DESC LIMIT 1",
            [.integer(scope.merchant)])
        guard try row.text(0) == scope.key.fingerprint else { throw .otherKey }
    }

    /// Waits until nobody else records an order of the merchant.
    mutating func lockRecording(_ merchant: Int64) throws(PostgresError) {
        try query("SELECT pg_advisory_xact_lock($1)", [.integer(Self.recordingLock + merchant)])
    }

    /// Above every number of a merchant; "kr" in ASCII.
    private static let recordingLock: Int64 = 0x6b72_0000_0000_0000

    mutating func knownPayout(
        _ plan: RecordedPlan, _ scope: JournalScope
    ) throws(PostgresError) -> PayoutHistory? {
        let ids = plan.payouts.map(\.id)
        let rows = try query(
            """
            SELECT wanted.id FROM unnest($2) WITH ORDINALITY wanted (id, place)
            JOIN kurus.payouts payout ON payout.merchant = $1 AND payout.id = wanted.id
            ORDER BY wanted.place LIMIT 1
            """, [.integer(scope.merchant), .texts(ids)])
        guard let row = rows.first else { return nil }
        return try payout(row.text(0), scope)
    }

    /// Writes an order, whatever it repeats.
    ///
    /// - Returns: The numbers of its payouts, in the order's sequence.
    @discardableResult
    mutating func insert(
        _ plan: RecordedPlan, token: String, _ stamp: JournalStamp, _ scope: JournalScope
    ) throws(PostgresError) -> [Int64] {
        try query(
            """
            INSERT INTO kurus.orders (merchant, id, token, recorded_at, actor)
            VALUES ($1, $2, $3, to_timestamp($4::bigint / 1000.0), $5)
            """, [.integer(scope.merchant), .text(plan.id), .text(token), stamp.milliseconds, stamp.actorValue])
        try query(
            """
            INSERT INTO kurus.totals AS total (merchant, shard, orders) VALUES ($1, -1, 1)
            ON CONFLICT (merchant, shard) DO UPDATE SET orders = total.orders + 1
            """, [.integer(scope.merchant)])
        let rows = try query(
            """
            INSERT INTO kurus.payouts (merchant, order_id, place, id, currency, body_hash, code)
            SELECT $1, $2, place, id, currency, body_hash, code
            FROM unnest($3, $4, $5, $6) WITH ORDINALITY payout (id, currency, body_hash, code, place)
            ORDER BY place RETURNING payout
            """,
            [
                .integer(scope.merchant), .text(plan.id), .texts(plan.payouts.map(\.id)),
                .texts(plan.payouts.map(\.currency)), .texts(plan.payouts.map(\.bodyHash)),
                .byteStrings(plan.payouts.map { scope.key.code(of: $0, in: plan.id) }),
            ])
        let numbers = try rows.map { row throws(PostgresError) in try row.integer(0) }
        guard numbers.count == plan.payouts.count else { throw .unexpectedAnswer }
        for (number, payout) in zip(numbers, plan.payouts) { try insert(payout, number: number, stamp, scope) }
        return numbers
    }

    private mutating func insert(
        _ payout: RecordedPayout, number: Int64, _ stamp: JournalStamp, _ scope: JournalScope
    ) throws(PostgresError) {
        let items = payout.items
        try query(
            """
            WITH item AS (
                INSERT INTO kurus.items
                    (payout, place, merchant, id, amount, currency, recipient, recipient_form, recorded_at)
                SELECT $1, place, $2, id, amount, $3, recipient, form, to_timestamp($4::bigint / 1000.0)
                FROM unnest($5, $6, $7, $8) WITH ORDINALITY item (id, amount, recipient, form, place)
            )
            INSERT INTO kurus.standings (payout, merchant, standing, since, initializations, authorizations)
            VALUES ($1, $2, 'recorded', to_timestamp(coalesce($4::bigint, $9) / 1000.0), 0, 0)
            """,
            [
                .integer(number), .integer(scope.merchant), .text(payout.currency), stamp.milliseconds,
                .texts(items.map(\.id)), .decimals(items.map(\.amount)), .texts(items.map(\.recipient.text)),
                .integers(items.map(\.recipient.form.number)), scope.nowMilliseconds,
            ])
    }
}

/// When an order was recorded, and by whom; both are unknown in the first version of a file's journal.
struct JournalStamp: Sendable {
    let time: Date?
    let actor: String?

    var milliseconds: SQLValue { time.map { .integer($0.milliseconds) } ?? .null }
    var actorValue: SQLValue { actor.map { .text($0) } ?? .null }
}
#endif
