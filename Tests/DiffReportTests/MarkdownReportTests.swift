import DiffReport
import SpecDiagnostics
@testable import SpecDiff
import Testing

@Suite struct MarkdownReportTests {
    private static func changes(_ count: Int) -> [Change] {
        (0..<count).map { index in
            var change = Change(
                rule: "response-property-type-changed", wire: .breaking, direction: .response,
                subject: "property `ödeme\(index)`", message: "The type of `ödeme\(index)` changed", was: "number",
                now: "string", base: nil, revision: nil)
            change.operations = ["GET /\(index)"]
            return change
        }
    }

    private static func prose(_ count: Int) -> [ProseChange] {
        (0..<count).map {
            ProseChange(subject: "summary of `GET /\($0)`", was: nil, now: "Yeni", base: nil, revision: nil)
        }
    }

    private static func text(changes: Int, prose: Int = 0) -> String {
        let report = APIComparison(changes: Self.changes(changes), prose: Self.prose(prose), module: "SampleAPI")
        return ReportPrinter([report], options: ReportOptions(base: "main", revision: "work")).text(.markdown)
    }

    /// GitHub refuses a comment of more than 65,536 characters.
    @Test(arguments: [(10, 0), (250, 40), (0, 2_000), (400, 2_000), (3_000, 0)])
    func saysWhatACommentHasNoRoomFor(changes: Int, prose: Int) throws {
        let text = Self.text(changes: changes, prose: prose)
        #expect(text.utf8.count <= 65_536)
        let shownChanges = text.matches(of: /^- \*\*wire/.anchorsMatchLineEndings()).count
        let shownProse = text.matches(of: /^<p>/.anchorsMatchLineEndings()).count
        let omitted = text.firstMatch(of: /Left out: (?:(\d+) changes?)?(?:, )?(?:(\d+) texts?)?\.\*\*/)
        #expect(shownChanges + (omitted?.1.flatMap { Int($0) } ?? 0) == changes)
        #expect(shownProse + (omitted?.2.flatMap { Int($0) } ?? 0) == prose)
        #expect((omitted != nil) == (shownChanges < changes || shownProse < prose))
        #expect(omitted == nil || text.utf8.count > 60_000)
        #expect(text.matches(of: /<details>/).count == text.matches(of: /<\/details>/).count)
    }

    /// One component may be used by everything: its item does not fill the comment.
    @Test func shortensWhatAChangeHasManyOf() {
        var change = Self.changes(1)[0]
        change.message = String(repeating: "long ", count: 20_000)
        change.was = String(repeating: "x", count: 100_000)
        change.operations = (0..<500).map { "GET /\($0)" }
        change.declarations = (0..<2_000).map {
            DeclarationChange(
                name: "A\($0)", level: .breaking, was: "w", now: "n", effect: "e", base: nil, revision: nil)
        }
        let text = ReportPrinter(
            [APIComparison(changes: [change] + Self.changes(3))], options: ReportOptions(base: "a", revision: "b")
        ).text(.markdown)
        #expect(text.utf8.count < 10_000)
        #expect(!text.contains("Left out"))
        #expect(text.contains("and 1992 declarations more"))
        #expect(text.contains("and 497 more"))
    }

    struct Case: Sendable {
        let message: String
        let shown: String
    }

    @Test(arguments: [
        Case(message: "The type of `Amount` changed", shown: "The type of `Amount` changed"),
        Case(message: "a | b * c _ d [e] \\ ~f~ $g$", shown: #"A \| b \* c \_ d \[e\] \\ \~f\~ \$g\$"#),
        Case(message: "a < b > c & d", shown: "A &lt; b &gt; c &amp; d"),
        Case(message: "ask @somebody of #12", shown: "Ask @<!-- -->somebody of #<!-- -->12"),
        Case(message: "one ` alone", shown: #"One \` alone"#),
        Case(message: "`` is empty", shown: "(empty) is empty"),
        Case(message: "`<b>&` stays", shown: "`<b>&` stays"),
        Case(message: "a\nb\u{202E}c", shown: "A␊b&lt;U+202E&gt;c"),
    ])
    func showsMessagesAsTheyRead(_ sample: Case) {
        let change = Change(rule: "r", wire: .info, subject: "", message: sample.message, base: nil, revision: nil)
        let text = ReportPrinter(
            [APIComparison(changes: [change])], options: ReportOptions(base: "a", revision: "b")
        ).text(.markdown)
        #expect(text.contains("- **wire info, source none**: \(sample.shown)<br>\n"))
    }

    @Test func fencesCodeByMoreBackticksThanItHas() {
        var change = Change(
            rule: "r", wire: .info, subject: "", message: "m", was: "a`b``c", now: "`d", base: nil, revision: nil)
        change.declarations = [
            DeclarationChange(
                name: "`class`", level: .info, was: "```", now: nil, effect: "e", base: nil, revision: nil)
        ]
        let text = ReportPrinter(
            [APIComparison(changes: [change])], options: ReportOptions(base: "a", revision: "b")
        ).text(.markdown)
        #expect(text.contains("M, ```a`b``c``` → `` `d ``<br>"))
        #expect(text.contains("  - `` `class` `` (info): e\n    ````diff\n    - ```\n    ````\n"))
    }
}
