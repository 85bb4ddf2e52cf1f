/// Rows from comma-separated values whose first record names the columns.
struct CSVTable {
    private let names: ColumnNames
    private let separator: CSVSeparator
    private var reader: CSVReader
    private var columns: [InputColumn?] = []
    /// What the heading of the recipients says of all of them.
    private var type: InputType?
    /// The places of columns without a name, which may hold nothing.
    private var nameless: [Int] = []
    /// Columns that a heading of unknown name may be.
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

    private init(names: ColumnNames, separator: CSVSeparator, reader: consuming CSVReader) {
        self.names = names
        self.separator = separator
        self.reader = reader
    }

    private mutating func read(into taker: inout some InputRowTaker) {
        guard reader.next() else {
            taker.problems.add(InputProblem(.file, "the file is empty"))
            return
        }
        guard readHeading(&taker.problems) else { return }
        while reader.next() { readRow(&taker) }
        if !emptyRows.isEmpty {
            let rows = emptyRows.count == 1 ? "1 empty row" : "\(emptyRows.count) empty rows"
            taker.notes.append("\(rows) at the end \(emptyRows.count == 1 ? "is" : "are") left out")
        }
    }

    private mutating func readRow(_ taker: inout some InputRowTaker) {
        for problem in reader.problems { taker.problems.add(problem) }
        guard !reader.fields.allSatisfy(reader.isBlank) else {
            emptyRows.append(reader.recordLine)
            return
        }
        // Empty rows are left out at the end alone: between others one may have lost what was in it.
        for line in emptyRows { taker.problems.add(InputProblem(line: line, "the row is empty")) }
        emptyRows.removeAll()
        let place = InputPlace(line: reader.recordLine)
        guard reader.fields.count == columns.count else {
            taker.problems.add(InputProblem(place, wrongCount))
            return
        }
        for index in nameless where !reader.isBlank(reader.fields[index]) {
            taker.problems.add(InputProblem(place, "column \(index + 1) has no name, and this row has something in it"))
        }
        var row = InputRow(place)
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

    /// Whether there is a column for everything that is needed.
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
