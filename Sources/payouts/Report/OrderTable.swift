import IyzicoMassPayout
import KurusCommandLine

/// An order for a person: a line for each item, and what they come to.
struct OrderTable {
    private let report: OrderReport

    init(_ report: OrderReport) {
        self.report = report
    }

    var text: String {
        report.payouts.map(payoutText).joined() + total
    }

    private func payoutText(_ payout: OrderReport.Payout) -> String {
        let status = payout.status.map { ", \(SafeText.masked($0))" } ?? ""
        let request = payout.requestID.map { " (\(SafeText.printable($0)))" } ?? ""
        let table = TextTable(
            headings: ["item", "recipient", "amount", "end"], numbers: [2], rows: payout.items.map(row))
        return "payout \(SafeText.printable(payout.id))\(request)\(status)\n" + table.text
    }

    private func row(_ item: OrderReport.Item) -> [String] {
        let messages = report.messages.shown(item.messages).map { ": " + $0 }.joined()
        return [
            SafeText.printable(item.id), report.payroll?.recipient(of: item.id)?.masked ?? "",
            item.amount.map { AmountDisplay.text($0, item.currency ?? "") } ?? "", item.end.words + messages,
        ]
    }

    /// `5 items: 4 paid, 1 refused`.
    private var total: String {
        let counts = ItemEnd.allCases.compactMap { end in
            let count = report.items.count { $0.end == end }
            return count == 0 ? nil : "\(count) \(end.words)"
        }
        return "\(Count(report.items.count, "item").text): \(counts.joined(separator: "; "))\n"
    }
}
