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

    /// A large order takes seconds, and other orders of the merchant wait for it.
    private static var recordLimit: Duration { .seconds(120) }
}

extension PostgresSession {
    fileprivate mutating func record(
        _ recording: OrderRecording, _ scope: JournalScope
    ) throws(PostgresError) -> RecordingOutcome {
        // Held until COMMIT, so that a later transaction sees this order.
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

    /// Refuses a key that an import replaced, which happens only to a journal without orders.
    mutating func checkKey(_ scope: JournalScope) throws(PostgresError) {
        guard try keyFingerprint(of: scope.merchant) == scope.key.fingerprint else { throw .otherKey }
    }

    mutating func keyFingerprint(of merchant: Int64) throws(PostgresError) -> String {
        try row(
            "SELECT key_fingerprint FROM kurus.keys WHERE merchant = $1 ORDER BY number DESC LIMIT 1",
            [.integer(merchant)]
        ).text(0)
    }

    /// Waits until no other transaction records an order of the merchant.
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

    /// Writes an order without checking repeats.
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

/// The time and actor of an order's recording, both unknown in the first version of a file's journal.
struct JournalStamp: Sendable {
    let time: Date?
    let actor: String?

    var milliseconds: SQLValue { time.map { .integer($0.milliseconds) } ?? .null }
    fileprivate var actorValue: SQLValue { actor.map { .text($0) } ?? .null }
}

extension PostgresSession {
    /// Finds a query's items in other orders, by the indexes on content and item ids.
    mutating func earlierItems(_ query: RepeatQuery, _ scope: JournalScope) throws(PostgresError) -> EarlierItems {
        let rows = try self.query(Self.earlierItems, Self.values(query, scope))
        let numbers = Set(try rows.map { row throws(PostgresError) in try row.integer(0) })
        let states = try states(ofPayouts: numbers.sorted(), scope)
        var items: [EarlierItem] = []
        for row in rows {
            let id = try row.text(3)
            guard let end = states[try row.integer(0)]?.end(of: id), !end.isUnpaid else { continue }
            items.append(
                EarlierItem(
                    orderID: try row.text(1), payoutID: try row.text(2), itemID: id, amount: try row.decimal(4),
                    currency: try row.text(5),
                    recipient: RecipientHash(try row.text(6), try RecipientHash.Form(number: row.integer(7))),
                    recordedAt: try row.optionalInteger(8).map { Date(milliseconds: $0) }, end: end))
        }
        return EarlierItems(items: items, readAt: scope.now)
    }

    /// Uses two indexes separately, because the planner would use neither for an OR.
    private static let earlierItems = """
        WITH found AS (
            SELECT item.payout, item.place FROM unnest($3, $4, $5, $6) wanted (recipient, form, amount, currency)
            JOIN kurus.items item ON item.merchant = $1 AND item.recipient = wanted.recipient
                AND item.amount = wanted.amount AND item.currency = wanted.currency
                AND item.recipient_form = wanted.form
            UNION
            SELECT item.payout, item.place FROM unnest($7) wanted (id)
            JOIN kurus.items item ON item.merchant = $1 AND item.id = wanted.id
                AND (item.recorded_at IS NULL OR item.recorded_at >= to_timestamp($8 / 1000.0))
        )
        SELECT item.payout, payout.order_id, payout.id, item.id, item.amount, item.currency, item.recipient,
            item.recipient_form, (extract(epoch FROM item.recorded_at) * 1000)::bigint
        FROM found JOIN kurus.items item USING (payout, place) JOIN kurus.payouts payout USING (payout)
        JOIN kurus.orders journaled ON journaled.merchant = payout.merchant AND journaled.id = payout.order_id
        WHERE payout.order_id <> $2
            AND (item.recorded_at IS NULL OR item.recorded_at >= to_timestamp($8 / 1000.0))
        ORDER BY journaled.position, payout.place, item.place
        """

    private static func values(_ query: RepeatQuery, _ scope: JournalScope) -> [SQLValue] {
        let wanted = query.items.flatMap { item in item.recipients.map { (item, $0) } }
        let earliest = scope.now.milliseconds - query.reach.components.seconds * 1000
        return [
            .integer(scope.merchant), .text(query.orderID), .texts(wanted.map(\.1.text)),
            .integers(wanted.map(\.1.form.number)), .decimals(wanted.map(\.0.amount)), .texts(wanted.map(\.0.currency)),
            .texts(Array(Set(query.items.map(\.id)))), .integer(earliest),
        ]
    }

    /// Returns the payouts' states without their items, which suffices for the ends of items.
    mutating func states(
        ofPayouts numbers: [Int64], _ scope: JournalScope
    ) throws(PostgresError) -> [Int64: PayoutState] {
        guard !numbers.isEmpty else { return [:] }
        let payouts = try query(
            "SELECT \(Self.payoutColumns) FROM kurus.payouts WHERE payout = ANY($1)", [.integers(numbers)])
        let lines = try lineRows(ofPayouts: numbers)
        var states: [Int64: PayoutState] = [:]
        for row in payouts {
            let number = try row.integer(0)
            states[number] = try history(row.payout([]), row, lines[number] ?? [], scope).state
        }
        return states
    }
}
#endif
