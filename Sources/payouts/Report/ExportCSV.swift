import Foundation
import IyzicoMassPayout

/// An order as CSV (RFC 4180, UTF-8): a line for each item, with what a bank's file is matched by.
struct ExportCSV {
    private let record: OrderRecord

    init(_ record: OrderRecord) {
        self.record = record
    }

    var text: String {
        let columns = Self.columns + (hasFile ? Self.fileColumns : [])
        return CSVWriting.line(columns) + record.items.map(line).joined()
    }

    private static let columns = [
        "order", "payout", "request", "item", "end", "amount", "currency", "commission", "reference", "authorized",
        "ended",
    ]
    private static let fileColumns = ["type", "recipient", "name", "description"]

    private var hasFile: Bool { record.items.contains { $0.given != nil } }

    private func line(_ item: OrderRecord.Item) -> String {
        var cells = [
            record.id, item.payoutID, item.requestID ?? "", item.id, item.end.rawValue,
            AmountDisplay.digits(item.amount, item.currency),
            item.currency, item.commission.map { AmountDisplay.digits($0, item.currency) } ?? "", item.reference ?? "",
            item.authorized.map(ReportTime.text) ?? "", item.ended.map(ReportTime.text) ?? "",
        ]
        if hasFile {
            let recipient = item.given?.recipient
            cells += [
                recipient?.kindName ?? "", recipient?.canonicalText ?? "", recipient?.name ?? "",
                item.given?.description ?? "",
            ]
        }
        return CSVWriting.line(cells.map(CSVWriting.defused))
    }
}
