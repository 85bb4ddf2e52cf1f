#if Postgres
import Foundation
public import IyzicoMassPayout

extension PostgresJournal: CallTurns {
    /// Returns the number of calls a second that all workers of this merchant may make together; nil without a limit.
    public func callLimit() async throws(JournalError) -> Double? {
        try await reading { session, scope throws(PostgresError) in
            let rows = try session.query(
                "SELECT calls_per_second FROM kurus.call_limits WHERE merchant = $1", [.integer(scope.merchant)])
            guard let row = rows.first else { return nil }
            guard let limit = Double(try row.text(0)) else { throw .unexpectedAnswer }
            return limit
        }
    }

    /// Removes the limit on calls of this merchant's workers.
    public func removeCallLimit() async throws(JournalError) {
        try await writing { session, scope throws(PostgresError) in
            _ = try session.query("DELETE FROM kurus.call_limits WHERE merchant = $1", [.integer(scope.merchant)])
        }
    }

    /// Sets the number of calls a second that all workers of this merchant may make together.
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
    /// Turns are granted in the order of requests, one every `1 / calls per second`; unused ones are not saved. A turn
    /// whose answer was lost is lost.
    ///
    /// - Returns: The delay before the call; nil without a limit.
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
