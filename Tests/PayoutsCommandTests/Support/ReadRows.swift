@testable import payouts

/// The rows of a file as they are read, before they become items.
struct ReadRows: InputRowTaker {
    var problems = InputProblems()
    var notes: [String] = []
    private(set) var rows: [InputRow] = []

    mutating func take(_ row: InputRow) {
        rows.append(row)
    }

    init(_ text: String, path: String = "payroll.csv", _ options: InputOptions = InputOptions()) {
        self.init(Array(text.utf8), path: path, options)
    }

    init(_ bytes: [UInt8], path: String = "payroll.csv", _ options: InputOptions = InputOptions()) {
        InputFormat.read(bytes, path: path, options, into: &self)
    }

    func problemTexts(in path: String) -> [String] {
        problems.lines.map { $0.text(in: path) }
    }
}
