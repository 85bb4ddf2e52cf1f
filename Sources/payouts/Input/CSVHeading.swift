/// The first record of comma-separated values, which names the columns.
struct CSVHeading {
    private let texts: [String]
    private let meanings: [ColumnNames.Meaning]
    private let names: ColumnNames
    private let line: Int
    /// Whether its texts are headings and hold no part of a row: no damaged quotes, and as many fields as the row behind it.
    private let isSound: Bool
    private let quoteProblems: [InputProblem]

    init(_ reader: CSVReader, _ names: ColumnNames) {
        self.names = names
        texts = reader.fields.map(reader.text)
        meanings = texts.map(names.meaning)
        line = reader.recordLine
        var next = reader
        isSound = reader.problems.isEmpty && next.next() && next.fields.count == texts.count
        quoteProblems = reader.problems
    }

    var columns: [InputColumn?] {
        meanings.map { if case .column(let column, _) = $0 { column } else { nil } }
    }

    /// What the heading of the recipients says of all of them.
    var type: InputType? {
        meanings.lazy.compactMap { if case .column(.recipient, let type) = $0 { type } else { nil } }.first
    }

    var nameless: [Int] {
        texts.indices.filter { texts[$0].allSatisfy(\.isWhitespace) }
    }

    /// Whether there is a column for everything that is needed.
    var isComplete: Bool { missing.isEmpty }

    func check(_ problems: inout InputProblems) {
        for problem in quoteProblems { problems.add(problem) }
        let known = meanings.count { $0 != .unknown }
        guard known * 2 >= meanings.count - nameless.count, known > 0 else {
            // This line may be a person's row, so it is not shown.
            let names = InputColumn.allCases.map(\.rawValue).joined(separator: ",")
            return report("the first line has to name the columns, as in \(names)", &problems)
        }
        for index in texts.indices where meanings[index] == .unknown && !nameless.contains(index) {
            report(isSound ? ColumnNames.unknown(texts[index]) : "column \(index + 1) has an unknown name", &problems)
        }
        for column in InputColumn.allCases { reportRepeated(column, &problems) }
        for column in missing { report("the column ‘\(column.rawValue)’ is missing", &problems) }
        for heading in names.missing(among: texts) {
            report("no column is named ‘\(SafeText.printable(heading))’, which an option names", &problems)
        }
    }

    private var missing: [InputColumn] {
        InputColumn.allCases.filter { column in
            column.isRequired && !columns.contains(column) && !(column == .type && type != nil)
        }
    }

    private func reportRepeated(_ column: InputColumn, _ problems: inout InputProblems) {
        let indices = columns.indices.filter { columns[$0] == column }
        guard indices.count > 1 else { return }
        let shown = indices.compactMap { isSound ? ShownText.heading(texts[$0]) : nil }
        let isOneName = Set(shown.map(LooseName.key)).count < 2
        let list = shown.map { "‘\($0)’" }.joined(separator: " and ")
        report(
            isOneName
                ? "\(indices.count) columns are named ‘\(column.rawValue)’"
                : "\(list) name the same column, ‘\(column.rawValue)’; --ignore-column leaves one of them out",
            &problems)
    }

    private func report(_ message: String, _ problems: inout InputProblems) {
        problems.add(InputProblem(line: line, message))
    }
}
