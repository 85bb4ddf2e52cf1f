import IyzicoMassPayout

/// A row of an order as it is shown before it is paid: never with its recipient, its name or its description whole.
struct OrderRow {
    /// The line of the file.
    let line: Int
    let item: PayoutItem

    /// The recipient's kind and last two characters.
    var recipient: String { item.recipient.masked }

    /// The first letter of each word of the name; empty where there is no name.
    var initials: String {
        (item.recipient.name ?? "").split(whereSeparator: \.isWhitespace).compactMap(\.first)
            .map { SafeText.printable(String($0)) + "…" }.joined(separator: " ")
    }

    var amount: String { item.amount.description }
}

extension Payroll {
    /// In the order of the file.
    var rows: [OrderRow] { entries.map { OrderRow(line: $0.row.line, item: $0.item) } }
}
