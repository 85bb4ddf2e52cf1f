#if Postgres
import Foundation
import IyzicoMassPayout

extension PostgresSession {
    /// What other orders hold of a query's items, by the indexes on content and on item ids.
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

    /// Two indexes, each asked by itself: the planner would use neither for an OR.
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

    /// The payouts' states, without their items: enough to tell an item's end.
    mutating func states(
        ofPayouts numbers: [Int64], _ scope: JournalScope
    ) throws(PostgresError) -> [Int64: PayoutState] {
        guard !numbers.isEmpty else { return [:] }
        let payouts = try query(
            "SELECT payout, order_id, id, currency, body_hash, code FROM kurus.payouts WHERE payout = ANY($1)",
            [.integers(numbers)])
        let lines = try lineRows(ofPayouts: numbers)
        var states: [Int64: PayoutState] = [:]
        for row in payouts {
            let number = try row.integer(0)
            var reader = LineReader(payoutID: try row.text(2), code: try row.bytes(5), key: scope.key)
            for line in lines[number] ?? [] { try reader.take(line.text(1), code: line.bytes(2)) }
            let payout = RecordedPayout(
                id: try row.text(2), currency: try row.text(3), bodyHash: try row.text(4), items: [])
            states[number] =
                PayoutHistory(orderID: try row.text(1), payout: payout, lines: reader.lines, readAt: scope.now).state
        }
        return states
    }
}
#endif
