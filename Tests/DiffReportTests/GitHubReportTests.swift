import DiffReport
import SourceText
import SpecDiagnostics
@testable import SpecDiff
import SpecTestSupport
import Testing

@Suite struct GitHubReportTests {
    private static func lines(_ report: APIComparison) -> [String] {
        ReportPrinter([report], options: ReportOptions(base: "a", revision: "b")).text(.github)
            .split(separator: "\n").map(String.init)
    }

    private static func change(_ wire: ChangeLevel, _ message: String, path: String = "page.md") -> Change {
        let place = ChangeLocation(SourceLocation(file: SourceFile(path, "{}\n{\"a\": 1}"), offset: 4))
        return Change(rule: "a-rule", wire: wire, subject: "it", message: message, base: nil, revision: place)
    }

    @Test(arguments: [
        (ChangeLevel.breaking, "error"), (.warning, "warning"), (.info, "notice"), (.none, "notice"),
    ])
    func annotatesTheLine(level: ChangeLevel, kind: String) {
        let lines = Self.lines(APIComparison(changes: [Self.change(level, "it changed")]))
        #expect(
            lines.last
                == "::\(kind) file=page.md,line=2,col=2,title=wire \(level.word)%2C source none [a-rule]::It changed")
    }

    @Test func noticesWhatIsAccepted() {
        var change = Self.change(.breaking, "it changed")
        change.accepted = Acceptance(
            reason: "agreed", expires: "2027-01-31",
            location: SourceLocation(file: SourceFile("a.json", ""), offset: 0))
        #expect(
            Self.lines(APIComparison(changes: [change])).last
                == "::notice file=page.md,line=2,col=2,title=accepted%3A wire breaking%2C source none [a-rule]::"
                + "It changed%0Aaccepted until 2027-01-31: agreed")
    }

    @Test func fallsBackToTheBase() {
        var change = Self.change(.breaking, "it is gone", path: "base.md")
        (change.base, change.revision) = (change.revision, nil)
        #expect(Self.lines(APIComparison(changes: [change])).last?.contains("file=base.md,line=2,col=2") == true)
    }

    @Test func escapesWhatARunnerWouldRead() {
        let lines = Self.lines(
            APIComparison(changes: [Self.change(.info, "it 100%\n::error::x, y: z\r", path: "a,b:c%\n.md")]))
        #expect(
            lines.last
                == "::notice file=a%2Cb%3Ac%25␊.md,line=2,col=2,title=wire info%2C source none [a-rule]::"
                + "It 100%25␊::error::x, y: z␍")
    }

    @Test(arguments: SampleReport.allCases)
    func printsOnlyCommands(_ sample: SampleReport) throws {
        let text = try sample.printer().text(.github)
        let reports = try sample.reports()
        let expected = reports.map { 1 + $0.changes.count + $0.samples.count { $0.since == .revision } }.reduce(0, +)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == expected)
        #expect(
            lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") || $0.hasPrefix("::notice ") })
    }
}
