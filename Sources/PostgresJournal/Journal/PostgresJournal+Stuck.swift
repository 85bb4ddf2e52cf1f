#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal: ObservedJournal {
    public func stuckPayouts(limit: Int) async throws(JournalError) -> [StuckPayout] {
        try await reading { session, scope throws(PostgresError) in
            var stuck: [StuckPayout] = []
            for row in try session.openRows(limit, scope) {
                guard let history = try session.payout(row.text(0), scope) else { continue }
                if let found = try StuckPayout(row, history, scope.now) { stuck.append(found) }
            }
            return stuck
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
    /// Open payouts that nobody has and that may need a person. What waits to be taken, or was left to rest for reasons
    /// that pass, is left out here, since there may be many of those.
    fileprivate mutating func openRows(_ limit: Int, _ scope: JournalScope) throws(PostgresError) -> [SQLRow] {
        try query(
            """
            SELECT payout.id, standing, left_for, failures::bigint, (extract(epoch FROM since) * 1000)::bigint,
                (extract(epoch FROM not_before) * 1000)::bigint
            FROM kurus.standings open JOIN kurus.payouts payout USING (payout)
            WHERE open.merchant = $1 AND NOT EXISTS (
                    SELECT FROM kurus.leases lease
                    WHERE lease.payout = open.payout AND lease.ends_at > to_timestamp($2 / 1000.0))
                AND (standing IN ('recorded', 'begun') OR left_for = ANY($3) OR left_for = $4 AND failures >= $5
                    OR left_for IS NULL AND (standing <> 'queued' OR since <= to_timestamp(($2 - $6) / 1000.0))
                    OR not_before <= to_timestamp(($2 - $6) / 1000.0))
            ORDER BY since, open.payout LIMIT $7
            """,
            [
                .integer(scope.merchant), scope.nowMilliseconds,
                .texts(WorkLeft.allCases.filter(\.needsPerson).map(\.rawValue)), .text(WorkLeft.unreachable.rawValue),
                .integer(Int64(WorkLeft.givesUpAfter)), .integer(StuckPayout.attended), .integer(Int64(limit)),
            ])
    }
}

extension StuckPayout {
    /// Milliseconds after which a payout that nobody took is looked after by nobody.
    fileprivate static let attended: Int64 = 600_000

    /// nil where a worker gets on with it, or did so meanwhile.
    fileprivate init?(_ row: SQLRow, _ history: PayoutHistory, _ now: Date) throws(PostgresError) {
        let (state, since) = (history.state, try row.integer(4))
        let waitsSince = try row.optionalInteger(5) ?? since
        let left = try row.optionalText(2).flatMap { WorkLeft(rawValue: $0) }
        let reason = Reason(
            state, left, failures: Int(try row.integer(3)),
            isAttended: now.milliseconds - waitsSince < Self.attended)
        guard let reason else { return nil }
        self.init(
            payoutID: history.payout.id, orderID: history.orderID, requestID: state.request?.id, reason: reason,
            since: Date(milliseconds: since), mayHaveMovedMoney: state.mayHaveMovedMoney)
    }
}

extension StuckPayout.Reason {
    /// - Parameter isAttended: Whether a worker would have taken it by now, were there one.
    fileprivate init?(_ state: PayoutState, _ left: WorkLeft?, failures: Int, isAttended: Bool) {
        if state.ends != nil { return nil }
        if let left, let reason = Self(left, failures: failures) {
            self = reason
        } else if state.isStartedElsewhere, !state.isFollowed {
            self = .startedElsewhere
        } else if [.recorded, .begun].contains(state.standing) {
            self = .notReleased
        } else if !isAttended {
            self = .unattended
        } else {
            return nil
        }
    }
}
#endif
