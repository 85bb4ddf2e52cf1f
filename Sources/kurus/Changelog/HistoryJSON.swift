import KurusJSON
import SpecDiagnostics
import SpecDiff

/// A history as JSON, on one line: `{"version": 1, "commits": […]}`.
struct HistoryJSON: JSONWritable {
    private let entries: [HistoryEntry]

    init(_ entries: [HistoryEntry]) {
        self.entries = entries
    }

    var json: String {
        String(decoding: JSONWriter.bytes(of: self), as: UTF8.self)
    }

    func write(to writer: inout JSONWriter) {
        let commits = entries.map(CommitRecord.init)
        writer.object { writer in
            writer.member("version", 1)
            writer.member("commits", commits)
        }
    }
}

private struct CommitRecord: JSONWritable {
    let entry: HistoryEntry

    func write(to writer: inout JSONWriter) {
        let clients = entry.reports.map(ClientRecord.init)
        let errors = entry.diagnostics.all.filter { $0.severity == .error }.map(HistoryText.text)
        writer.object { writer in
            writer.member("commit", entry.commit.id)
            writer.member("date", entry.commit.date)
            writer.member("subject", entry.commit.subject)
            writer.member("clients", clients)
            writer.member("errors", errors)
        }
    }
}

private struct ClientRecord: JSONWritable {
    let report: APIComparison

    func write(to writer: inout JSONWriter) {
        let changes = report.changes.map(ChangeRecord.init)
        writer.object { writer in
            writer.memberIfPresent("module", report.module)
            writer.member("wire", report.wire.word)
            writer.member("source", report.source.word)
            writer.memberIfPresent("baseVersion", report.baseVersion)
            writer.memberIfPresent("revisionVersion", report.revisionVersion)
            writer.member("changes", changes)
            writer.member("texts", report.prose.count)
        }
    }
}

private struct ChangeRecord: JSONWritable {
    let change: Change

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("rule", change.rule)
            writer.member("wire", change.wire.word)
            writer.member("source", change.source.word)
            writer.member("subject", change.subject)
            writer.member("message", change.message)
            writer.member("operations", change.operations)
        }
    }
}
