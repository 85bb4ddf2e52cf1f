import DiffReport
import SpecDiagnostics
import SpecDiff

/// What an update says in the changelog.
enum ReleaseNote {
    private static let width = 120

    /// Lines of Markdown: an item for each client that is different, and one in it for each change.
    static func lines(for reports: [APIComparison], on day: String) -> [String] {
        reports.filter { !$0.isEmpty }.flatMap { report in
            let short = ShortReport(of: report)
            let client = report.module.map { "`\($0)`: " } ?? ""
            let first = "\(client)the pages as published on \(day); \(short.verdict)."
            return filled(first, mark: "- ") + short.lines.flatMap { filled($0 + ".", mark: "  - ") }
        }
    }

    private static func filled(_ text: String, mark: String) -> [String] {
        let margin = String(repeating: " ", count: mark.count)
        var lines: [String] = []
        for word in MarkdownText.sentence(text).split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width || !mayBegin(word) {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append((lines.isEmpty ? mark : margin) + word)
            }
        }
        return lines
    }

    /// Whether a line may begin with a word: no heading, list, quotation or fence begins with a letter, or with one backtick
    /// (CommonMark §4, §5).
    private static func mayBegin(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return first.isLetter || (first == "`" && !word.dropFirst().hasPrefix("`"))
    }
}
