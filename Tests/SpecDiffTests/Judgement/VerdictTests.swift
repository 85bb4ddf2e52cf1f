import SourceText
import SpecDiagnostics
@testable import SpecDiff
import SpecTestSupport
import SpecTree
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
                reason: "r", expires: "2027-01-31", location: SourceLocation(file: file, offset: 0))
        }
        return change
    }

    private static let prose = ProseChange(subject: "s", was: nil, now: "n", base: nil, revision: nil)

    private static func sample(since: SampleFinding.Since) -> SampleFinding {
        SampleFinding(location: SourceLocation(file: file, offset: 0), since: since, message: "m")
    }

    struct StepCase: Sendable {
        let report: APIComparison
        let step: VersionStep?
    }

    @Test(arguments: [
        StepCase(report: APIComparison(), step: nil),
        StepCase(report: APIComparison(changes: [change(.none)]), step: .patch),
        StepCase(report: APIComparison(prose: [prose]), step: .patch),
        StepCase(report: APIComparison(samples: [sample(since: .revision)]), step: .patch),
        StepCase(report: APIComparison(samples: [sample(since: .always)]), step: nil),
        StepCase(report: APIComparison(changes: [change(.none), change(.info)]), step: .minor),
        StepCase(report: APIComparison(changes: [change(.none, .warning)]), step: .minor),
        StepCase(report: APIComparison(changes: [change(.info), change(.none, .breaking)]), step: .major),
        StepCase(report: APIComparison(changes: [change(.breaking)]), step: .major),
        StepCase(report: APIComparison(changes: [change(.breaking, isAccepted: true)]), step: .patch),
        StepCase(report: APIComparison(changes: [change(.breaking, isAccepted: true), change(.info)]), step: .minor),
    ])
    func suggestsAStep(_ sample: StepCase) {
        #expect(sample.report.versionStep == sample.step)
    }

    struct FailCase: Sendable {
        let report: APIComparison
        /// `breaking wire`, …
        let fails: Set<String>
    }

    private static let any: Set<String> = ["any wire", "any source", "any both"]

    @Test(arguments: [
        FailCase(report: APIComparison(), fails: []),
        FailCase(report: APIComparison(changes: [change(.none)]), fails: any),
        FailCase(report: APIComparison(prose: [prose]), fails: any),
        FailCase(report: APIComparison(samples: [sample(since: .always)]), fails: any),
        FailCase(report: APIComparison(changes: [change(.info, .info)]), fails: any),
        FailCase(
            report: APIComparison(changes: [change(.warning, .info)]),
            fails: any.union(["warning wire", "warning both"])),
        FailCase(
            report: APIComparison(changes: [change(.none, .breaking)]),
            fails: any.union(["warning source", "warning both", "breaking source", "breaking both"])),
        FailCase(
            report: APIComparison(changes: [change(.breaking, .warning)]),
            fails: any.union([
                "warning source", "warning wire", "warning both", "breaking wire", "breaking both",
            ])),
        FailCase(report: APIComparison(changes: [change(.breaking, .breaking, isAccepted: true)]), fails: []),
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
        let report = APIComparison(changes: [
            Self.change(.breaking), Self.change(.breaking, isAccepted: true), Self.change(.info, .breaking),
        ])
        #expect(report.count(of: .breaking, in: .wire) == 1)
        #expect(report.count(of: .breaking, in: .source) == 1)
        #expect(report.count(of: .breaking, in: .both) == 2)
        #expect(report.count(of: .none, in: .source) == 1)
    }
}
