// The beginning of a line of Markdown, as far as the line alone determines it.
extension String {
    /// The text without indentation, `>` and trailing blanks, and the number of bytes before it.
    var withoutQuoteMarkers: (text: String, skipped: Int) {
        let text = drop { $0 == " " || $0 == "\t" || $0 == ">" }
        return (String(text).trimmingBlanks, utf8.count - text.utf8.count)
    }

    /// The text of a heading without its `#` (CommonMark §4.2); nil for any other line.
    var atxHeading: String? {
        let level = prefix { $0 == "#" }.count
        let text = dropFirst(level)
        guard (1...6).contains(level), text.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
        let closing = text.reversed().prefix { $0 == "#" }.count
        let rest = text.dropLast(closing)
        let isClosed = rest.last.map { $0 == " " || $0 == "\t" } ?? true
        return String(isClosed ? rest : text).trimmingBlanks
    }

    /// CommonMark §4.3.
    var isSetextUnderline: Bool {
        allSatisfy { $0 == "=" } || allSatisfy { $0 == "-" }
    }

    /// CommonMark §4.1.
    var isThematicBreak: Bool {
        let marks = filter { $0 != " " && $0 != "\t" }
        return marks.count >= 3 && ["-", "*", "_"].contains { mark in marks.allSatisfy { String($0) == mark } }
    }

    /// CommonMark §5.2.
    var hasListMarker: Bool {
        let digits = prefix { $0.isASCII && $0.isNumber }
        let marker = dropFirst(digits.count).first
        guard let marker, digits.count <= 9 else { return false }
        let isMarker = digits.isEmpty ? "-+*".contains(marker) : ".)".contains(marker)
        return isMarker && dropFirst(digits.count + 1).first.map { $0 == " " || $0 == "\t" } ?? true
    }

    /// Whether it is the row of a table that only aligns the columns.
    var isDelimiterRow: Bool {
        hasPrefix("|") && allSatisfy { "|-: \t".contains($0) }
    }

    /// The text split before each `<tr>`.
    var splitBeforeRows: [String] {
        guard hasPrefix("<") else { return [self] }
        var rows: [String] = []
        var rest = self[...]
        while let row = rest.dropFirst().firstRange(of: "<tr") {
            rows.append(String(rest[..<row.lowerBound]))
            rest = rest[row.lowerBound...]
        }
        return rows + [String(rest)]
    }

    var withSingleBlanks: String {
        split { $0.isWhitespace }.joined(separator: " ")
    }
}

extension StringProtocol {
    var trimmingBlanks: String {
        String(drop { $0.isWhitespace }).trimmingTrailingBlanks
    }

    var trimmingTrailingBlanks: String {
        var end = endIndex
        while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
        return String(self[..<end])
    }
}
