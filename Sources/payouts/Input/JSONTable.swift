import KurusRuntime

/// Rows from a JSON array of objects, or from an object whose member `items` is one. Members are named as columns.
struct JSONTable {
    private let bytes: [UInt8]
    private var names: JSONNames
    /// Where the row at hand begins, else the one before.
    private var position = TextPosition()
    /// The element at hand, counted from 0.
    private var element: Int?
    private var rowCount = 0
    private var problems: [(place: InputPlace, message: String)] = []

    static func read(_ bytes: [UInt8], _ names: ColumnNames, into taker: inout some InputRowTaker) {
        var table = JSONTable(bytes: bytes, names: JSONNames(names))
        do throws(JSONError) {
            try JSONReader.withReader(of: bytes) { (reader) throws(JSONError) in
                try table.readText(&reader, &taker)
            }
        } catch {
            table.report(table.message(error.problem), at: error.offset)
        }
        table.tell(nil, &taker)
        table.names.report(table.rowCount, &taker.problems)
    }

    private init(bytes: [UInt8], names: JSONNames) {
        self.bytes = bytes
        self.names = names
    }

    private mutating func readText(
        _ reader: inout JSONReader, _ taker: inout some InputRowTaker
    ) throws(JSONError) {
        guard try reader.peekKind() == .object else { return try readItems(&reader, &taker) }
        let start = reader.offset
        var hasItems = false
        while let key = try reader.nextKey() {
            if key.string == "items" {
                hasItems = true
                try readItems(&reader, &taker)
            } else {
                // Its name may be a person's, by which rows can be told apart in other files.
                report(
                    "a member other than ‘items’; an object around the rows has that member alone",
                    at: reader.keyOffset)
                try reader.skip()
            }
        }
        if !hasItems { report("the member ‘items’ is missing", at: start) }
    }

    private mutating func readItems(
        _ reader: inout JSONReader, _ taker: inout some InputRowTaker
    ) throws(JSONError) {
        guard try reader.peekKind() == .array else {
            report("expected an array of rows, found \(try reader.peekKind())", at: reader.offset)
            return try reader.skip()
        }
        while try reader.nextElement() {
            element = rowCount
            rowCount += 1
            position.move(to: reader.offset, in: bytes)
            if try reader.peekKind() == .object {
                try readRow(&reader, &taker)
            } else {
                report("a row is an object; found \(try reader.peekKind())", at: reader.offset)
                try reader.skip()
                tell(nil, &taker)
            }
            element = nil
        }
    }

    private mutating func readRow(_ reader: inout JSONReader, _ taker: inout some InputRowTaker) throws(JSONError) {
        var row = InputRow(InputPlace(line: position.line, column: position.column, element: element))
        var seen: [InputColumn] = []
        var unknown: [(name: String, place: InputPlace)] = []
        while let key = try reader.nextKey() {
            let name = key.string
            switch names.meaning(of: name) {
            case .column(let column, let type):
                if seen.contains(column) { report("‘\(column.rawValue)’ is given twice", at: reader.keyOffset) }
                seen.append(column)
                if let type, row[.type].isEmpty { row[.type] = type.rawValue }
                row[column] = try readText(of: column, &reader)
            case .ignored: try reader.skip()
            case .unknown:
                unknown.append((name, position.place(of: reader.keyOffset, in: bytes, element: element)))
                try reader.skip()
            }
        }
        for (name, place) in unknown { names.noteUnknown(name, at: place, itemID: row[.id]) }
        reportMissing(seen, row)
        // A row without all of its texts has one problem for each, and none for what would be made of it.
        guard problems.isEmpty else { return tell(row[.id], &taker) }
        taker.take(row)
    }

    private mutating func reportMissing(_ seen: [InputColumn], _ row: InputRow) {
        for column in InputColumn.allCases where column.isRequired && !seen.contains(column) {
            if column == .type, !row[.type].isEmpty { continue }
            problems.append((row.place, "the member ‘\(column.rawValue)’ is missing"))
        }
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

    /// A name that is given twice may be a person's.
    private func message(_ problem: JSONError.Problem) -> String {
        guard case .duplicateMember(let name, _) = problem else { return problem.description }
        guard case .column(let column, _) = names.names.meaning(of: name) else { return "a member is given twice" }
        return "‘\(column.rawValue)’ is given twice"
    }

    private mutating func report(_ message: String, at offset: Int) {
        problems.append((position.place(of: offset, in: bytes, element: element), message))
    }

    /// Hands over what was found in a row, now that its id is known.
    private mutating func tell(_ id: String?, _ taker: inout some InputRowTaker) {
        guard !problems.isEmpty else { return }
        for problem in problems { taker.problems.add(InputProblem(problem.place, itemID: id, problem.message)) }
        problems.removeAll()
    }
}
