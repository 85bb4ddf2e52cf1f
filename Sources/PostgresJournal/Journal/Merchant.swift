#if Postgres
import Foundation
import IyzicoMassPayout

extension PostgresSession {
    /// The number of an account; nil where it has none and is to be given none.
    mutating func merchant(
        _ identity: JournalIdentity, beginsNew: Bool, at time: Date
    ) throws(PostgresError) -> Int64? {
        let values: [SQLValue] = [.text(identity.provider), .text(identity.host), .text(identity.keyFingerprint)]
        let known = "SELECT merchant FROM kurus.merchants WHERE provider = $1 AND host = $2 AND fingerprint = $3"
        if let row = try query(known, values).first { return try row.integer(0) }
        guard beginsNew else { return nil }
        let made = try query(
            """
            INSERT INTO kurus.merchants (provider, host, fingerprint, begun_at)
            VALUES ($1, $2, $3, to_timestamp($4 / 1000.0)) ON CONFLICT DO NOTHING RETURNING merchant
            """, values + [.integer(time.milliseconds)])
        if let row = made.first { return try row.integer(0) }
        // Somebody else began it at this moment.
        return try row(known, values).integer(0)
    }
}
#endif
