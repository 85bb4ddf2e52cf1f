import IyzicoMassPayout
import IyzicoMassPayoutAPI

/// The items of a file and their locations.
struct Payroll {
    let items: [PayoutItem]
    /// Notes about how the file was interpreted.
    let notes: [String]
    /// The locations of the items, in their order.
    let locations: [InputLocation]
    /// Names of recipients that are sent without one, by the index of the row.
    private let otherNames: [Int: String]
    /// The indices of the items by id.
    private let places: FirstPlaces

    init(_ reading: PayrollReading) {
        items = reading.items
        notes = reading.notes
        locations = reading.locations
        otherNames = reading.otherNames
        var places = FirstPlaces(count: items.count)
        for (index, item) in items.enumerated() {
            _ = places.first(equalTo: index, hash: item.id.hashValue) { [items] in items[$0].id == item.id }
        }
        self.places = places
    }

    /// An item and its row.
    struct Entry {
        let row: InputRow
        let item: PayoutItem
    }

    /// The items in the order of the file. Each row is rebuilt on demand from the item.
    var entries: some RandomAccessCollection<Entry> {
        items.indices.lazy.map { index in Entry(row: row(index), item: items[index]) }
    }

    func location(of itemID: String) -> InputLocation? {
        index(of: itemID).map { locations[$0] }
    }

    func recipient(of itemID: String) -> Recipient? {
        index(of: itemID).map { items[$0].recipient }
    }

    private func index(of itemID: String) -> Int? {
        places.first(hash: itemID.hashValue) { items[$0].id == itemID }
    }

    private func row(_ index: Int) -> InputRow {
        let item = items[index]
        var row = InputRow(locations[index])
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

    /// The problems that make a file unusable.
    struct Unusable: Error {
        /// The problems to show, with lines that count the others.
        let problems: [InputProblem]
        let count: Int
        let notes: [String]
    }

    /// - Parameters:
    ///   - path: The file's path, whose extension gives the format unless the options do.
    ///   - id: The payout's id, which is checked with the items.
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

/// Turns the rows of a file into items as they are read.
struct PayrollReading: InputRowTaker {
    var problems = InputProblems()
    var notes: [String] = []
    private(set) var items: [PayoutItem] = []
    /// The location of each item's row.
    private(set) var locations: [InputLocation] = []
    /// Names of recipients that are sent without one, by the index of the row.
    private(set) var otherNames: [Int: String] = [:]

    private var rows = RowReading()
    /// Indices of items from rows with problems, which may contain placeholders.
    private var brokenItems: Set<Int> = []
    private var standInCurrencies: [Int] = []
    private var lastDescription = ""
    private var rowCount = 0

    mutating func take(_ row: InputRow) {
        rowCount += 1
        // Most rows repeat one description: they share one string.
        var row = row
        if row[.description] == lastDescription { row[.description] = lastDescription }
        lastDescription = row[.description]
        let reading = rows.read(row)
        for problem in rows.problems { problems.add(InputProblem(row.location, itemID: row[.id], problem)) }
        // Without its id, a row cannot be checked further.
        guard let reading, !row.unknown.contains(.id) else { return }
        if !rows.problems.isEmpty || !row.unknown.isEmpty { brokenItems.insert(items.count) }
        if reading.hasStandInCurrency { standInCurrencies.append(items.count) }
        if reading.item.recipient.isSentWithoutName, !row[.name].isEmpty { otherNames[items.count] = row[.name] }
        items.append(reading.item)
        locations.append(row.location)
    }

    /// Makes a payout of the items. Its problems are added to the others.
    mutating func payout(_ id: String, _ options: InputOptions) -> MassPayout? {
        if rowCount == 0, problems.isEmpty { problems.add(InputProblem(.file, "the file has no rows")) }
        replaceStandIns()
        if !options.allowsDuplicates { reportDuplicates() }
        do throws(InvalidMassPayout) {
            return try MassPayout(id: id, items: items, checks: options.checks)
        } catch {
            for problem in error.problems where problem.kind != .noItems || problems.isEmpty {
                report(message(problem.kind), at: problem.itemIndex)
            }
            return nil
        }
    }

    /// Gives placeholder currencies that of another row, so that they cause no problem of their own.
    private mutating func replaceStandIns() {
        guard !standInCurrencies.isEmpty else { return }
        let standIns = Set(standInCurrencies)
        let other = items.indices.first { !standIns.contains($0) }.map { items[$0].amount.currency }
        guard let other, let amount = try? Money("1", other) else { return }
        for index in standInCurrencies {
            let item = items[index]
            items[index] = PayoutItem(
                id: item.id, recipient: item.recipient, amount: amount, description: item.description,
                nonWithdrawable: item.nonWithdrawable)
        }
    }

    private mutating func reportDuplicates() {
        let whole = items.indices.lazy.filter { [brokenItems] in !brokenItems.contains($0) }
        for (index, first) in Duplicates.pairs(in: items, among: whole) {
            report(
                "\(locations[first].name) pays the same recipient the same amount; --allow-duplicates if that is meant",
                at: index)
        }
    }

    private mutating func report(_ message: String, at index: Int?) {
        guard let index else { return problems.add(InputProblem(.file, message)) }
        problems.add(InputProblem(locations[index], itemID: items[index].id, message))
    }

    private func message(_ kind: InvalidMassPayout.Kind) -> String {
        if case .repeatedID(let first) = kind { return "\(locations[first].name) has the same id" }
        return kind.description
    }
}

extension Recipient {
    fileprivate var isSentWithoutName: Bool {
        if case .iban = self { false } else { true }
    }
}

/// Finds items that pay the same recipient the same amount, most often a row copied by mistake.
enum Duplicates {
    /// Returns the index of each such item with that of the first one.
    static func pairs(in items: [PayoutItem], among indices: some Sequence<Int>) -> [(index: Int, first: Int)] {
        var places = FirstPlaces(count: items.count)
        var pairs: [(index: Int, first: Int)] = []
        for index in indices {
            let item = items[index]
            let recipient = item.recipient.canonicalText
            var hasher = Hasher()
            hasher.combine(recipient)
            hasher.combine(item.amount)
            let first = places.first(equalTo: index, hash: hasher.finalize()) { other in
                isDuplicate(items[other], item, recipient)
            }
            if let first { pairs.append((index, first)) }
        }
        return pairs
    }

    /// The name beside an account is not compared: it does not distinguish two payments.
    private static func isDuplicate(_ other: PayoutItem, _ item: PayoutItem, _ recipient: String) -> Bool {
        other.amount == item.amount && other.recipient.kind == item.recipient.kind
            && other.recipient.canonicalText == recipient
    }
}
