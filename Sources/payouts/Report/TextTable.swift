/// Columns of text, as wide as they need to be; one in which nothing stands is left out.
struct TextTable {
    let headings: [String]
    /// The columns that are aligned at their ends.
    let numbers: Set<Int>
    let rows: [[String]]

    var text: String {
        let shown = headings.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let widths = shown.map { column in ([headings] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = ([headings] + rows).map { row in
            let cells = zip(shown, widths).map { column, width in
                let space = String(repeating: " ", count: width - row[column].count)
                return numbers.contains(column) ? space + row[column] : row[column] + space
            }
            return "  " + cells.joined(separator: "  ").trimmingEnd() + "\n"
        }
        return lines.joined()
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        String(prefix(count - reversed().prefix { $0 == " " }.count))
    }
}
