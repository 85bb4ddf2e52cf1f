import IyzicoMassPayout

/// A row of an order as it is shown before it is paid: never with its recipient, its name or its description whole.
struct OrderRow {
    let place: InputPlace
    let item: PayoutItem

    /// Its line, or in JSON its element.
    var number: String { place.element.map { "items[\($0)]" } ?? "\(place.lineNumber)" }

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
    /// In the order of the file; each is made when it is asked for.
    var rows: some RandomAccessCollection<OrderRow> {
        items.indices.lazy.map { row(at: $0) }
    }

    func row(at index: Int) -> OrderRow { OrderRow(place: places[index], item: items[index]) }
}
