/// What is wrong with a file, and where. It never holds a recipient's number or name.
struct InputProblem: Hashable {
    /// Counted from 1; nil when the file as a whole is meant.
    let line: Int?
    /// Counted from 1, in Unicode scalars; nil when the row as a whole is meant.
    let column: Int?
    let message: String

    init(line: Int?, column: Int? = nil, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    /// One line for standard error.
    func text(in path: String) -> String {
        let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        return "\(path)\(place): error: \(message)\n"
    }
}

extension [InputProblem] {
    /// As they stand in the file, those of the whole file first; problems of one place keep their order.
    var inOrderOfLines: [InputProblem] {
        enumerated().sorted { left, right in
            (left.element.line ?? 0, left.element.column ?? 0, left.offset)
                < (right.element.line ?? 0, right.element.column ?? 0, right.offset)
        }.map(\.element)
    }
}
