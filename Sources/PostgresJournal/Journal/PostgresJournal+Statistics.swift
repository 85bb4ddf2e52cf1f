#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    /// Counts in a time that grows with the number of open payouts, not of all payouts.
    public func statistics() async throws(JournalError) -> JournalStatistics {
        try await reading { session, scope throws(PostgresError) in try session.statistics(scope) }
    }
}

extension PostgresSession {
    /// Counts of open payouts by standing.
    package static let openPayouts = """
        SELECT standing, count(*), (extract(epoch FROM min(since)) * 1000)::bigint,
            sum(initializations)::bigint, sum(authorizations)::bigint
        FROM kurus.standings WHERE merchant = $1 GROUP BY standing
        """

    /// Counts of orders with an open payout, by the payout that most needs attention.
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

    /// Counts of ended payouts, and of orders.
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

extension PostgresJournal: ObservedJournal {
    public func stuckPayouts(limit: Int) async throws(JournalError) -> [StuckPayout] {
        try await reading { session, scope throws(PostgresError) in
            let rows = try session.query(
                PostgresSession.stuck("payout, reason, (extract(epoch FROM since) * 1000)::bigint")
                    + " ORDER BY since, payout LIMIT $7",
                PostgresSession.values(scope) + [.integer(Int64(limit))])
            let numbers = try rows.map { row throws(PostgresError) in try row.integer(0) }
            let states = try session.states(ofPayouts: numbers, scope)
            var stuck: [StuckPayout] = []
            for row in rows {
                if let state = states[try row.integer(0)] { stuck.append(try StuckPayout(row, state)) }
            }
            return stuck
        }
    }

    public func stuckCount() async throws(JournalError) -> Int {
        try await reading { session, scope throws(PostgresError) in
            let row = try session.row(PostgresSession.stuck("count(*)"), PostgresSession.values(scope))
            return Int(try row.integer(0))
        }
    }

    public func count(_ refusal: CountedRefusal) async {
        _ = try? await transaction(within: .seconds(2)) { session, scope throws(PostgresError) in
            try session.query(
                """
                INSERT INTO kurus.refusals AS refusal (merchant, operation, code, count) VALUES ($1, $2, $3, 1)
                ON CONFLICT (merchant, operation, code) DO UPDATE SET count = refusal.count + 1
                """, [.integer(scope.merchant), .text(refusal.operation), .text(refusal.code)])
        }
    }
}

extension PostgresSession {
    /// Returns the query for unclaimed open payouts that need a person, with the reason.
    ///
    /// Lines of a payout that no worker has left are read only if it may have been started elsewhere, so that counting
    /// stays cheap while many payouts wait.
    fileprivate static func stuck(_ columns: String) -> String {
        """
        SELECT \(columns) FROM (
            SELECT payout, standing, since, CASE
                WHEN left_for = ANY($3) OR left_for = $4 AND failures >= $5 THEN left_for
                WHEN standing = 'authorized' AND left_for IS NULL AND EXISTS (
                        SELECT FROM kurus.lines line WHERE line.payout = open.payout AND kind = 'startedElsewhere')
                    AND NOT EXISTS (
                        SELECT FROM kurus.lines line WHERE line.payout = open.payout AND kind = 'following')
                    THEN 'startedElsewhere'
                WHEN standing IN ('recorded', 'begun') THEN 'notReleased'
                WHEN coalesce(not_before, since) <= to_timestamp(($2 - $6) / 1000.0) THEN 'unattended' END AS reason
            FROM kurus.standings open
            WHERE merchant = $1 AND NOT EXISTS (
                SELECT FROM kurus.leases lease
                WHERE lease.payout = open.payout AND lease.ends_at > to_timestamp($2 / 1000.0))
        ) open WHERE reason IS NOT NULL
        """
    }

    fileprivate static func values(_ scope: JournalScope) -> [SQLValue] {
        [
            .integer(scope.merchant), scope.nowMilliseconds,
            .texts(WorkLeft.allCases.filter(\.needsPerson).map(\.rawValue)), .text(WorkLeft.unreachable.rawValue),
            .integer(Int64(WorkLeft.givesUpAfter)), .integer(StuckPayout.attended),
        ]
    }
}

extension StuckPayout {
    /// The milliseconds after which an untaken payout counts as unattended.
    fileprivate static let attended: Int64 = 600_000

    fileprivate init(_ row: SQLRow, _ state: PayoutState) throws(PostgresError) {
        guard let reason = Reason(rawValue: try row.text(1)) else { throw .unexpectedAnswer }
        self.init(
            payoutID: state.payout.id, orderID: state.orderID, requestID: state.request?.id, reason: reason,
            since: Date(milliseconds: try row.integer(2)), mayHaveMovedMoney: state.mayHaveMovedMoney)
    }
}
#endif
