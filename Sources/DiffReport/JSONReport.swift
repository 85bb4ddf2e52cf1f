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
    private typealias Members = [(key: String, value: JSONValue?)]

    private var indexes = LineIndexes()

    static func text(of printer: ReportPrinter) -> String {
        var report = JSONReport()
        return report.value(of: printer).description + "\n"
    }

    private mutating func value(of printer: ReportPrinter) -> JSONValue {
        let all = printer.reports.map(\.report)
        return .members([
            "version": 1, "base": .text(printer.options.base), "revision": .text(printer.options.revision),
            "wire": .text((all.map(\.wire).max() ?? .none).word),
            "source": .text((all.map(\.source).max() ?? .none).word),
            "suggestedStep": .text(all.compactMap(\.versionStep).max()?.rawValue),
            "reports": .array(printer.reports.map { value(of: $0) }),
        ])
    }

    /// The differences of one client.
    private mutating func value(of shown: ShownReport) -> JSONValue {
        let report = shown.report
        return .members([
            "module": .text(report.module), "baseVersion": .text(report.baseVersion),
            "revisionVersion": .text(report.revisionVersion), "wire": .text(report.wire.word),
            "source": .text(report.source.word), "sourceCompared": .boolean(report.isSourceCompared),
            "suggestedStep": .text(report.versionStep?.rawValue), "totals": Self.totals(of: report),
            "changes": .array(shown.changes.map { value(of: $0) }),
            "samples": .array(report.samples.map { value(of: $0) }),
            "prose": .array(report.prose.map { value(of: $0) }),
        ])
    }

    /// The number of changes of each level, without accepted ones.
    private static func totals(of report: APIComparison) -> JSONValue {
        func counts(in verdict: Verdict) -> JSONValue {
            let counts = ChangeLevel.allCases.reversed().map { level in
                (key: level.word, value: JSONValue?.count(report.count(of: level, in: verdict)))
            }
            return .object(JSONObject(counts))
        }
        return .members([
            "wire": counts(in: .wire), "source": counts(in: .source), "changes": .count(report.changes.count),
            "accepted": .count(report.changes.count - report.counted.count), "samples": .count(report.samples.count),
            "prose": .count(report.prose.count),
        ])
    }

    private mutating func value(of shown: ShownChange) -> JSONValue {
        let change = shown.change
        return .members([
            "fingerprint": .text(shown.fingerprint), "rule": .text(change.rule), "wire": .text(change.wire.word),
            "source": .text(change.source.word), "urgent": .boolean(change.isUrgent),
            "direction": .text(change.direction?.rawValue), "subject": .text(change.subject),
            "message": .text(change.message), "was": .text(change.was), "now": .text(change.now),
            "base": change.base.map { value(of: $0) }, "revision": change.revision.map { value(of: $0) },
            "operations": .texts(change.operations),
            "declarations": .array(change.declarations.map { value(of: $0) }), "notes": .texts(change.notes),
            "accepted": change.accepted.map { value(of: $0) },
        ])
    }

    private mutating func value(of declaration: DeclarationChange) -> JSONValue {
        .members([
            "name": .text(declaration.name), "level": .text(declaration.level.word), "was": .text(declaration.was),
            "now": .text(declaration.now), "effect": .text(declaration.effect),
            "base": declaration.base.map { value(of: $0) }, "revision": declaration.revision.map { value(of: $0) },
        ])
    }

    private mutating func value(of acceptance: Acceptance) -> JSONValue {
        let members: Members = [("reason", .text(acceptance.reason)), ("expires", .text(acceptance.expires))]
        return .object(JSONObject(members + place(acceptance.location)))
    }

    private mutating func value(of finding: SampleFinding) -> JSONValue {
        let members: Members = [("message", .text(finding.message)), ("since", .text(finding.since.rawValue))]
        return .object(JSONObject(members + place(finding.location)))
    }

    private mutating func value(of change: ProseChange) -> JSONValue {
        .members([
            "subject": .text(change.subject), "was": .text(change.was), "now": .text(change.now),
            "base": change.base.map { value(of: $0) }, "revision": change.revision.map { value(of: $0) },
        ])
    }

    /// The place of one side of a change, its subject's, and the pointer to the subject.
    private mutating func value(of location: ChangeLocation) -> JSONValue {
        let subject: Members = [
            ("subject", value(of: location.subject)), ("pointer", .text(location.pointer.description)),
        ]
        return .object(JSONObject(place(location.location) + subject))
    }

    private mutating func value(of location: SourceLocation) -> JSONValue {
        .object(JSONObject(place(location)))
    }

    private mutating func place(_ location: SourceLocation) -> Members {
        let position = indexes.position(of: location)
        return [
            ("file", .text(location.file.path)), ("line", .count(position.line)),
            ("column", .count(position.column)), ("offset", .count(location.offset)),
        ]
    }
}
