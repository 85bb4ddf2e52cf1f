#if Postgres
import Foundation
import IyzicoMassPayout
import KurusJSON

/// A payout with its lines, and what the next line is chained to.
struct LineChain: Sendable {
    /// The payout's number in the database.
    let number: Int64
    var history: PayoutHistory
    /// The authentication code of the last line, or of the payout where it has none.
    let code: [UInt8]
}

extension PostgresSession {
    /// A payout's lines, without its items; nil where no order has it.
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

/// Reads a payout's lines in their sequence, and checks that none was changed, left out or put in.
///
/// A last line that was removed cannot be seen.
struct LineReader {
    let payoutID: String
    private(set) var code: [UInt8]
    private let key: JournalKey
    private(set) var lines: [JournalLine] = []

    /// - Parameter code: The payout's own code, which its first line is chained to.
    init(payoutID: String, code: [UInt8], key: JournalKey) {
        self.payoutID = payoutID
        self.code = code
        self.key = key
    }

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
    /// HMAC-SHA256 (RFC 2104) of a line, behind the code of the line before.
    func code(of line: [UInt8], after code: [UInt8]) -> [UInt8] {
        HMACSHA256.code(key: bytes, parts: [code, line])
    }

    /// The code of a payout as it was recorded: an amount or a recipient that was changed is seen.
    func code(of payout: RecordedPayout, in orderID: String) -> [UInt8] {
        let head = Array("payout \(orderID.utf8.count) \(orderID) ".utf8)
        return HMACSHA256.code(key: bytes, parts: [head, JSONWriter.bytes(of: payout)])
    }
}
#endif
