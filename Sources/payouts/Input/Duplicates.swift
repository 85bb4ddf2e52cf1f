import IyzicoMassPayout
import IyzicoMassPayoutAPI

/// Finds rows that pay the same recipient the same amount: most often one row that was copied.
enum Duplicates {
    /// The name beside an account does not tell two payments apart.
    private struct Payment: Hashable {
        let kind: String
        let recipient: String
        let amount: Money
    }

    static func problems(in entries: [Payroll.Entry]) -> [InputProblem] {
        var lines: [Payment: Int] = [:]
        return entries.compactMap { entry in
            let recipient = entry.item.recipient
            let payment = Payment(
                kind: recipient.kind.rawValue, recipient: recipient.canonicalText, amount: entry.item.amount)
            guard let first = lines[payment] else {
                lines[payment] = entry.row.line
                return nil
            }
            let message = "line \(first) pays the same recipient the same amount; --allow-duplicates if that is meant"
            return InputProblem(line: entry.row.line, message)
        }
    }
}
