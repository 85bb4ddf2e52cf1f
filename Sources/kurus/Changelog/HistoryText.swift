import DiffReport
import KurusCommandLine
import SourceText
import SpecDiagnostics
import SpecDiff

/// A history as text.
enum HistoryText {
    /// Formats an entry for a terminal.
    static func plain(_ entry: HistoryEntry) -> String {
        var text = "\(entry.commit.date) \(entry.shortID) \(VisibleText(entry.commit.subject).text)\n"
        for (title, short) in clients(of: entry) {
            text += "    \(VisibleText(title + short.verdict).text)\n"
            text += short.lines.map { "      - \(VisibleText($0).text)\n" }.joined()
        }
        return text + notes(on: entry).map { "    \(VisibleText($0).text)\n" }.joined()
    }

    /// Formats an entry as a section of Markdown.
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

    /// Further lines: errors, or that there are no differences.
    private static func notes(on entry: HistoryEntry) -> [String] {
        let errors = entry.diagnostics.all.filter { $0.severity == .error }
        if let first = errors.first {
            let more = errors.count > 1 ? ", and \(errors.count - 1) more" : ""
            return ["cannot be compared: \(HistoryText.text(of: first))\(more)"]
        }
        return entry.reports.isEmpty ? ["nothing of the API is different"] : []
    }

    /// The first line of a diagnostic, with its location.
    static func text(of diagnostic: Diagnostic) -> String {
        var one = Diagnostics()
        one.append(diagnostic)
        return one.text.split(separator: "\n").first.map(String.init) ?? diagnostic.message
    }

    /// Escapes markup of Markdown (CommonMark §2.4).
    private static func escaped(_ text: String) -> String {
        VisibleText(text).text.reduce(into: "") { result, character in
            if "\\`*_<>[]#|&~".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}

/// A comparison in a few lines: the verdict, and a line for each change with an effect.
struct ShortReport {
    /// `wire breaking, source none, 1.0.0 → 1.1.0`
    let verdict: String
    /// Sentences without a full stop.
    let lines: [String]

    init(of report: APIComparison) {
        verdict = (["wire \(report.wire.word)", "source \(report.source.word)"] + Self.versions(report))
            .joined(separator: ", ")
        let effective = report.changes.filter { max($0.wire, $0.source) > .none }
        lines =
            effective.map(Self.line)
            + Self.counted(report.changes.count - effective.count, "change", "without effect")
            + Self.counted(
                report.prose.count, "text", report.prose.count == 1 ? "reads differently" : "read differently")
            + Self.counted(
                report.samples.count { $0.since == .revision }, "sample", "no longer as its schema says")
    }

    private static func line(_ change: Change) -> String {
        let subject = change.message.contains(change.subject) ? "" : change.subject + ": "
        return "wire \(change.wire.word), source \(change.source.word): \(subject)\(change.message)"
    }

    private static func versions(_ report: APIComparison) -> [String] {
        guard let base = report.baseVersion, let revision = report.revisionVersion, base != revision else { return [] }
        return ["\(base) → \(revision)"]
    }

    private static func counted(_ count: Int, _ noun: String, _ words: String) -> [String] {
        count == 0 ? [] : ["\(Count(count, noun).text) \(words)"]
    }
}
