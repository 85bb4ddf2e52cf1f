import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// An order as CSV (RFC 4180, UTF-8): one line for each item, with the fields for matching a bank's file.
struct ExportCSV {
    let record: OrderRecord

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

/// An order as JSON; the manual page of `export` describes the members.
struct ExportJSON {
    let record: OrderRecord

    /// One line.
    var text: String {
        ExitStatus.done.jsonLine([
            "id": .text(record.id), "host": .text(record.host), "key": .text(record.key), "made": .time(record.made),
            "recorded": Self.json(record.recorded), "payouts": .array(record.payouts.map(Self.json)),
        ])
    }

    private static func json(_ payout: OrderRecord.Payout) -> JSONValue {
        .members([
            "id": .text(payout.id), "requestId": .text(payout.requestID),
            "authorized": payout.authorized.flatMap(json), "items": .array(payout.items.map(json)),
        ])
    }

    /// Returns nil where neither is known.
    private static func json(_ event: OrderRecord.Event) -> JSONValue? {
        guard event.time != nil || event.actor != nil else { return nil }
        return .members(["time": .time(event.time), "actor": .text(event.actor)])
    }

    private static func json(_ item: OrderRecord.Item) -> JSONValue {
        .members([
            "id": .text(item.id), "end": .text(item.end.rawValue), "ended": .time(item.ended),
            "amount": .amount(item.amount), "currency": .text(item.currency), "commission": .amount(item.commission),
            "reference": .text(item.reference), "type": .text(item.given?.recipient.kindName),
            "recipient": .text(item.given?.recipient.canonicalText), "name": .text(item.given?.recipient.name),
            "description": .text(item.given?.description),
        ])
    }
}
