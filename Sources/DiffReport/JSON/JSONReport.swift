import KurusJSON
import SpecDiagnostics
import SpecDiff

/// A report for a machine: one JSON object on one line.
///
/// `version` is 1, and is raised when a member goes or changes its meaning; members may be added. `base` and `revision`
/// name the inputs as the user did; `wire`, `source` and `suggestedStep` are the gravest of all `reports`, which stand
/// one a client. Levels are `breaking`, `warning`, `info` and `none`, steps `major`, `minor` and `patch`. What is not
/// there is left out, lists aside. `sourceCompared` is false where one side could not be read so far that its
/// declarations are known. Lines and columns count from 1, columns in Unicode scalars; `offset` counts bytes
/// from 0.
struct JSONReport: JSONWritable {
    static let version = 1

    private let reports: [ReportRecord]
    private let levels: LevelsRecord
    private let step: VersionStep?
    private let options: ReportOptions

    static func text(of printer: ReportPrinter) -> String {
        String(decoding: JSONWriter.bytes(of: JSONReport(printer)), as: UTF8.self) + "\n"
    }

    private init(_ printer: ReportPrinter) {
        let all = printer.reports.map(\.report)
        levels = LevelsRecord(wire: all.map(\.wire).max() ?? .none, source: all.map(\.source).max() ?? .none)
        step = all.compactMap(\.versionStep).max()
        options = printer.options
        var indexes = LineIndexes()
        var reports: [ReportRecord] = []
        for shown in printer.reports { reports.append(ReportRecord(shown, &indexes)) }
        self.reports = reports
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("version", Self.version)
            writer.member("base", options.base)
            writer.member("revision", options.revision)
            writer.members(of: levels)
            writer.memberIfPresent("suggestedStep", step?.rawValue)
            writer.member("reports", reports)
        }
    }
}

struct LevelsRecord: JSONWritable {
    let wire: ChangeLevel
    let source: ChangeLevel

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("wire", wire.word)
            writer.member("source", source.word)
        }
    }
}

/// What one client's comparison found.
private struct ReportRecord: JSONWritable {
    let report: APIComparison
    let totals: TotalsRecord
    let changes: [ChangeRecord]
    let prose: [ProseRecord]
    let samples: [SampleRecord]

    init(_ shown: ShownReport, _ indexes: inout LineIndexes) {
        report = shown.report
        totals = TotalsRecord(report: shown.report)
        changes = shown.changes.map { ChangeRecord($0, &indexes) }
        prose = shown.report.prose.map { ProseRecord($0, &indexes) }
        samples = shown.report.samples.map { SampleRecord($0, &indexes) }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberIfPresent("module", report.module)
            writer.memberIfPresent("baseVersion", report.baseVersion)
            writer.memberIfPresent("revisionVersion", report.revisionVersion)
            writer.members(of: LevelsRecord(wire: report.wire, source: report.source))
            writer.member("sourceCompared", report.isSourceCompared)
            writer.memberIfPresent("suggestedStep", report.versionStep?.rawValue)
            writer.member("totals", totals)
            writer.member("changes", changes)
            writer.member("samples", samples)
            writer.member("prose", prose)
        }
    }
}

/// How many changes there are of each level, accepted ones aside.
private struct TotalsRecord: JSONWritable {
    let report: APIComparison

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("wire", counts(in: .wire))
            writer.member("source", counts(in: .source))
            writer.member("changes", report.changes.count)
            writer.member("accepted", report.changes.count - report.counted.count)
            writer.member("samples", report.samples.count)
            writer.member("prose", report.prose.count)
        }
    }

    private func counts(in verdict: Verdict) -> LevelCountsRecord {
        LevelCountsRecord(counts: ChangeLevel.allCases.reversed().map { ($0, report.count(of: $0, in: verdict)) })
    }
}

private struct LevelCountsRecord: JSONWritable {
    let counts: [(level: ChangeLevel, count: Int)]

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (level, count) in counts { writer.member(named: level.word, count) }
        }
    }
}
