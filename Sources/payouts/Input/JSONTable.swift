import KurusRuntime

/// Reads rows of a JSON array of objects, or of an object whose member `items` is one. Members are named as columns.
///
/// Each part of the rows has its own reader, and its text is released afterwards.
struct JSONTable {
    private var bytes: [UInt8]
    private var names: JSONNames
    private let partLength: Int
    /// The beginning of the current or previous row.
    private var position = TextPosition()
    /// The current element, counted from 0.
    private var element: Int?
    private var rowCount = 0
    private var problems: [(location: InputLocation, message: String)] = []

    /// - Parameter partLength: The bytes of rows that are read before their text is released; a part ends with a whole
    ///   row.
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
        // An error after the rows is reported after those in them.
        if let error = around.error { throw error }
    }

    /// - Returns: The offset after the array, or after the value in its place.
    private mutating func readItems(
        at start: Int, _ taker: inout some InputRowTaker
    ) throws(JSONError) -> Int {
        var start = start
        while true {
            let part = try JSONReader.withReader(of: bytes, at: start) { (reader) throws(JSONError) in
                try readPart(&reader, &taker)
            }
            guard let next = part.result else { return part.endOffset }
            // The comma or space before the next row is already counted and becomes the beginning of an array.
            position.move(to: next, in: bytes)
            bytes[next - 1] = UInt8(ascii: "[")
            bytes.letGo(of: start..<next - 1)
            start = next - 1
        }
    }

    /// - Returns: The offset of the next part; nil at the end of the array.
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
        var row = InputRow(InputLocation(line: position.line, column: position.column, element: element))
        var seen: [InputColumn] = []
        var unknown: [(name: String, location: InputLocation)] = []
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
                unknown.append((name, position.location(of: reader.keyOffset, in: bytes, element: element)))
                try reader.skip()
            }
        }
        for (name, location) in unknown { names.noteUnknown(name, at: location, itemID: row[.id]) }
        for column in missing(seen, row) {
            problems.append((row.location, "the member ‘\(column.rawValue)’ is missing"))
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

    /// Reads a text. Of a number it is the lexeme, so that no digit is lost and amounts are checked as written.
    ///
    /// - Returns: Nil where the column does not take a value of this kind.
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

    /// Hides a repeated name that is not a column's: it may be a person's.
    private func message(_ problem: JSONError.Problem) -> String {
        guard case .duplicateMember(let name, _) = problem else { return problem.description }
        guard case .column(let column, _) = names.names.meaning(of: name) else { return "a member is given twice" }
        return "‘\(column.rawValue)’ is given twice"
    }

    private mutating func report(_ message: String, at offset: Int) {
        problems.append((position.location(of: offset, in: bytes, element: element), message))
    }

    /// Reports the problems of a row, once its id is known.
    private mutating func tell(_ id: String?, _ taker: inout some InputRowTaker) {
        guard !problems.isEmpty else { return }
        for problem in problems { taker.problems.add(InputProblem(problem.location, itemID: id, problem.message)) }
        problems.removeAll()
    }
}

/// The part of a JSON file around its rows: nothing, or an object whose member `items` they are.
private struct JSONTableObject {
    /// The offset of the rows, or of the value in their place; nil where there are none.
    private(set) var itemsOffset: Int?
    private(set) var isObject = false
    /// Problems of the object's other members.
    private(set) var problems: [(message: String, offset: Int)] = []
    /// The error that ended the reading of the object. It may be in the rows.
    private(set) var error: JSONError?

    /// Reads the object and skips its rows.
    init(around bytes: [UInt8]) {
        guard let start = bytes.firstIndex(where: { !Self.isSpace($0) }), bytes[start] == UInt8(ascii: "{") else {
            itemsOffset = 0
            return
        }
        isObject = true
        do throws(JSONError) {
            try JSONReader.withReader(of: bytes) { (reader) throws(JSONError) in try read(&reader) }
            if itemsOffset == nil { problems.append(("the member ‘items’ is missing", start)) }
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            if key.string == "items" {
                itemsOffset = reader.offset
            } else {
                // The name is not shown: some files key rows by people's names.
                problems.append(
                    ("a member other than ‘items’; an object around the rows has that member alone", reader.keyOffset))
            }
            try reader.skip()
        }
    }

    /// Whether a byte is white space (RFC 8259 §2).
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

/// The member names of a JSON file, each looked up once.
private struct JSONNames {
    let names: ColumnNames
    private var known: [String: ColumnNames.Meaning] = [:]
    private var unknown: [String: Unknown] = [:]

    /// An unknown name, at its first use.
    private struct Unknown {
        let location: InputLocation
        let itemID: String
        var count = 0
    }

    /// The number of names that are kept: in some files every row has its own.
    private static let limit = 1000

    init(_ names: ColumnNames) {
        self.names = names
    }

    mutating func meaning(of name: String) -> ColumnNames.Meaning {
        if let meaning = known[name] { return meaning }
        let meaning = names.meaning(of: name)
        if known.count < Self.limit { known[name] = meaning }
        return meaning
    }

    mutating func noteUnknown(_ name: String, at location: InputLocation, itemID: String) {
        guard unknown[name] != nil || unknown.count < Self.limit else { return }
        unknown[name, default: Unknown(location: location, itemID: itemID)].count += 1
    }

    /// Reports each unknown name once, at its first use.
    func report(_ rowCount: Int, _ problems: inout InputProblems) {
        for (name, unknown) in unknown {
            let message =
                isHeading(name, unknown, rowCount)
                ? ColumnNames.unknown(name)
                : "a member with an unknown name, which may be a person's and is not shown"
            problems.add(InputProblem(unknown.location, itemID: unknown.itemID, message))
        }
        for name in names.missing(among: known.keys) {
            problems.add(
                InputProblem(.file, "no member is named ‘\(SafeText.printable(name))’, which an option names"))
        }
    }

    /// Whether a name may be shown: it resembles a heading, or nearly all rows have it. Rows may also be keyed by
    /// people's names.
    private func isHeading(_ name: String, _ unknown: Unknown, _ rowCount: Int) -> Bool {
        ColumnHeadings.suggestion(for: name) != nil || unknown.count > 1 && unknown.count * 10 >= rowCount * 9
    }
}
