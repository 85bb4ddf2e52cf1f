/// A reference page, made from the tables that the code itself uses.
///
/// `kurus help TOPIC` prints it, and `swift run reference-pages` writes it for DocC.
package struct ReferencePage: Sendable {
    /// A part of a page, in reading order.
    package enum Part: Sendable {
        case heading(String)
        /// Markdown, wrapped by the printer of the page.
        case paragraph(String)
        case table(ReferenceTable)
    }

    /// The topic of `kurus help`.
    package let topic: String
    /// The name of the page's file, without `.md`.
    package let fileName: String
    package let title: String
    /// One sentence for the overview of topics, without a full stop.
    package let summary: String
    package let parts: [Part]

    /// All pages, in the order of the overview.
    package static let all: [Self] = [.diagnostics, .rules, .coverage, .types, .providers]

    package var tables: [ReferenceTable] {
        parts.compactMap { part in
            if case .table(let table) = part { table } else { nil }
        }
    }
}

/// Rows of Markdown under the names of their columns.
package struct ReferenceTable: Sendable {
    package let columns: [String]
    /// The column that describes a row; the others hold short values.
    package let mainColumn: Int
    package let rows: [[String]]

    /// Joins the cells of a row after the first one to one text: `wire info: a new server`.
    package func text(of row: [String]) -> String {
        let cells = zip(columns, row).enumerated().dropFirst().filter { !$0.element.1.isEmpty }
        let before = cells.filter { $0.offset < mainColumn }.map { "\($0.element.0) \($0.element.1)" }
        let after = cells.filter { $0.offset > mainColumn }.map { "\($0.element.0): \($0.element.1)" }
        let main = row.indices.contains(mainColumn) ? row[mainColumn] : ""
        return (before.isEmpty ? main : before.joined(separator: ", ") + ": " + main)
            + after.map { (main.hasSuffix(".") ? " " : "; ") + $0 }.joined()
    }
}

extension ReferencePage {
    /// The page as a DocC article.
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

    /// A bar ends a cell, so a bar inside one is escaped.
    private func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
