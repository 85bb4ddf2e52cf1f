/// Wraps text of a document for a comment.
enum DocumentationText {
    /// Returns the text's lines, each wrapped to `width` where it has spaces.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines = physicalLines(text).flatMap { wrapped($0, width: width) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }

    static func oneLine(_ text: String) -> String {
        physicalLines(text).joined(separator: " ")
    }

    /// Splits at every line end of Unicode, and drops scalars that are invisible or move the text around them.
    private static func physicalLines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            var plain = ""
            for scalar in line.unicodeScalars {
                if scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator {
                    plain += " "
                } else if scalar.isPlain || isMark(scalar) {
                    plain.unicodeScalars.append(scalar)
                }
            }
            while plain.last == " " { plain.removeLast() }
            return plain
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    private static func wrapped(_ line: String, width: Int) -> [String] {
        guard line.count > width else { return [line] }
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if current.isEmpty {
                current = String(word)
            } else if current.count + 1 + word.count <= width {
                current += " " + word
            } else {
                lines.append(current)
                current = String(word)
            }
        }
        lines.append(current)
        return lines
    }
}
