import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// The summary as text, with a label for each subject.
struct OrderSummaryText {
    let summary: OrderSummary

    /// The number of lines of one kind that are shown; the others are counted.
    private static let shownLines = 10

    /// - Parameters:
    ///   - balance: Nil where the provider is not asked.
    ///   - settled: The number of payouts that were already authorized, given up or at their ends.
    func text(balance: BalanceCheck?, settled: Int, showsRows: Bool) -> String {
        let plan = summary.plan
        let order =
            "\(SafeText.printable(plan.id)): \(Count(summary.payroll.items.count, "item").text)"
            + (plan.payouts.count > 1 ? " in \(plan.payouts.count) payouts" : "")
        var text = Self.block("order", [order])
        text += Self.block("total", summary.totals.map { "\($0.sum), \(Count($0.count, "item").text)" })
        text += Self.block("largest", Self.table(summary.largest))
        text += Self.block("unusual", unusual.isEmpty ? ["nothing"] : unusual)
        if let balance { text += Self.block("balance", [balance.text]) }
        text += Self.block("host", [summary.host])
        text += Self.block("hash", [summary.hash.text])
        if settled > 0 {
            let count = Count(settled, "payout").text
            text += Self.block("journal", ["\(count) authorized, given up or at the end before"])
        }
        return showsRows ? text + rows : text
    }

    var question: String {
        "Pay \(Count(summary.payroll.items.count, "item").text), \(summary.totalText), through \(summary.host)?"
    }

    private var unusual: [String] {
        let large = summary.unusual.large.flatMap { large in
            large.rows.map { row in
                "\(row.location.name), \(SafeText.name(row.item.id)): \(row.amount) is at least ten times the median, "
                    + large.medianText
            }
        }
        let repeated = summary.unusual.repeated.map { rows in
            "\(Self.list(rows)): one recipient, \(rows.first?.recipient ?? "")"
        }
        return Self.capped(large) + Self.capped(repeated)
    }

    private static func capped(_ lines: [String]) -> [String] {
        guard lines.count > shownLines else { return lines }
        return lines.prefix(shownLines) + ["and \(lines.count - shownLines) more like these"]
    }

    private static func list(_ rows: [OrderRow]) -> String {
        let words = rows.map(\.number)
        return (rows.first?.location.element == nil ? "lines " : "") + list(words)
    }

    private static func list(_ words: [String]) -> String {
        guard words.count <= shownLines else {
            return words.prefix(shownLines).joined(separator: ", ") + " and \(words.count - shownLines) more"
        }
        return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    }

    private static func block(_ label: String, _ lines: [String]) -> String {
        let margin = String(repeating: " ", count: 10)
        return lines.enumerated().map { index, line in
            (index == 0 ? label + margin.dropFirst(label.count) : margin) + line + "\n"
        }.joined()
    }

    private static func table(_ rows: [OrderRow]) -> [String] {
        TextTable.lines(
            rows.map { [SafeText.printable($0.item.id), $0.recipient, $0.initials, $0.amount] }, numbers: [3])
    }

    private var rows: String {
        let rows = summary.payroll.rows
        let cells = rows.map { [$0.number, SafeText.printable($0.item.id), $0.recipient, $0.initials, $0.amount] }
        let number = rows.first?.location.element == nil ? "line" : "element"
        return TextTable(
            headings: [number, "item", "recipient", "name", "amount"], numbers: [0, 4], rows: Array(cells)
        ).text
    }
}

/// The summary as JSON; the manual page of `plan` describes the members.
struct OrderSummaryJSON {
    let summary: OrderSummary

    /// One line.
    ///
    /// - Parameter balance: Nil where the provider is not asked.
    func text(balance: BalanceCheck?, showsRows: Bool, _ exitStatus: ExitStatus) -> String {
        exitStatus.jsonLine([
            "id": .text(summary.plan.id), "host": .text(summary.host), "hash": .text(summary.hash.text),
            "payouts": .array(summary.plan.payouts.map { .string($0.id) }),
            "items": .count(summary.payroll.items.count), "totals": .array(summary.totals.map(Self.json)),
            "largest": .array(summary.largest.map(Self.json)), "unusual": unusual,
            "rows": .list(showsRows ? summary.payroll.rows.map(Self.json) : nil),
            "balance": .amount(balance?.balance), "balanceProblem": .text(balance?.problem),
            "isCovered": balance?.covers.map(JSONValue.boolean),
        ])
    }

    private var unusual: JSONValue {
        .members([
            "largeAmounts": .array(summary.unusual.large.flatMap(\.rows).map(Self.json)),
            "repeatedRecipients": .array(
                summary.unusual.repeated.map { rows in .array(rows.map { .string($0.item.id) }) }),
        ])
    }

    private static func json(_ total: OrderSummary.Total) -> JSONValue {
        .members([
            "currency": .text(total.sum.currency.code), "amount": .amount(total.sum.amount),
            "items": .count(total.count),
        ])
    }

    private static func json(_ row: OrderRow) -> JSONValue {
        .members([
            "line": .count(row.location.line), "element": .count(row.location.element), "id": .text(row.item.id),
            "recipient": .text(row.recipient), "name": row.initials.isEmpty ? nil : .text(row.initials),
            "amount": .amount(row.item.amount.amount), "currency": .text(row.item.amount.currency.code),
        ])
    }
}
