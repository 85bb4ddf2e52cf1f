import KurusRuntime
import SourceText

/// Rows from a JSON array of objects, or from an object whose member `items` is one. Members are named as columns.
struct JSONTable {
    private(set) var table = InputTable()
    private let index: LineIndex

    init(_ bytes: [UInt8]) {
        index = LineIndex(of: SourceFile(path: "", bytes: bytes))
        do throws(JSONError) {
            try JSONReader.withReader(of: bytes) { (reader) throws(JSONError) in try readText(&reader) }
        } catch {
            report(error.problem.description, at: error.offset)
        }
    }

    private mutating func readText(_ reader: inout JSONReader) throws(JSONError) {
        guard try reader.peekKind() == .object else { return try readItems(&reader) }
        let start = reader.offset
        var hasItems = false
        while let key = try reader.nextKey() {
            if key.string == "items" {
                hasItems = true
                try readItems(&reader)
            } else {
                report(
                    "unknown member \(SafeText.quoted(key.string)); an object around the rows has the member ‘items’ alone",
                    at: reader.keyOffset)
                try reader.skip()
            }
        }
        if !hasItems { report("the member ‘items’ is missing", at: start) }
    }

    private mutating func readItems(_ reader: inout JSONReader) throws(JSONError) {
        guard try reader.peekKind() == .array else {
            report("expected an array of rows, found \(try reader.peekKind())", at: reader.offset)
            return try reader.skip()
        }
        while try reader.nextElement() {
            if try reader.peekKind() == .object {
                try readRow(&reader)
            } else {
                report("a row is an object; found \(try reader.peekKind())", at: reader.offset)
                try reader.skip()
            }
        }
    }

    private mutating func readRow(_ reader: inout JSONReader) throws(JSONError) {
        let start = reader.offset
        var row = InputRow(line: index.position(of: start).line)
        var seen: Set<InputColumn> = []
        while let key = try reader.nextKey() {
            let name = key.string
            guard let column = InputColumn(heading: name) else {
                report(InputColumn.unknown(name), at: reader.keyOffset)
                try reader.skip()
                continue
            }
            if !seen.insert(column).inserted { report("‘\(column.rawValue)’ is given twice", at: reader.keyOffset) }
            row[column] = try readText(of: column, &reader)
        }
        for column in InputColumn.allCases where column.isRequired && !seen.contains(column) {
            report("the member ‘\(column.rawValue)’ is missing", at: start)
        }
        table.rows.append(row)
    }

    /// A number's text is the lexeme, so that no digit is lost and the rule of amounts sees what was written.
    private mutating func readText(of column: InputColumn, _ reader: inout JSONReader) throws(JSONError) -> String {
        let kind = try reader.peekKind()
        switch (kind, column) {
        case (.string, _): return try reader.readString()
        case (.null, _):
            try reader.readNull()
            return ""
        case (.number, .amount): return try reader.readNumberText()
        case (.boolean, .nonWithdrawable): return try reader.readBoolean() ? "true" : "false"
        default:
            report("‘\(column.rawValue)’ is written as a string; found \(kind)", at: reader.offset)
            try reader.skip()
            return ""
        }
    }

    private mutating func report(_ message: String, at offset: Int) {
        let position = index.position(of: offset)
        table.problems.append(InputProblem(line: position.line, column: position.column, message))
    }
}
