/// Rows from comma-separated values whose first record names the columns.
struct CSVTable {
    private(set) var table = InputTable()
    private var columns: [InputColumn?] = []

    init(_ bytes: ArraySlice<UInt8>) {
        let separator = Separator.of(bytes)
        let text = CSVText(bytes, separator: separator.byte)
        table.problems = text.problems
        if let note = separator.note { table.notes.append(note) }
        guard let heading = text.records.first else {
            table.problems.append(InputProblem(line: nil, "the file is empty"))
            return
        }
        readHeading(heading)
        guard InputColumn.allCases.filter(\.isRequired).allSatisfy(columns.contains) else { return }
        for record in text.records.dropFirst() { readRow(record, separator) }
    }

    private mutating func readHeading(_ record: CSVText.Record) {
        columns = record.fields.map(InputColumn.init(heading:))
        let isHeading = columns.count { $0 != nil } * 2 >= columns.count
        guard isHeading else {
            // What stands there may be a person's row, so it is not shown.
            let names = InputColumn.allCases.map(\.rawValue).joined(separator: ",")
            return report(record, "the first line has to name the columns, as in \(names)")
        }
        for (heading, column) in zip(record.fields, columns) where column == nil {
            report(record, heading.isEmpty ? "a column without a name" : InputColumn.unknown(heading))
        }
        for column in InputColumn.allCases {
            let count = columns.count { $0 == column }
            if count > 1 { report(record, "\(count) columns are named ‘\(column.rawValue)’") }
            if count == 0, column.isRequired { report(record, "the column ‘\(column.rawValue)’ is missing") }
        }
    }

    private mutating func readRow(_ record: CSVText.Record, _ separator: Separator) {
        guard !record.fields.allSatisfy(\.isEmpty) else { return report(record, "the row is empty") }
        guard record.fields.count == columns.count else {
            let advice =
                record.fields.count > columns.count ? "; a field that holds a \(separator.name) is quoted" : ""
            let counts = "\(record.fields.count) fields where the first line names \(columns.count) columns"
            return report(record, counts + advice)
        }
        var row = InputRow(line: record.line)
        for (column, text) in zip(columns, record.fields) {
            if let column { row[column] = text }
        }
        table.rows.append(row)
    }

    private mutating func report(_ record: CSVText.Record, _ message: String) {
        table.problems.append(InputProblem(line: record.line, message))
    }
}

/// What stands between the fields: RFC 4180's comma, or what spreadsheets write where the comma begins decimals.
private enum Separator: CaseIterable {
    case comma
    case semicolon
    case tab

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        }
    }

    var name: String {
        switch self {
        case .comma: "comma"
        case .semicolon: "semicolon"
        case .tab: "tab"
        }
    }

    var note: String? {
        self == .comma ? nil : "the fields are taken to be separated by \(name)s, not by commas"
    }

    /// The one by which the first record names most columns.
    static func of(_ bytes: ArraySlice<UInt8>) -> Separator {
        var best = (separator: Separator.comma, count: -1)
        for separator in allCases {
            let fields = CSVText(bytes, separator: separator.byte, recordLimit: 1).records.first?.fields ?? []
            let count = fields.count { InputColumn(heading: $0) != nil }
            if count > best.count { best = (separator, count) }
        }
        return best.separator
    }
}
