import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// The report as text: a line for each item, and the totals.
struct OrderTable {
    let report: OrderReport

    var text: String {
        report.payouts.map(payoutText).joined() + total
    }

    private func payoutText(_ payout: OrderReport.Payout) -> String {
        let status = payout.report.status.map { ", \(SafeText.masked($0.rawValue))" } ?? ""
        let request = payout.requestID.map { " (\(SafeText.printable($0)))" } ?? ""
        let table = TextTable(
            headings: ["item", "recipient", "amount", "end"], numbers: [2],
            rows: payout.report.items.map { row($0, payout.report.currency) })
        return "payout \(SafeText.printable(payout.id))\(request)\(status)\n" + table.text
    }

    private func row(_ item: ItemReport, _ currency: String?) -> [String] {
        let messages = report.messages.shown(item.messages).map { ": " + $0 }.joined()
        return [
            SafeText.printable(item.id), report.payroll?.recipient(of: item.id)?.masked ?? "",
            item.amount.map { AmountDisplay.text($0, currency ?? "") } ?? "", item.end.words + messages,
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

/// The report as JSON; the manual pages describe the members.
struct OrderJSON {
    let report: OrderReport

    /// One line.
    var text: String {
        report.exitStatus.jsonLine([
            "id": .text(report.id), "host": .text(report.host), "payouts": .array(report.payouts.map(json)),
        ])
    }

    private func json(_ payout: OrderReport.Payout) -> JSONValue {
        .members([
            "id": .text(payout.id), "requestId": .text(payout.requestID),
            "status": .text(payout.report.status.map { Redaction.masked($0.rawValue) }),
            "isFinal": .boolean(payout.isFinal),
            "items": .array(payout.report.items.map { json($0, payout.report.currency) }),
            "error": payout.error.map { json($0, payout.errorText) },
        ])
    }

    private func json(_ error: PayoutError, _ text: String?) -> JSONValue {
        .members([
            "text": .text(text), "moneyMoved": .text(error.money == .unknown ? "unknown" : "nothing"),
            "messages": shown(error.providerMessages),
        ])
    }

    private func json(_ item: ItemReport, _ currency: String?) -> JSONValue {
        .members([
            "id": .text(item.id), "end": .text(item.end.rawValue),
            "status": .text(item.status.map { Redaction.masked($0.rawValue) }), "amount": .amount(item.amount),
            "currency": .text(currency), "commission": .amount(item.commission), "messages": shown(item.messages),
        ])
    }

    private func shown(_ messages: [String]) -> JSONValue? {
        let shown = report.messages.shown(messages)
        return .list(shown.isEmpty ? nil : shown.map(JSONValue.string))
    }
}
