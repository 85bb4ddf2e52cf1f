import KurusJSON
import SpecDiagnostics
import SpecDiff

/// A history as JSON, on one line: `{"version": 1, "commits": […]}`.
enum HistoryJSON {
    static func text(of entries: [HistoryEntry]) -> String {
        JSONValue.members(["version": 1, "commits": .array(entries.map(value))]).description
    }

    private static func value(of entry: HistoryEntry) -> JSONValue {
        let errors = entry.diagnostics.all.filter { $0.severity == .error }
        return .members([
            "commit": .text(entry.commit.id), "date": .text(entry.commit.date),
            "subject": .text(entry.commit.subject), "clients": .array(entry.reports.map(value)),
            "errors": .texts(errors.map(HistoryText.text)),
        ])
    }

    private static func value(of report: APIComparison) -> JSONValue {
        .members([
            "module": .text(report.module), "wire": .text(report.wire.word), "source": .text(report.source.word),
            "baseVersion": .text(report.baseVersion), "revisionVersion": .text(report.revisionVersion),
            "changes": .array(report.changes.map(value)), "texts": .count(report.prose.count),
        ])
    }

    private static func value(of change: Change) -> JSONValue {
        .members([
            "rule": .text(change.rule), "wire": .text(change.wire.word), "source": .text(change.source.word),
            "subject": .text(change.subject), "message": .text(change.message),
            "operations": .texts(change.operations),
        ])
    }
}
