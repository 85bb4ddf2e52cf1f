import KurusRuntime

/// Rows from a JSON array of objects, or from an object whose member `items` is one. Members are named as columns.
///
/// Rows are read a part at a time, each part by a reader of its own, and the text of a part is let go once it was read.
struct JSONTable {
    private var bytes: [UInt8]
    private var names: JSONNames
    private let partLength: Int
    /// Where the row at hand begins, else the one before.
    private var position = TextPosition()
    /// The element at hand, counted from 0.
    private var element: Int?
    private var rowCount = 0
    private var problems: [(place: InputPlace, message: String)] = []

    /// - Parameter partLength: How many bytes of rows are held that were read, at most one row more.
    static func read(
        _ bytes: consuming [UInt8], _ names: ColumnNames, partLength: Int = 16 << 20,
        into taker: inout some InputRowTaker
    ) {
        var table = JSONTable(bytes: consume bytes, names: JSONNames(names), partLength: partLength)
        do throws(JSONError) {
            try table.readText(&taker)
        } catch {
            table.report(table.message(error.problem), at: error.offset)
        }
        table.tell(nil, &taker)
        table.names.report(table.rowCount, &taker.problems)
    }

    private init(bytes: consuming [UInt8], names: JSONNames, partLength: Int) {
        self.bytes = bytes
        self.names = names
        self.partLength = partLength
    }

    private mutating func readText(_ taker: inout some InputRowTaker) throws(JSONError) {
        let around = JSONTableObject(around: bytes)
        for (message, offset) in around.problems { report(message, at: offset) }
        tell(nil, &taker)
        if let start = around.itemsOffset {
            let end = try readItems(at: start, &taker)
            if !around.isObject, let rest = bytes[end...].firstIndex(where: { !JSONTableObject.isSpace($0) }) {
                throw JSONError(.trailingContent, offset: rest)
            }
        }
        // What is wrong behind the rows comes after what is wrong in them.
        if let error = around.error { throw error }
    }

    /// - Returns: The offset after the array, or after what stands there in its place.
    private mutating func readItems(
        at start: Int, _ taker: inout some InputRowTaker
    ) throws(JSONError) -> Int {
        var start = start
        while true {
            let part = try JSONReader.withReader(of: bytes, at: start) { (reader) throws(JSONError) in
                try readPart(&reader, &taker)
            }
            guard let next = part.result else { return part.endOffset }
            // A comma or space before the next row, whose line is counted already, becomes the beginning of an array.
            position.move(to: next, in: bytes)
            bytes[next - 1] = UInt8(ascii: "[")
            bytes.letGo(of: start..<next - 1)
            start = next - 1
        }
    }

    /// - Returns: Where the next part begins, nil when the array has ended.
    private mutating func readPart(
        _ reader: inout JSONReader, _ taker: inout some InputRowTaker
    ) throws(JSONError) -> Int? {
        guard try reader.peekKind() == .array else {
            report("expected an array of rows, found \(try reader.peekKind())", at: reader.offset)
            try reader.skip()
            return nil
        }
        let start = reader.offset
        var isFirst = true
        while try reader.nextElement() {
            let kind = try reader.peekKind()
            if !isFirst, reader.offset - start >= partLength { return reader.offset }
            isFirst = false
            try readElement(kind, &reader, &taker)
        }
        return nil
    }

    private mutating func readElement(
        _ kind: JSONKind, _ reader: inout JSONReader, _ taker: inout some InputRowTaker
    ) throws(JSONError) {
        element = rowCount
        rowCount += 1
        position.move(to: reader.offset, in: bytes)
        if kind == .object {
            try readRow(&reader, &taker)
        } else {
            report("a row is an object; found \(kind)", at: reader.offset)
            try reader.skip()
            tell(nil, &taker)
        }
        element = nil
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
                if let text = try readText(of: column, &reader) {
                    row[column] = text
                } else {
                    row.unknown.append(column)
                }
            case .ignored: try reader.skip()
            case .unknown:
                unknown.append((name, position.place(of: reader.keyOffset, in: bytes, element: element)))
                try reader.skip()
            }
        }
        for (name, place) in unknown { names.noteUnknown(name, at: place, itemID: row[.id]) }
        for column in missing(seen, row) {
            problems.append((row.place, "the member ‘\(column.rawValue)’ is missing"))
            row.unknown.append(column)
        }
        tell(row[.id], &taker)
        taker.take(row)
    }

    private func missing(_ seen: [InputColumn], _ row: InputRow) -> [InputColumn] {
        InputColumn.allCases.filter { column in
            column.isRequired && !seen.contains(column) && !(column == .type && !row[.type].isEmpty)
        }
    }

    /// A number's text is the lexeme, so that no digit is lost and the rule of amounts sees what was written.
    ///
    /// - Returns: nil where the value is of a kind that the column does not have.
    private mutating func readText(of column: InputColumn, _ reader: inout JSONReader) throws(JSONError) -> String? {
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
            return nil
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
