import KurusCommandLine

/// A mistake in an input file and its location. The text never contains a recipient, a name or a description.
struct InputProblem: Hashable {
    let location: InputLocation
    /// The id of the item, for an element of a JSON array.
    let itemID: String?
    let message: String

    /// - Parameter itemID: The id as written. It is kept only where it cannot be a person's data.
    init(_ location: InputLocation, itemID: String? = nil, _ message: String) {
        self.location = location
        self.itemID = location.element == nil ? nil : itemID.flatMap(ShownText.id)
        self.message = message
    }

    init(line: Int?, column: Int? = nil, _ message: String) {
        self.init(InputLocation(line: line, column: column), message)
    }

    var line: Int? { location.line }

    var column: Int? { location.column }

    /// Returns the line for standard error.
    func text(in path: String) -> String {
        let numbers = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        let element = location.element == nil ? "" : location.name + (itemID.map { " (\($0))" } ?? "") + ": "
        return "\(path)\(numbers): error: \(element)\(message)\n"
    }
}

/// A location in an input file. It is kept for every row, so it is small.
struct InputLocation: Hashable {
    /// Counted from 1; 0 for the whole file.
    let lineNumber: Int32
    /// Counted from 1, in Unicode scalars; 0 for the whole row.
    let columnNumber: Int32
    /// The index in a JSON array, from 0; -1 in other files.
    let elementIndex: Int32

    init(line: Int?, column: Int? = nil, element: Int? = nil) {
        lineNumber = Int32(clamping: line ?? 0)
        columnNumber = Int32(clamping: column ?? 0)
        elementIndex = Int32(clamping: element ?? -1)
    }

    static let file = InputLocation(line: nil)

    var line: Int? { lineNumber > 0 ? Int(lineNumber) : nil }

    var column: Int? { columnNumber > 0 ? Int(columnNumber) : nil }

    var element: Int? { elementIndex >= 0 ? Int(elementIndex) : nil }

    /// The name of the row in a message about another one.
    var name: String { element.map { "items[\($0)]" } ?? "line \(lineNumber)" }
}

extension InputLocation: Comparable {
    static func < (left: InputLocation, right: InputLocation) -> Bool {
        (left.lineNumber, left.columnNumber) < (right.lineNumber, right.columnNumber)
    }
}

/// A position that moves forward through a text. Lines and columns are counted from the last position, so that finding
/// every row of a long file takes one pass.
struct TextPosition {
    private(set) var offset = 0
    /// Counted from 1; lines end with LF, CR LF or CR.
    private(set) var line = 1
    /// Counted from 1, in Unicode scalars.
    private(set) var column = 1

    /// - Parameter end: Not before the offset.
    mutating func move(to end: Int, in bytes: [UInt8]) {
        let end = min(end, bytes.count)
        while offset < end {
            let byte = bytes[offset]
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            offset += 1
            if byte == 0x0A || byte == 0x0D && next != 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    /// Returns the location of an offset that is not before this one.
    func location(of offset: Int, in bytes: [UInt8], element: Int?) -> InputLocation {
        var position = self
        position.move(to: offset, in: bytes)
        return InputLocation(line: position.line, column: position.column, element: element)
    }
}

/// The problems of a file. All are counted, but only the first of each thousand rows are kept, so that a mistake in
/// every row of a million does not print a million lines.
struct InputProblems {
    private(set) var count = 0
    private var kept: [InputProblem] = []
    private var blocks: [Int: Block] = [:]
    private var leftOver = 0

    private static let rowsABlock = 1000
    private static let keptABlock = 20
    private static let keptBlocks = 10

    /// The problems of a thousand rows.
    private struct Block {
        var kept = 0
        var left = 0
        var last: InputLocation
    }

    var isEmpty: Bool { count == 0 }

    mutating func add(_ problem: InputProblem) {
        count += 1
        let number = Self.blockNumber(problem.location)
        guard blocks[number] != nil || blocks.count < Self.keptBlocks else {
            leftOver += 1
            return
        }
        var block = blocks[number] ?? Block(last: problem.location)
        block.last = max(block.last, problem.location)
        if block.kept < Self.keptABlock {
            kept.append(problem)
            block.kept += 1
        } else {
            block.left += 1
        }
        blocks[number] = block
    }

    /// The kept problems in the order of the file, those of the whole file first. A line after each thousand rows gives
    /// the number of problems left out.
    var lines: [InputProblem] {
        var problems = kept
        for (number, block) in blocks where block.left > 0 {
            let location = InputLocation(line: block.last.line, column: block.last.column)
            problems.append(InputProblem(location, Self.more(block.left, "in \(Self.rows(number, block))")))
        }
        problems = problems.enumerated().sorted { left, right in
            left.element.location == right.element.location
                ? left.offset < right.offset : left.element.location < right.element.location
        }.map(\.element)
        if leftOver > 0 { problems.append(InputProblem(.file, Self.more(leftOver, "in other rows"))) }
        return problems
    }

    private static func blockNumber(_ location: InputLocation) -> Int {
        location.element.map { $0 / rowsABlock } ?? max(0, (location.line ?? 0) - 1) / rowsABlock
    }

    private static func rows(_ number: Int, _ block: Block) -> String {
        let first = number * rowsABlock
        return block.last.element == nil
            ? "lines \(first + 1) to \(first + rowsABlock)" : "items[\(first)] to items[\(first + rowsABlock - 1)]"
    }

    private static func more(_ count: Int, _ where: String) -> String {
        "\(Count(count, "more problem").text) \(`where`)"
    }
}
