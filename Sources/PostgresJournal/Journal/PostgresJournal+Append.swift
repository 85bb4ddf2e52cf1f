#if Postgres
import Foundation
public import IyzicoMassPayout
import KurusJSON

extension PostgresJournal {
    public func append(_ append: JournalAppend) async throws(JournalError) -> AppendOutcome {
        try await writing { session, scope throws(PostgresError) in
            try session.append(append, scope)
        }
    }
}

extension PostgresSession {
    fileprivate mutating func append(
        _ append: JournalAppend, _ scope: JournalScope
    ) throws(PostgresError) -> AppendOutcome {
        // A line that another writer inserted meanwhile is read in the next turn.
        for _ in 0..<Self.turns {
            guard let chain = try lineChain(ofPayout: append.payoutID, scope) else { return .refused(.unknownPayout) }
            switch chain.history.verdict(on: append) {
            case .written(let line): return .appended(line)
            case .refuse(let refusal): return .refused(refusal)
            case .write(let number):
                let line = JournalLine(append, number: number, at: scope.now)
                if case .authorizing = line.step { try checkServer() }
                if try insert(line, chain, scope) != nil { return .appended(line) }
            }
        }
        throw .refused(.lockNotAvailable, message: "others write to this payout all the time")
    }

    /// Inserts a line, after waiting for open transactions with the same number; nil when another writer's line exists.
    ///
    /// - Returns: The chain with that line.
    mutating func insert(
        _ line: JournalLine, _ chain: LineChain, _ scope: JournalScope
    ) throws(PostgresError) -> LineChain? {
        var chain = chain
        let text = StoredLine(
            .step(payoutID: chain.history.payout.id, line.step), time: line.time, actor: line.actor, token: line.token)
        let bytes = JSONWriter.bytes(of: text)
        let code = scope.key.code(of: bytes, after: chain.code)
        let before = chain.history.state
        chain.history.take(line)
        let state = chain.history.state
        let rows = try query(
            """
            WITH line AS (
                INSERT INTO kurus.lines (payout, number, kind, authorization_number, token, line, code)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING payout
            )\(Self.standing(before: before, after: state))
            SELECT payout FROM line
            """,
            [
                .integer(chain.number), .integer(Int64(line.number)), .text(line.step.kind),
                line.step.authorizationNumber.map { .integer(Int64($0)) } ?? .null,
                line.token.map { .text($0) } ?? .null,
                .text(String(decoding: bytes, as: UTF8.self)), .bytes(code), .integer(scope.merchant),
                .text(state.standing.rawValue), .integer((line.time ?? scope.now).milliseconds),
                .integer(Int64(state.initializations)),
                .integer(Int64(state.lastAuthorization?.number ?? 0)),
            ])
        return rows.isEmpty ? nil : LineChain(number: chain.number, history: chain.history, code: code)
    }

    /// The change of a payout's row among the open ones.
    private static func standing(before: PayoutState, after: PayoutState) -> String {
        if after.standing != .ended {
            return """
                , standing AS (
                    INSERT INTO kurus.standings AS open
                        (payout, merchant, standing, since, initializations, authorizations)
                    SELECT payout, $8, $9, to_timestamp($10 / 1000.0), $11, $12 FROM line
                    ON CONFLICT (payout) DO UPDATE SET standing = excluded.standing,
                        since = CASE open.standing WHEN excluded.standing THEN open.since ELSE excluded.since END,
                        initializations = excluded.initializations, authorizations = excluded.authorizations,
                        -- A payout that went on is looked at again.
                        left_for = CASE open.standing WHEN excluded.standing THEN open.left_for END,
                        failures = CASE open.standing WHEN excluded.standing THEN open.failures ELSE 0 END,
                        not_before = CASE open.standing WHEN excluded.standing THEN open.not_before END
                )
                """
        }
        // An ended payout is counted already.
        if before.standing == .ended {
            return ", unused AS (SELECT $8::bigint, $9, $10::bigint, $11::bigint, $12::bigint)"
        }
        return """
            , unused AS (SELECT $9, $10::bigint),
            gone AS (DELETE FROM kurus.standings USING line WHERE standings.payout = line.payout),
            total AS (
                INSERT INTO kurus.totals AS total (merchant, shard, ended, initializations, authorizations)
                SELECT $8, payout % 16, 1, $11, $12 FROM line
                ON CONFLICT (merchant, shard) DO UPDATE SET ended = total.ended + 1,
                    initializations = total.initializations + excluded.initializations,
                    authorizations = total.authorizations + excluded.authorizations
            )
            """
    }

    /// Refuses to announce an authorization on a server that may have lost lines.
    private mutating func checkServer() throws(PostgresError) {
        guard try confirmedServer() == serverIdentity() else { throw .unconfirmedServer }
    }

    private static let turns = 4
}

extension JournalStep {
    fileprivate var authorizationNumber: Int? {
        switch self {
        case .authorizing(_, let number), .authorizationNotSent(let number, _): number
        default: nil
        }
    }
}

/// A payout with its lines, and the code to which the next line is chained.
struct LineChain: Sendable {
    /// The payout's number in the database.
    let number: Int64
    var history: PayoutHistory
    /// The authentication code of the last line, or of the payout without lines.
    let code: [UInt8]
}

extension PostgresSession {
    /// Reads a payout's lines without its items; nil when it is unknown.
    mutating func lineChain(
        ofPayout id: String, _ scope: JournalScope
    ) throws(PostgresError) -> LineChain? {
        let rows = try query(
            """
            SELECT payout.payout, payout.order_id, payout.currency, payout.body_hash, payout.code, line.line, line.code
            FROM kurus.payouts payout LEFT JOIN kurus.lines line ON line.payout = payout.payout
            WHERE payout.merchant = $1 AND payout.id = $2 ORDER BY line.number
            """, [.integer(scope.merchant), .text(id)])
        guard let first = rows.first else { return nil }
        let payout = RecordedPayout(
            id: id, currency: try first.text(2), bodyHash: try first.text(3), items: [])
        var reader = LineReader(payoutID: id, code: try first.bytes(4), key: scope.key)
        if try first.optionalText(5) != nil {
            for row in rows { try reader.take(row.text(5), code: row.bytes(6)) }
        }
        return LineChain(
            number: try first.integer(0),
            history: PayoutHistory(
                orderID: try first.text(1), payout: payout, lines: reader.lines, readAt: scope.now),
            code: reader.code)
    }
}

/// Reads a payout's lines in order, and checks that none was changed, removed or inserted.
///
/// The removal of the last line cannot be detected.
struct LineReader {
    let payoutID: String
    /// The code of the last line; at first the payout's own, to which its first line is chained.
    var code: [UInt8]
    let key: JournalKey
    var lines: [JournalLine] = []

    mutating func take(_ text: String, code next: [UInt8]) throws(PostgresError) {
        let bytes = Array(text.utf8)
        let number = lines.count + 1
        guard key.code(of: bytes, after: code) == next, let stored = try? JSONReader.read(StoredLine.self, from: bytes),
            case .step(payoutID, let step) = stored.entry
        else { throw .badLine(payoutID: payoutID, number: number) }
        code = next
        lines.append(
            JournalLine(number: number, time: stored.time, actor: stored.actor, token: stored.token, step: step))
    }
}

extension JournalKey {
    /// Returns the HMAC-SHA256 (RFC 2104) of a line after the code of the previous line.
    func code(of line: [UInt8], after code: [UInt8]) -> [UInt8] {
        self.code([code, line])
    }

    /// Returns the code of a recorded payout, which detects a changed amount or recipient.
    func code(of payout: RecordedPayout, in orderID: String) -> [UInt8] {
        let head = Array("payout \(orderID.utf8.count) \(orderID) ".utf8)
        return code([head, JSONWriter.bytes(of: payout)])
    }
}
#endif
