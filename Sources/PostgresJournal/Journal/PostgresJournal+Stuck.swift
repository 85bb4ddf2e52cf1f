#if Postgres
import Foundation
public import IyzicoMassPayout

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
    /// Columns of open payouts that nobody has and that need a person, with the reason.
    ///
    /// Of a payout that no worker has left, lines are only looked at where it may have been started elsewhere, so that
    /// counting costs little while many wait to be taken.
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
    /// Milliseconds after which a payout that nobody took is looked after by nobody.
    fileprivate static let attended: Int64 = 600_000

    fileprivate init(_ row: SQLRow, _ state: PayoutState) throws(PostgresError) {
        guard let reason = Reason(rawValue: try row.text(1)) else { throw .unexpectedAnswer }
        self.init(
            payoutID: state.payout.id, orderID: state.orderID, requestID: state.request?.id, reason: reason,
            since: Date(milliseconds: try row.integer(2)), mayHaveMovedMoney: state.mayHaveMovedMoney)
    }
}
#endif
