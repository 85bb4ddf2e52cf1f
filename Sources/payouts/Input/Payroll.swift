import IyzicoMassPayout

/// The items of a file, each with the row that it came from.
struct Payroll {
    struct Entry {
        let row: InputRow
        let item: PayoutItem
    }

    let entries: [Entry]
    /// What was recognised in the file and should be known.
    let notes: [String]

    var items: [PayoutItem] { entries.map(\.item) }

    func recipient(of itemID: String) -> Recipient? {
        recipients[itemID]
    }

    private let recipients: [String: Recipient]

    private init(_ entries: [Entry], notes: [String]) {
        self.entries = entries
        self.notes = notes
        recipients = Dictionary(entries.map { ($0.item.id, $0.item.recipient) }) { first, _ in first }
    }

    /// Everything that keeps a file from being paid.
    struct Unusable: Error {
        let problems: [InputProblem]
        let notes: [String]
    }

    /// - Parameters:
    ///   - path: Its ending says how the rows are written.
    ///   - id: The payout's, which is checked with its items.
    static func read(
        _ bytes: [UInt8], path: String, id: String, options: InputOptions
    ) throws(Unusable) -> (payroll: Payroll, payout: MassPayout) {
        let table = InputFormat.table(of: bytes, path: path)
        var problems = table.problems
        let currency = table.rows.lazy.compactMap { try? Currency($0[.currency]) }.first ?? .tryLira
        var whole: [Entry] = []
        let entries = table.rows.compactMap { row -> Entry? in
            var reading = RowReading(row, otherCurrency: currency)
            let entry = reading.item().map { Entry(row: row, item: $0) }
            problems += reading.problems
            if reading.problems.isEmpty { whole += [entry].compactMap(\.self) }
            return entry
        }
        if !options.allowsDuplicates { problems += Duplicates.problems(in: whole) }
        let payout = payout(id, entries, options, &problems)
        guard let payout, problems.isEmpty else {
            throw Unusable(problems: problems.inOrderOfLines, notes: table.notes)
        }
        return (Payroll(entries, notes: table.notes), payout)
    }

    private static func payout(
        _ id: String, _ entries: [Entry], _ options: InputOptions, _ problems: inout [InputProblem]
    ) -> MassPayout? {
        do throws(InvalidMassPayout) {
            return try MassPayout(id: id, items: entries.map(\.item), checks: options.checks)
        } catch {
            for problem in error.problems where problem.kind != .noItems || problems.isEmpty {
                let line = problem.itemIndex.map { entries[$0].row.line }
                problems.append(InputProblem(line: line, message(problem.kind, entries)))
            }
            return nil
        }
    }

    private static func message(_ kind: InvalidMassPayout.Kind, _ entries: [Entry]) -> String {
        if case .repeatedID(let first) = kind { return "line \(entries[first].row.line) has the same id" }
        return kind.description
    }
}
