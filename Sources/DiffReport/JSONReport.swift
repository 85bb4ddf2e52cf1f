import KurusJSON
import SourceText
import SpecDiagnostics
import SpecDiff
import SpecTree

/// A report for a machine: one JSON object on one line.
///
/// `version` is 1, and is raised when a member goes or changes its meaning; members may be added. `base` and `revision`
/// name the inputs as the user did; `wire`, `source` and `suggestedStep` are the gravest of all `reports`, of which there is
/// one per client. Levels are `breaking`, `warning`, `info` and `none`, steps `major`, `minor` and `patch`. Missing values
/// are left out, lists aside. `sourceCompared` is false where one side has no declarations. `since` of a sample is `revision`
/// where it fitted before, else `always`. Lines and columns count from 1, columns in Unicode scalars; `offset` counts bytes
/// from 0.
struct JSONReport {
    private typealias Members = [(name: String, value: JSONValue?)]

    private static let version: JSONValue = 1

    private var indexes = LineIndexes()

    static func text(of printer: ReportPrinter) -> String {
        var report = JSONReport()
        return report.value(of: printer).description + "\n"
    }

    private static func object(_ members: Members) -> JSONValue {
        var object = JSONObject()
        for (name, value) in members { if let value { object[name] = value } }
        return .object(object)
    }

    private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private mutating func value(of printer: ReportPrinter) -> JSONValue {
        let all = printer.reports.map(\.report)
        let step = all.compactMap(\.versionStep).max()
        let start: Members = [
            ("version", Self.version), ("base", .string(printer.options.base)),
            ("revision", .string(printer.options.revision)),
        ]
        let levels = Self.levels(all.map(\.wire).max() ?? .none, all.map(\.source).max() ?? .none)
        let end: Members = [
            ("suggestedStep", step.map { .string($0.rawValue) }),
            ("reports", .array(printer.reports.map { value(of: $0) })),
        ]
        return Self.object(start + levels + end)
    }

    private static func levels(_ wire: ChangeLevel, _ source: ChangeLevel) -> Members {
        [("wire", .string(wire.word)), ("source", .string(source.word))]
    }

    /// The differences of one client.
    private mutating func value(of shown: ShownReport) -> JSONValue {
        let report = shown.report
        let start: Members = [
            ("module", report.module.map(JSONValue.string)),
            ("baseVersion", report.baseVersion.map(JSONValue.string)),
            ("revisionVersion", report.revisionVersion.map(JSONValue.string)),
        ]
        let end: Members = [
            ("sourceCompared", .boolean(report.isSourceCompared)),
            ("suggestedStep", report.versionStep.map { .string($0.rawValue) }), ("totals", Self.totals(of: report)),
            ("changes", .array(shown.changes.map { value(of: $0) })),
            ("samples", .array(report.samples.map { value(of: $0) })),
            ("prose", .array(report.prose.map { value(of: $0) })),
        ]
        return Self.object(start + Self.levels(report.wire, report.source) + end)
    }

    /// The number of changes of each level, without accepted ones.
    private static func totals(of report: APIComparison) -> JSONValue {
        func number(_ count: Int) -> JSONValue { .number(JSONNumber(Int64(count))) }
        func counts(in verdict: Verdict) -> JSONValue {
            object(ChangeLevel.allCases.reversed().map { ($0.word, number(report.count(of: $0, in: verdict))) })
        }
        return object([
            ("wire", counts(in: .wire)), ("source", counts(in: .source)), ("changes", number(report.changes.count)),
            ("accepted", number(report.changes.count - report.counted.count)),
            ("samples", number(report.samples.count)), ("prose", number(report.prose.count)),
        ])
    }

    private mutating func value(of shown: ShownChange) -> JSONValue {
        let change = shown.change
        let start: Members = [("fingerprint", .string(shown.fingerprint)), ("rule", .string(change.rule))]
        let end: Members = [
            ("urgent", .boolean(change.isUrgent)), ("direction", change.direction.map { .string($0.rawValue) }),
            ("subject", .string(change.subject)), ("message", .string(change.message)),
            ("was", change.was.map(JSONValue.string)), ("now", change.now.map(JSONValue.string)),
            ("base", change.base.map { value(of: $0) }), ("revision", change.revision.map { value(of: $0) }),
            ("operations", Self.strings(change.operations)),
            ("declarations", .array(change.declarations.map { value(of: $0) })), ("notes", Self.strings(change.notes)),
            ("accepted", change.accepted.map { value(of: $0) }),
        ]
        return Self.object(start + Self.levels(change.wire, change.source) + end)
    }

    private mutating func value(of declaration: DeclarationChange) -> JSONValue {
        Self.object([
            ("name", .string(declaration.name)), ("level", .string(declaration.level.word)),
            ("was", declaration.was.map(JSONValue.string)), ("now", declaration.now.map(JSONValue.string)),
            ("effect", .string(declaration.effect)), ("base", declaration.base.map { Self.object(place($0)) }),
            ("revision", declaration.revision.map { Self.object(place($0)) }),
        ])
    }

    private mutating func value(of acceptance: Acceptance) -> JSONValue {
        Self.object(
            [("reason", .string(acceptance.reason)), ("expires", .string(acceptance.expires))]
                + place(acceptance.location))
    }

    private mutating func value(of finding: SampleFinding) -> JSONValue {
        Self.object(
            [("message", .string(finding.message)), ("since", .string(finding.since.rawValue))]
                + place(finding.location))
    }

    private mutating func value(of change: ProseChange) -> JSONValue {
        Self.object([
            ("subject", .string(change.subject)), ("was", change.was.map(JSONValue.string)),
            ("now", change.now.map(JSONValue.string)), ("base", change.base.map { Self.object(place($0)) }),
            ("revision", change.revision.map { Self.object(place($0)) }),
        ])
    }

    /// The place of one side of a change, its subject's, and the pointer to the subject.
    private mutating func value(of location: ChangeLocation) -> JSONValue {
        Self.object(
            place(location.location) + [
                ("subject", Self.object(place(location.subject))), ("pointer", .string(location.pointer.description)),
            ])
    }

    private mutating func place(_ location: SourceLocation) -> Members {
        let position = indexes.position(of: location)
        return [
            ("file", .string(location.file.path)), ("line", .number(JSONNumber(Int64(position.line)))),
            ("column", .number(JSONNumber(Int64(position.column)))),
            ("offset", .number(JSONNumber(Int64(location.offset)))),
        ]
    }
}
