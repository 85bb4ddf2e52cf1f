#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal: CallTurns {
    /// How many calls a second all workers of this merchant make together; nil without a limit.
    public func callLimit() async throws(JournalError) -> Double? {
        try await reading { session, scope throws(PostgresError) in
            let rows = try session.query(
                "SELECT calls_per_second FROM kurus.call_limits WHERE merchant = $1", [.integer(scope.merchant)])
            guard let row = rows.first else { return nil }
            guard let limit = Double(try row.text(0)) else { throw .unexpectedAnswer }
            return limit
        }
    }

    /// Lets all workers of this merchant call as often as they like.
    public func removeCallLimit() async throws(JournalError) {
        try await writing { session, scope throws(PostgresError) in
            _ = try session.query("DELETE FROM kurus.call_limits WHERE merchant = $1", [.integer(scope.merchant)])
        }
    }

    /// Sets how many calls a second all workers of this merchant make together.
    ///
    /// - Parameter callsPerSecond: More than 0.
    public func limitCalls(to callsPerSecond: Double) async throws(JournalError) {
        guard callsPerSecond > 0, callsPerSecond.isFinite else {
            throw .unavailable(reason: "a limit of calls a second is more than 0")
        }
        try await writing { session, scope throws(PostgresError) in
            _ = try session.query(
                """
                INSERT INTO kurus.call_limits (merchant, calls_per_second, next_at)
                VALUES ($1, $2::text::numeric, to_timestamp($3 / 1000.0))
                ON CONFLICT (merchant) DO UPDATE SET calls_per_second = excluded.calls_per_second
                """, [.integer(scope.merchant), .text("\(callsPerSecond)"), scope.nowMilliseconds])
        }
    }

    /// Takes the next turn to call the provider.
    ///
    /// Turns are given in the sequence in which they are asked for, one every `1 / calls per second`; unused ones are not
    /// saved up. A turn whose answer was lost is lost with it.
    ///
    /// - Returns: How long to wait before the call; nil where no limit is set.
    public func nextCall() async throws(JournalError) -> Duration? {
        try await writing { session, scope throws(PostgresError) in
            let rows = try session.query(
                """
                UPDATE kurus.call_limits
                SET next_at = greatest(next_at, to_timestamp($2 / 1000.0)) + interval '1 second' / calls_per_second::float8
                WHERE merchant = $1
                RETURNING (extract(epoch FROM next_at - interval '1 second' / calls_per_second::float8
                    - to_timestamp($2 / 1000.0)) * 1000)::bigint
                """, [.integer(scope.merchant), scope.nowMilliseconds])
            guard let row = rows.first else { return nil }
            return .milliseconds(max(0, try row.integer(0)))
        }
    }
}
#endif
