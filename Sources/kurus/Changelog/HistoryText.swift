import DiffReport
import SourceText
import SpecDiagnostics
import SpecDiff

/// A history as a person reads it.
enum HistoryText {
    /// For a terminal.
    static func plain(_ entry: HistoryEntry) -> String {
        var text = "\(entry.commit.date) \(entry.shortID) \(VisibleText(entry.commit.subject).text)\n"
        for (title, short) in clients(of: entry) {
            text += "    \(VisibleText(title + short.verdict).text)\n"
            text += short.lines.map { "      - \(VisibleText($0).text)\n" }.joined()
        }
        return text + notes(on: entry).map { "    \(VisibleText($0).text)\n" }.joined()
    }

    /// A section of a page of Markdown.
    static func markdown(_ entry: HistoryEntry) -> String {
        var text = "## \(entry.commit.date) \(escaped(entry.commit.subject)) (\(entry.shortID))\n"
        for (title, short) in clients(of: entry) {
            text += "\n\(MarkdownText.sentence(title + short.verdict))\n\n"
            text += short.lines.map { "- \(MarkdownText.sentence($0))\n" }.joined()
        }
        return text + notes(on: entry).map { "\n\(escaped($0))\n" }.joined()
    }

    private static func clients(of entry: HistoryEntry) -> [(title: String, report: ShortReport)] {
        entry.reports.map { ($0.module.map { $0 + ": " } ?? "", ShortReport(of: $0)) }
    }

    /// What else there is to say: what cannot be read, or that nothing is different.
    private static func notes(on entry: HistoryEntry) -> [String] {
        let errors = entry.diagnostics.all.filter { $0.severity == .error }
        if let first = errors.first {
            let more = errors.count > 1 ? ", and \(errors.count - 1) more" : ""
            return ["cannot be compared: \(HistoryText.text(of: first))\(more)"]
        }
        return entry.reports.isEmpty ? ["nothing of the API is different"] : []
    }

    /// The first line of a diagnostic, which names its place.
    static func text(of diagnostic: Diagnostic) -> String {
        var one = Diagnostics()
        one.append(diagnostic)
        return one.text.split(separator: "\n").first.map(String.init) ?? diagnostic.message
    }

    /// What Markdown would take for markup, as text (CommonMark §2.4).
    private static func escaped(_ text: String) -> String {
        VisibleText(text).text.reduce(into: "") { result, character in
            if "\\`*_<>[]#|&~".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
