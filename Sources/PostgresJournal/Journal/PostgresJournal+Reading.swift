#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    public func order(_ id: String) async throws(JournalError) -> JournaledOrder? {
        try await reading { session, scope throws(PostgresError) in try session.order(id, scope) }
    }

    public func payout(_ id: String) async throws(JournalError) -> PayoutHistory? {
        try await reading { session, scope throws(PostgresError) in try session.payout(id, scope) }
    }

    public func orders(after position: Int, limit: Int) async throws(JournalError) -> [JournaledOrder] {
        try await reading { session, scope throws(PostgresError) in
            let rows = try session.query(
                """
                SELECT \(PostgresSession.orderColumns) FROM kurus.orders
                WHERE merchant = $1 AND position > $2 ORDER BY position LIMIT $3
                """, [.integer(scope.merchant), .integer(Int64(position)), .integer(Int64(max(0, limit)))])
            return try session.orders(rows, scope)
        }
    }
}

extension PostgresSession {
    fileprivate static let orderColumns =
        "position, id, (extract(epoch FROM recorded_at) * 1000)::bigint, actor"

    mutating func order(_ id: String, _ scope: JournalScope) throws(PostgresError) -> JournaledOrder? {
        let rows = try query(
            "SELECT \(Self.orderColumns) FROM kurus.orders WHERE merchant = $1 AND id = $2",
            [.integer(scope.merchant), .text(id)])
        return try orders(rows, scope).first
    }

    mutating func payout(_ id: String, _ scope: JournalScope) throws(PostgresError) -> PayoutHistory? {
        let rows = try query(
            "SELECT \(Self.payoutColumns) FROM kurus.payouts WHERE merchant = $1 AND id = $2",
            [.integer(scope.merchant), .text(id)])
        return try histories(rows, scope).first
    }

    /// Orders with their payouts, from rows of `orderColumns`.
    fileprivate mutating func orders(_ rows: [SQLRow], _ scope: JournalScope) throws(PostgresError) -> [JournaledOrder]
    {
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { row throws(PostgresError) in try row.text(1) }
        let payoutRows = try query(
            """
            SELECT \(Self.payoutColumns) FROM kurus.payouts
            WHERE merchant = $1 AND order_id = ANY($2) ORDER BY order_id, place
            """, [.integer(scope.merchant), .texts(ids)])
        let histories = Dictionary(grouping: try histories(payoutRows, scope), by: \.orderID)
        return try rows.map { row throws(PostgresError) in
            let id = try row.text(1)
            let payouts = histories[id] ?? []
            return JournaledOrder(
                position: Int(try row.integer(0)), plan: RecordedPlan(id: id, payouts: payouts.map(\.payout)),
                recordedAt: try row.optionalInteger(2).map { Date(milliseconds: $0) }, actor: try row.optionalText(3),
                payouts: payouts)
        }
    }

    static let payoutColumns = "payout, order_id, id, currency, body_hash, code"

    /// Payouts with their items and lines, from rows of `payoutColumns`.
    private mutating func histories(_ rows: [SQLRow], _ scope: JournalScope) throws(PostgresError) -> [PayoutHistory] {
        let numbers = try rows.map { row throws(PostgresError) in try row.integer(0) }
        let items = try items(ofPayouts: numbers)
        let lines = try lineRows(ofPayouts: numbers)
        return try rows.map { row throws(PostgresError) in
            let number = try row.integer(0)
            let payout = try row.payout(items[number] ?? [])
            guard scope.key.code(of: payout, in: try row.text(1)) == (try row.bytes(5)) else {
                throw .badLine(payoutID: payout.id, number: 0)
            }
            return try history(payout, row, lines[number] ?? [], scope)
        }
    }

    /// The history of a payout from its row of `payoutColumns` and its rows of lines.
    func history(
        _ payout: RecordedPayout, _ row: SQLRow, _ lines: [SQLRow], _ scope: JournalScope
    ) throws(PostgresError) -> PayoutHistory {
        var reader = LineReader(payoutID: payout.id, code: try row.bytes(5), key: scope.key)
        for line in lines { try reader.take(line.text(1), code: line.bytes(2)) }
        return PayoutHistory(orderID: try row.text(1), payout: payout, lines: reader.lines, readAt: scope.now)
    }

    private mutating func items(ofPayouts numbers: [Int64]) throws(PostgresError) -> [Int64: [RecordedItem]] {
        let rows = try query(
            """
            SELECT payout, id, amount, recipient, recipient_form FROM kurus.items
            WHERE payout = ANY($1) ORDER BY payout, place
            """, [.integers(numbers)])
        var items: [Int64: [RecordedItem]] = [:]
        for row in rows {
            items[try row.integer(0), default: []].append(
                RecordedItem(
                    id: try row.text(1), amount: try row.decimal(2),
                    recipient: RecipientHash(try row.text(3), try RecipientHash.Form(number: row.integer(4)))))
        }
        return items
    }

    /// Rows of number, text and code, by payout.
    mutating func lineRows(ofPayouts numbers: [Int64]) throws(PostgresError) -> [Int64: [SQLRow]] {
        let rows = try query(
            "SELECT payout, line, code FROM kurus.lines WHERE payout = ANY($1) ORDER BY payout, number",
            [.integers(numbers)])
        var lines: [Int64: [SQLRow]] = [:]
        for row in rows { lines[try row.integer(0), default: []].append(row) }
        return lines
    }
}

extension SQLRow {
    /// The payout of a row of `payoutColumns`.
    func payout(_ items: [RecordedItem]) throws(PostgresError) -> RecordedPayout {
        RecordedPayout(id: try text(2), currency: try text(3), bodyHash: try text(4), items: items)
    }
}

extension RecipientHash.Form {
    /// The number in the column `recipient_form`.
    var number: Int64 {
        switch self {
        case .account: 0
        case .accountAndName: 1
        }
    }

    init(number: Int64) throws(PostgresError) {
        switch number {
        case 0: self = .account
        case 1: self = .accountAndName
        default: throw .unexpectedAnswer
        }
    }
}
#endif
