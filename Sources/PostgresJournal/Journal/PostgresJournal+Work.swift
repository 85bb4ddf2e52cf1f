#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal {
    public func claim(
        _ payoutID: String, by owner: LeaseOwner, for duration: Duration
    ) async throws(JournalError) -> ClaimOutcome {
        try await writing { session, scope throws(PostgresError) in
            try session.claim(payoutID, owner, duration, scope)
        }
    }

    public func renew(_ lease: JournalLease, for duration: Duration) async throws(JournalError) -> JournalLease? {
        try await writing { session, scope throws(PostgresError) in
            let end = scope.end(after: duration)
            let rows = try session.query(
                """
                UPDATE kurus.leases SET ends_at = to_timestamp($4 / 1000.0)
                WHERE payout = (SELECT payout FROM kurus.payouts WHERE merchant = $1 AND id = $2)
                    AND token = $3 AND ends_at > to_timestamp($5 / 1000.0)
                RETURNING payout
                """,
                [
                    .integer(scope.merchant), .text(lease.payoutID), .text(lease.owner.token),
                    .integer(end.milliseconds), scope.nowMilliseconds,
                ])
            return rows.isEmpty ? nil : JournalLease(payoutID: lease.payoutID, owner: lease.owner, end: end)
        }
    }

    public func release(_ lease: JournalLease) async {
        // A lease that cannot be released ends by itself.
        _ = try? await writing { session, scope throws(PostgresError) in
            try session.query(
                """
                DELETE FROM kurus.leases
                WHERE payout = (SELECT payout FROM kurus.payouts WHERE merchant = $1 AND id = $2) AND token = $3
                """, [.integer(scope.merchant), .text(lease.payoutID), .text(lease.owner.token)])
        }
    }
}

extension JournalScope {
    fileprivate func end(after duration: Duration) -> Date {
        Date(milliseconds: now.milliseconds + duration.milliseconds)
    }
}

extension PostgresSession {
    mutating func claim(
        _ payoutID: String, _ owner: LeaseOwner, _ duration: Duration, _ scope: JournalScope
    ) throws(PostgresError) -> ClaimOutcome {
        let payouts = try query(
            "SELECT payout FROM kurus.payouts WHERE merchant = $1 AND id = $2",
            [.integer(scope.merchant), .text(payoutID)])
        guard let payout = try payouts.first?.integer(0) else { return .unknownPayout }
        let end = scope.end(after: duration)
        let taken = try query(
            """
            WITH earlier AS (SELECT token FROM kurus.leases WHERE payout = $1), taken AS (
                INSERT INTO kurus.leases AS lease (payout, token, actor, host, process, ends_at)
                VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))
                ON CONFLICT (payout) DO UPDATE SET token = excluded.token, actor = excluded.actor, host = excluded.host,
                    process = excluded.process, ends_at = excluded.ends_at
                WHERE lease.token = excluded.token OR lease.ends_at <= to_timestamp($7 / 1000.0)
                RETURNING payout
            ), takeover AS (
                INSERT INTO kurus.totals AS total (merchant, shard, takeovers)
                SELECT $8, $1 % 16, 1 FROM taken, earlier WHERE earlier.token <> $2
                ON CONFLICT (merchant, shard) DO UPDATE SET takeovers = total.takeovers + 1
            )
            SELECT payout FROM taken
            """,
            [
                .integer(payout), .text(owner.token), .text(owner.actor), .text(owner.host),
                .integer(Int64(owner.process)), .integer(end.milliseconds), scope.nowMilliseconds,
                .integer(scope.merchant),
            ])
        if !taken.isEmpty { return .claimed(JournalLease(payoutID: payoutID, owner: owner, end: end)) }
        return .busy(try leaseOwner(payout))
    }

    private mutating func leaseOwner(_ payout: Int64) throws(PostgresError) -> LeaseOwner? {
        let rows = try query(
            "SELECT token, actor, host, process FROM kurus.leases WHERE payout = $1", [.integer(payout)])
        // It was released just now.
        guard let row = rows.first else { return nil }
        return LeaseOwner(
            token: try row.text(0), actor: try row.text(1), host: try row.text(2),
            process: Int32(clamping: try row.integer(3)))
    }
}

extension PostgresJournal: PayoutWorkQueue {
    public func takeWork(
        by owner: LeaseOwner, for duration: Duration, newFirst: Bool
    ) async throws(JournalError) -> JournalLease? {
        let toSettle = [OrderStanding.authorized, .cancelling]
        let standings = newFirst ? [.queued] + toSettle : toSettle + [.queued]
        return try await writing { session, scope throws(PostgresError) in
            // A payout taken by an earlier attempt whose answer was lost.
            if let id = try session.payout(takenBy: owner, scope) {
                if case .claimed(let lease) = try session.claim(id, owner, duration, scope) { return lease }
            }
            for standing in standings {
                guard let id = try session.openPayout(standing, scope) else { continue }
                if case .claimed(let lease) = try session.claim(id, owner, duration, scope) { return lease }
            }
            return nil
        }
    }

    public func leaveWork(_ payoutID: String, _ reason: WorkLeft, pause: WorkPause) async throws(JournalError) {
        try await writing { session, scope throws(PostgresError) in
            _ = try session.query(
                """
                UPDATE kurus.standings open SET left_for = $3, failures = next.failures,
                    not_before = to_timestamp(($4 + least($5 * 2::float8 ^ least(next.failures - 1, 40), $6)) / 1000.0)
                FROM (
                    SELECT payout, CASE left_for WHEN $3 THEN failures + 1 ELSE 1 END AS failures
                    FROM kurus.standings JOIN kurus.payouts payout USING (payout)
                    WHERE payout.merchant = $1 AND payout.id = $2
                ) next
                WHERE open.payout = next.payout
                """,
                [
                    .integer(scope.merchant), .text(payoutID), .text(reason.rawValue), scope.nowMilliseconds,
                    .integer(pause.first.milliseconds), .integer(pause.longest.milliseconds),
                ])
        }
    }

    public func workAhead() async throws(JournalError) -> WorkAhead {
        try await reading { session, scope throws(PostgresError) in
            let row = try session.row(
                """
                SELECT count(*) FILTER (WHERE taken), count(*) FILTER (WHERE NOT taken AND kind = 'waiting'),
                    count(*) FILTER (WHERE NOT taken AND kind = 'given up'),
                    count(*) FILTER (WHERE NOT taken AND kind = 'person')
                FROM (
                    SELECT EXISTS (
                            SELECT FROM kurus.leases lease
                            WHERE lease.payout = open.payout AND lease.ends_at > to_timestamp($2 / 1000.0)) AS taken,
                        CASE WHEN left_for = ANY($4) THEN 'person'
                            WHEN left_for = $5 AND failures >= $6 THEN 'given up' ELSE 'waiting' END AS kind
                    FROM kurus.standings open WHERE merchant = $1 AND standing = ANY($3)
                ) work
                """,
                [
                    .integer(scope.merchant), scope.nowMilliseconds,
                    .texts([OrderStanding.queued, .authorized, .cancelling].map(\.rawValue)),
                    .texts(WorkLeft.allCases.filter(\.needsPerson).map(\.rawValue)),
                    .text(WorkLeft.unreachable.rawValue), .integer(Int64(WorkLeft.givesUpAfter)),
                ])
            return WorkAhead(
                taken: Int(try row.integer(0)), waiting: Int(try row.integer(1)), givenUp: Int(try row.integer(2)),
                needsPerson: Int(try row.integer(3)))
        }
    }
}

extension PostgresSession {
    fileprivate mutating func payout(takenBy owner: LeaseOwner, _ scope: JournalScope) throws(PostgresError) -> String?
    {
        let rows = try query(
            """
            SELECT payout.id FROM kurus.leases lease JOIN kurus.payouts payout USING (payout)
            WHERE lease.token = $2 AND payout.merchant = $1 LIMIT 1
            """, [.integer(scope.merchant), .text(owner.token)])
        return try rows.first.map { row throws(PostgresError) in try row.text(0) }
    }

    /// Selects the unclaimed payout that has waited longest, or whose rest has been over for longest; payouts that were
    /// left do not come before new ones. Payouts that another worker is taking are skipped, so that nobody waits.
    fileprivate mutating func openPayout(
        _ standing: OrderStanding, _ scope: JournalScope
    ) throws(PostgresError) -> String? {
        let rows = try query(
            """
            SELECT payout.id FROM kurus.standings open JOIN kurus.payouts payout USING (payout)
            WHERE open.merchant = $1 AND open.standing = $2
                AND (open.not_before IS NULL OR open.not_before <= to_timestamp($3 / 1000.0))
                AND NOT EXISTS (
                    SELECT FROM kurus.leases lease
                    WHERE lease.payout = open.payout AND lease.ends_at > to_timestamp($3 / 1000.0))
            ORDER BY coalesce(open.not_before, open.since) LIMIT 1 FOR UPDATE OF open SKIP LOCKED
            """, [.integer(scope.merchant), .text(standing.rawValue), scope.nowMilliseconds])
        return try rows.first.map { row throws(PostgresError) in try row.text(0) }
    }
}
#endif
