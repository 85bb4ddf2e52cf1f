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
        // A lease that cannot be given back ends by itself.
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
        let (seconds, attoseconds) = duration.components
        return Date(milliseconds: now.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
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
        // It was given back just now.
        guard let row = rows.first else { return nil }
        return LeaseOwner(
            token: try row.text(0), actor: try row.text(1), host: try row.text(2),
            process: Int32(clamping: try row.integer(3)))
    }
}
#endif
