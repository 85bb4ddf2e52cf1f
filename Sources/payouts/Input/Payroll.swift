import IyzicoMassPayout

/// The items of a file, each with its place there.
struct Payroll {
    let items: [PayoutItem]
    /// What was recognised in the file and should be known.
    let notes: [String]
    /// Of the items, in their order.
    let places: [InputPlace]
    /// The names of rows whose recipients are sent without one, by the index of the row.
    private let otherNames: [Int: String]
    private let index: ItemIndex

    init(_ reading: PayrollReading) {
        items = reading.items
        notes = reading.notes
        places = reading.places
        otherNames = reading.otherNames
        index = ItemIndex(items)
    }

    /// An item and the row that it came from.
    struct Entry {
        let row: InputRow
        let item: PayoutItem
    }

    /// In the order of the file. Each is made when it is asked for, with its texts as they were understood.
    var entries: some RandomAccessCollection<Entry> {
        items.indices.lazy.map { index in Entry(row: row(index), item: items[index]) }
    }

    func place(of itemID: String) -> InputPlace? {
        index.index(of: itemID, in: items).map { places[$0] }
    }

    func recipient(of itemID: String) -> Recipient? {
        index.index(of: itemID, in: items).map { items[$0].recipient }
    }

    private func row(_ index: Int) -> InputRow {
        let item = items[index]
        var row = InputRow(places[index])
        row[.id] = item.id
        switch item.recipient {
        case .iban(let text, let name):
            (row[.type], row[.recipient], row[.name]) = (InputType.iban.rawValue, text, name)
        case .phone(let text): (row[.type], row[.recipient]) = (InputType.phone.rawValue, text)
        case .identityNumber(let text): (row[.type], row[.recipient]) = (InputType.identityNumber.rawValue, text)
        case .memberID(let text): (row[.type], row[.recipient]) = (InputType.memberID.rawValue, text)
        }
        if let name = otherNames[index] { row[.name] = name }
        row[.amount] = item.amount.amountText
        row[.currency] = item.amount.currency.code
        row[.description] = item.description
        row[.nonWithdrawable] = item.nonWithdrawable.map { $0 ? "true" : "false" } ?? ""
        return row
    }

    /// Everything that keeps a file from being paid.
    struct Unusable: Error {
        /// Those that are shown, with lines that count the others.
        let problems: [InputProblem]
        let count: Int
        let notes: [String]
    }

    /// - Parameters:
    ///   - path: Its ending tells how the rows are written, where the options do not.
    ///   - id: The payout's, which is checked with its items.
    static func read(
        _ bytes: consuming [UInt8], path: String, id: String, options: InputOptions
    ) throws(Unusable) -> (payroll: Payroll, payout: MassPayout) {
        var reading = PayrollReading()
        InputFormat.read(consume bytes, path: path, options, into: &reading)
        let payout = reading.payout(id, options)
        guard let payout, reading.problems.isEmpty else {
            throw Unusable(problems: reading.problems.lines, count: reading.problems.count, notes: reading.notes)
        }
        return (Payroll(reading), payout)
    }
}

/// Finds items by their ids.
private struct ItemIndex {
    private var places: FirstPlaces

    init(_ items: [PayoutItem]) {
        places = FirstPlaces(count: items.count)
        for (index, item) in items.enumerated() {
            _ = places.first(equalTo: index, hash: item.id.hashValue) { items[$0].id == item.id }
        }
    }

    func index(of id: String, in items: [PayoutItem]) -> Int? {
        places.first(hash: id.hashValue) { items[$0].id == id }
    }
}
