/// A table of aligned columns. A column with only empty cells is left out.
struct TextTable {
    let headings: [String]
    /// The columns that are aligned to the right.
    let numbers: Set<Int>
    let rows: [[String]]

    var text: String {
        let shown = Self.filledColumns(of: rows, headings.count)
        return Self.lines([headings] + rows, shown, numbers: numbers).map { "  \($0)\n" }.joined()
    }

    /// Returns rows without headings, one line each.
    static func lines(_ rows: [[String]], numbers: Set<Int>) -> [String] {
        lines(rows, filledColumns(of: rows, rows.first?.count ?? 0), numbers: numbers)
    }

    private static func filledColumns(of rows: [[String]], _ count: Int) -> [Int] {
        (0..<count).filter { column in rows.contains { !$0[column].isEmpty } }
    }

    private static func lines(_ rows: [[String]], _ shown: [Int], numbers: Set<Int>) -> [String] {
        let widths = shown.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(shown, widths).map { column, width in
                let space = String(repeating: " ", count: width - row[column].count)
                return numbers.contains(column) ? space + row[column] : row[column] + space
            }
            return cells.joined(separator: "  ").trimmingEnd()
        }
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        String(prefix(count - reversed().prefix { $0 == " " }.count))
    }
}
