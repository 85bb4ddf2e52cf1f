/// Where in a file something is. Kept for every row of a payroll, so it is small.
struct InputPlace: Hashable {
    /// Counted from 1; 0 when the file as a whole is meant.
    let lineNumber: Int32
    /// Counted from 1, in Unicode scalars; 0 when the row as a whole is meant.
    let columnNumber: Int32
    /// The element of a JSON array, counted from 0; -1 in other files.
    let elementIndex: Int32

    init(line: Int?, column: Int? = nil, element: Int? = nil) {
        lineNumber = Int32(clamping: line ?? 0)
        columnNumber = Int32(clamping: column ?? 0)
        elementIndex = Int32(clamping: element ?? -1)
    }

    static let file = InputPlace(line: nil)

    var line: Int? { lineNumber > 0 ? Int(lineNumber) : nil }

    var column: Int? { columnNumber > 0 ? Int(columnNumber) : nil }

    var element: Int? { elementIndex >= 0 ? Int(elementIndex) : nil }

    /// As a message about another row names it.
    var name: String { element.map { "items[\($0)]" } ?? "line \(lineNumber)" }
}

extension InputPlace: Comparable {
    static func < (left: InputPlace, right: InputPlace) -> Bool {
        (left.lineNumber, left.columnNumber) < (right.lineNumber, right.columnNumber)
    }
}
