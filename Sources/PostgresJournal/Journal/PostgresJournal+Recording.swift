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
        if let order = try order(recording.plan.id, scope) { return .known(order) }
        if let history = try knownPayout(recording.plan, scope) { return .payoutKnown(history) }
        let repeats = recording.repeats(try earlierItems(recording.query, scope))
        guard repeats.refused.isEmpty else { return .repeats(repeats) }
        try insert(recording, scope)
        return .recorded(repeats)
    }

    /// Waits until nobody else records an order of the merchant.
    mutating func lockRecording(_ merchant: Int64) throws(PostgresError) {
        try query("SELECT pg_advisory_xact_lock($1)", [.integer(Self.recordingLock + merchant)])
    }

    /// Above every number of a merchant; "kr" in ASCII.
    private static let recordingLock: Int64 = 0x6b72_0000_0000_0000

    private mutating func knownPayout(
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

    private mutating func insert(_ recording: OrderRecording, _ scope: JournalScope) throws(PostgresError) {
        let plan = recording.plan
        try query(
            """
            INSERT INTO kurus.orders (merchant, id, token, recorded_at, actor)
            VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), $5)
            """,
            [
                .integer(scope.merchant), .text(plan.id), .text(recording.token), scope.nowMilliseconds,
                .text(recording.actor),
            ])
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
        guard rows.count == plan.payouts.count else { throw .unexpectedAnswer }
        for (row, payout) in zip(rows, plan.payouts) { try insert(payout, number: row.integer(0), scope) }
    }

    private mutating func insert(
        _ payout: RecordedPayout, number: Int64, _ scope: JournalScope
    ) throws(PostgresError) {
        let items = payout.items
        try query(
            """
            WITH item AS (
                INSERT INTO kurus.items
                    (payout, place, merchant, id, amount, currency, recipient, recipient_form, recorded_at)
                SELECT $1, place, $2, id, amount, $3, recipient, form, to_timestamp($4 / 1000.0)
                FROM unnest($5, $6, $7, $8) WITH ORDINALITY item (id, amount, recipient, form, place)
            )
            INSERT INTO kurus.standings (payout, merchant, standing, since, initializations, authorizations)
            VALUES ($1, $2, 'recorded', to_timestamp($4 / 1000.0), 0, 0)
            """,
            [
                .integer(number), .integer(scope.merchant), .text(payout.currency), scope.nowMilliseconds,
                .texts(items.map(\.id)), .decimals(items.map(\.amount)), .texts(items.map(\.recipient.text)),
                .integers(items.map(\.recipient.form.number)),
            ])
    }
}
#endif
