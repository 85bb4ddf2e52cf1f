import SourceText
import SpecDiagnostics
import SpecDiff
import SpecTree
import SpecTestSupport
import Testing

@Suite struct VerdictTests {
    private static let file = SourceFile("page.md", "{}")

    private static func change(
        _ wire: ChangeLevel, _ source: ChangeLevel = .none, isAccepted: Bool = false
    ) -> Change {
        var change = Change(rule: "a-rule", wire: wire, subject: "a thing", message: "m", base: nil, revision: nil)
        change.source = source
        if isAccepted {
            change.accepted = Acceptance(
                reason: "r", expires: "2027-01-31", at: SourceLocation(file: file, offset: 0))
        }
        return change
    }

    private static let prose = ProseChange(subject: "s", was: nil, now: "n", base: nil, revision: nil)

    private static func sample(since: SampleFinding.Since) -> SampleFinding {
        SampleFinding(at: SourceLocation(file: file, offset: 0), since: since, message: "m")
    }

    struct StepCase: Sendable {
        let report: DiffReport
        let step: VersionStep?
    }

    @Test(arguments: [
        StepCase(report: DiffReport(), step: nil),
        StepCase(report: DiffReport(changes: [change(.none)]), step: .patch),
        StepCase(report: DiffReport(prose: [prose]), step: .patch),
        StepCase(report: DiffReport(samples: [sample(since: .revision)]), step: .patch),
        StepCase(report: DiffReport(samples: [sample(since: .always)]), step: nil),
        StepCase(report: DiffReport(changes: [change(.none), change(.info)]), step: .minor),
        StepCase(report: DiffReport(changes: [change(.none, .warning)]), step: .minor),
        StepCase(report: DiffReport(changes: [change(.info), change(.none, .breaking)]), step: .major),
        StepCase(report: DiffReport(changes: [change(.breaking)]), step: .major),
        StepCase(report: DiffReport(changes: [change(.breaking, isAccepted: true)]), step: .patch),
        StepCase(report: DiffReport(changes: [change(.breaking, isAccepted: true), change(.info)]), step: .minor),
    ])
    func suggestsAStep(_ sample: StepCase) {
        #expect(sample.report.versionStep == sample.step)
    }

    struct FailCase: Sendable {
        let report: DiffReport
        /// `breaking wire`, …
        let fails: Set<String>
    }

    private static let any: Set<String> = ["any wire", "any source", "any both"]

    @Test(arguments: [
        FailCase(report: DiffReport(), fails: []),
        FailCase(report: DiffReport(changes: [change(.none)]), fails: any),
        FailCase(report: DiffReport(prose: [prose]), fails: any),
        FailCase(report: DiffReport(samples: [sample(since: .always)]), fails: any),
        FailCase(report: DiffReport(changes: [change(.info, .info)]), fails: any),
        FailCase(
            report: DiffReport(changes: [change(.warning, .info)]), fails: any.union(["warning wire", "warning both"])),
        FailCase(
            report: DiffReport(changes: [change(.none, .breaking)]),
            fails: any.union(["warning source", "warning both", "breaking source", "breaking both"])),
        FailCase(
            report: DiffReport(changes: [change(.breaking, .warning)]),
            fails: any.union([
                "warning source", "warning wire", "warning both", "breaking wire", "breaking both",
            ])),
        FailCase(report: DiffReport(changes: [change(.breaking, .breaking, isAccepted: true)]), fails: []),
    ])
    func failsFromALevelOn(_ sample: FailCase) {
        var fails: Set<String> = []
        for failOn in FailOn.allCases {
            for verdict in Verdict.allCases where sample.report.fails(failOn, verdict) {
                fails.insert("\(failOn.rawValue) \(verdict.rawValue)")
            }
        }
        #expect(fails == sample.fails)
    }

    @Test func countsWhatNobodyAccepted() {
        let report = DiffReport(changes: [
            Self.change(.breaking), Self.change(.breaking, isAccepted: true), Self.change(.info, .breaking),
        ])
        #expect(report.count(of: .breaking, in: .wire) == 1)
        #expect(report.count(of: .breaking, in: .source) == 1)
        #expect(report.count(of: .breaking, in: .both) == 2)
        #expect(report.count(of: .none, in: .source) == 1)
    }
}
