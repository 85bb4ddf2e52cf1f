#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    /// Counts, in a time that grows with the payouts that are open and not with those that ever were.
    public func statistics() async throws(JournalError) -> JournalStatistics {
        try await reading { session, scope throws(PostgresError) in try session.statistics(scope) }
    }
}

extension PostgresSession {
    /// Of the payouts that are open, by standing.
    package static let openPayouts = """
        SELECT standing, count(*), (extract(epoch FROM min(since)) * 1000)::bigint,
            sum(initializations)::bigint, sum(authorizations)::bigint
        FROM kurus.standings WHERE merchant = $1 GROUP BY standing
        """

    /// Of the orders that have an open payout, by what a person would look at first.
    package static let openOrders = """
        SELECT standing, count(*) FROM (
            SELECT CASE WHEN bool_or(standing = 'authorized') THEN 'authorized'
                WHEN bool_or(standing = 'cancelling') THEN 'cancelling'
                WHEN bool_and(standing = 'queued') THEN 'queued'
                WHEN bool_or(standing IN ('begun', 'queued')) THEN 'begun' ELSE 'recorded' END AS standing
            FROM kurus.standings JOIN kurus.payouts USING (payout)
            WHERE standings.merchant = $1 GROUP BY order_id
        ) open GROUP BY standing
        """

    /// Of everything at its end, and of orders.
    package static let totals = """
        SELECT coalesce(sum(orders), 0)::bigint, coalesce(sum(ended), 0)::bigint,
            coalesce(sum(initializations), 0)::bigint, coalesce(sum(authorizations), 0)::bigint,
            coalesce(sum(takeovers), 0)::bigint
        FROM kurus.totals WHERE merchant = $1
        """

    fileprivate mutating func statistics(_ scope: JournalScope) throws(PostgresError) -> JournalStatistics {
        let merchant = [SQLValue.integer(scope.merchant)]
        let open = try query(Self.openPayouts, merchant)
        let openOrders = try query(Self.openOrders, merchant)
        let totals = try row(Self.totals, merchant)
        let refusals = try query("SELECT operation, code, count FROM kurus.refusals WHERE merchant = $1", merchant)
        var payouts = try counts(open)
        var orders = try counts(openOrders)
        payouts[.ended] = Int(try totals.integer(1))
        orders[.ended] = Int(try totals.integer(0)) - orders.values.reduce(0, +)
        var oldest: [OrderStanding: Date] = [:]
        var (initializations, authorizations) = (try totals.integer(2), try totals.integer(3))
        for row in open {
            oldest[try standing(row)] = Date(milliseconds: try row.integer(2))
            initializations += try row.integer(3)
            authorizations += try row.integer(4)
        }
        return JournalStatistics(
            payouts: payouts, orders: orders, oldestOpen: oldest.values.min(), oldestAuthorized: oldest[.authorized],
            initializations: Int(initializations), authorizations: Int(authorizations),
            takeovers: Int(try totals.integer(4)), refusals: try counts(ofRefusals: refusals), readAt: scope.now)
    }

    private func counts(ofRefusals rows: [SQLRow]) throws(PostgresError) -> [CountedRefusal: Int] {
        var counts: [CountedRefusal: Int] = [:]
        for row in rows {
            let refusal = CountedRefusal(operation: try row.text(0), code: try row.text(1))
            counts[refusal] = Int(try row.integer(2))
        }
        return counts
    }

    private func counts(_ rows: [SQLRow]) throws(PostgresError) -> [OrderStanding: Int] {
        var counts: [OrderStanding: Int] = [:]
        for row in rows { counts[try standing(row)] = Int(try row.integer(1)) }
        return counts
    }

    private func standing(_ row: SQLRow) throws(PostgresError) -> OrderStanding {
        guard let standing = OrderStanding(rawValue: try row.text(0)) else { throw .unexpectedAnswer }
        return standing
    }
}
#endif
