import IyzicoMassPayout

/// Makes items of the rows of a file while they are read.
struct PayrollReading: InputRowTaker {
    var problems = InputProblems()
    var notes: [String] = []
    private(set) var items: [PayoutItem] = []
    /// Where each item's row is.
    private(set) var places: [InputPlace] = []
    /// The names of rows whose recipients are sent without one, by the index of the row.
    private(set) var otherNames: [Int: String] = [:]

    private var rows = RowReading()
    /// The items of rows with problems, of which something may stand in for what is wrong.
    private var brokenItems: Set<Int> = []
    private var standInCurrencies: [Int] = []
    private var lastDescription = ""
    private var rowCount = 0

    mutating func take(_ row: InputRow) {
        rowCount += 1
        // Nearly all rows have one description, and it is kept once.
        var row = row
        if row[.description] == lastDescription { row[.description] = lastDescription }
        lastDescription = row[.description]
        let reading = rows.read(row)
        for problem in rows.problems { problems.add(InputProblem(row.place, itemID: row[.id], problem)) }
        // Without an id nothing more can be said of a row.
        guard let reading, !row.unknown.contains(.id) else { return }
        if !rows.problems.isEmpty || !row.unknown.isEmpty { brokenItems.insert(items.count) }
        if reading.hasStandInCurrency { standInCurrencies.append(items.count) }
        if reading.item.recipient.isSentWithoutName, !row[.name].isEmpty { otherNames[items.count] = row[.name] }
        items.append(reading.item)
        places.append(row.place)
    }

    /// The items as a payout; what is wrong with it is added to the problems.
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

    /// A currency that nobody wrote is that of another row, so that it is no problem of its own.
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
                "\(places[first].name) pays the same recipient the same amount; --allow-duplicates if that is meant",
                at: index)
        }
    }

    private mutating func report(_ message: String, at index: Int?) {
        guard let index else { return problems.add(InputProblem(.file, message)) }
        problems.add(InputProblem(places[index], itemID: items[index].id, message))
    }

    private func message(_ kind: InvalidMassPayout.Kind) -> String {
        if case .repeatedID(let first) = kind { return "\(places[first].name) has the same id" }
        return kind.description
    }
}

extension Recipient {
    fileprivate var isSentWithoutName: Bool {
        if case .iban = self { false } else { true }
    }
}
