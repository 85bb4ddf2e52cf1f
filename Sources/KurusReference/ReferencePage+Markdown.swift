extension ReferencePage {
    /// The page as an article of DocC.
    package var markdown: String {
        let text = parts.map(Self.markdown).joined(separator: "\n\n")
        return """
            # \(title)

            \(summary).

            <!-- Written by `swift run reference-pages`: change the tables in Sources, not this file. -->

            \(text)

            """
    }

    private static func markdown(of part: Part) -> String {
        switch part {
        case .heading(let text): "## \(text)"
        case .paragraph(let text): text
        case .table(let table): table.markdown
        }
    }
}

extension ReferenceTable {
    fileprivate var markdown: String {
        let rule = columns.map { _ in "---" }
        return ([line(columns), "|" + rule.joined(separator: "|") + "|"] + rows.map(line)).joined(separator: "\n")
    }

    /// A cell ends at a bar, so a bar inside of it is escaped.
    private func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
