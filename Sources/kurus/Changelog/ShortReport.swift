import KurusCommandLine
import SpecDiff

/// A report in a few lines: the verdict, and a line for each change that has an effect.
struct ShortReport {
    /// `wire breaking, source none, 1.0.0 → 1.1.0`
    let verdict: String
    /// A sentence each, without a full stop.
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
