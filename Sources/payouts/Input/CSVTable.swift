import KurusCommandLine

/// Reads rows of comma-separated values whose first record names the columns.
struct CSVTable {
    private let names: ColumnNames
    private let separator: CSVSeparator
    private var reader: CSVReader
    private var columns: [InputColumn?] = []
    /// The type that the recipient column's heading names for all rows.
    private var type: InputType?
    /// The indices of columns without a heading, which have to be empty.
    private var nameless: [Int] = []
    /// Columns that an unknown heading may stand for.
    private var unknown: [InputColumn] = []
    private var emptyRows: [Int] = []

    static func read(_ bytes: consuming [UInt8], _ names: ColumnNames, into taker: inout some InputRowTaker) {
        let line = SeparatorLine(copy bytes)
        let guess = CSVSeparator.guessed(in: bytes, names)
        guard let separator = line.map(\.separator) ?? guess else {
            taker.problems.add(
                InputProblem(line: 1, "‘sep=’ names no comma, semicolon, tab or vertical bar; leave the line out"))
            return
        }
        if let note = separator.note { taker.notes.append(note) }
        let reader = CSVReader(consume bytes, separator: separator.byte, from: line?.end ?? 0)
        var table = CSVTable(names: names, separator: separator, reader: consume reader)
        table.read(into: &taker)
    }

    private mutating func read(into taker: inout some InputRowTaker) {
        guard reader.next() else {
            taker.problems.add(InputProblem(.file, "the file is empty"))
            return
        }
        guard readHeading(&taker.problems) else { return }
        while reader.next() { readRow(&taker) }
        if !emptyRows.isEmpty {
            let rows = Count(emptyRows.count, "empty row").text
            taker.notes.append("\(rows) at the end \(emptyRows.count == 1 ? "is" : "are") left out")
        }
    }

    private mutating func readRow(_ taker: inout some InputRowTaker) {
        for problem in reader.problems { taker.problems.add(problem) }
        guard !reader.fields.allSatisfy(reader.isBlank) else {
            emptyRows.append(reader.recordLine)
            return
        }
        // Only empty rows at the end are ignored: one between others may have lost its content.
        for line in emptyRows { taker.problems.add(InputProblem(line: line, "the row is empty")) }
        emptyRows.removeAll()
        let location = InputLocation(line: reader.recordLine)
        guard reader.fields.count == columns.count else {
            taker.problems.add(InputProblem(location, wrongCount))
            return
        }
        for index in nameless where !reader.isBlank(reader.fields[index]) {
            taker.problems.add(
                InputProblem(location, "column \(index + 1) has no name, and this row has something in it"))
        }
        var row = InputRow(location)
        row.unknown = unknown
        for (index, column) in columns.enumerated() {
            if let column { row[column] = reader.text(reader.fields[index]) }
        }
        if let type, row[.type].isEmpty { row[.type] = type.rawValue }
        taker.take(row)
    }

    private var wrongCount: String {
        let advice = reader.fields.count > columns.count ? "; a field that holds a \(separator.name) is quoted" : ""
        return "\(reader.fields.count) fields where the first line names \(columns.count) columns" + advice
    }

    /// Whether every required column exists.
    private mutating func readHeading(_ problems: inout InputProblems) -> Bool {
        let heading = CSVHeading(reader, names)
        let count = problems.count
        heading.check(&problems)
        columns = heading.columns
        if problems.count > count {
            unknown = InputColumn.allCases.filter { !heading.columns.contains($0) && $0 != .id }
        }
        type = heading.type
        nameless = heading.nameless
        return heading.isComplete
    }
}

/// The first record of comma-separated values, which names the columns.
private struct CSVHeading {
    private let texts: [String]
    private let meanings: [ColumnNames.Meaning]
    private let names: ColumnNames
    private let line: Int
    /// Whether the line is certainly a heading rather than a row: its quotes are intact, and the next record has as
    /// many fields.
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

    /// The type that the recipient column's heading names for all rows.
    var type: InputType? {
        meanings.lazy.compactMap { if case .column(.recipient, let type) = $0 { type } else { nil } }.first
    }

    var nameless: [Int] {
        texts.indices.filter { texts[$0].allSatisfy(\.isWhitespace) }
    }

    /// Whether every required column exists.
    var isComplete: Bool { missing.isEmpty }

    func check(_ problems: inout InputProblems) {
        for problem in quoteProblems { problems.add(problem) }
        let known = meanings.count { $0 != .unknown }
        guard known * 2 >= meanings.count - nameless.count, known > 0 else {
            // The line may be a person's row, so its text is not shown.
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
