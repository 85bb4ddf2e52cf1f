import DiffReport
@testable import SpecDiff
import Testing

@Suite struct TextReportTests {
    @Test(arguments: SampleReport.allCases)
    func fitsATerminal(_ sample: SampleReport) throws {
        for line in try sample.printer().text(.text).split(separator: "\n") {
            let isOneWord = !line.drop { $0 == " " }.contains(" ")
            #expect(line.count <= 97 || isOneWord, "\(line)")
            #expect(!line.hasSuffix(" "), "\(line)")
        }
    }

    /// A page moves no cursor and turns no text around.
    @Test(arguments: SampleReport.allCases, [ReportFormat.text, .markdown, .html, .github, .junit])
    func showsControlCharacters(_ sample: SampleReport, in format: ReportFormat) throws {
        let text = try sample.printer().text(format)
        let hidden = text.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{202E}"
        }
        #expect(hidden.isEmpty, "\(hidden.map { String($0.value, radix: 16) })")
    }

    @Test func coloursOnlyWhenToldTo() throws {
        #expect(try !SampleReport.changedPage.printer().text(.text).contains("\u{1B}"))
        let coloured = try SampleReport.changedPage.printer(usesColour: true).text(.text)
        let plain = coloured.replacing(/\x1B\[[0-9;]*m/, with: "")
        #expect(try plain == SampleReport.changedPage.printer().text(.text))
        #expect(coloured != plain)
    }

    struct VersionCase: Sendable {
        let base: String?
        let revision: String?
        let sentence: String
    }

    @Test(arguments: [
        VersionCase(base: nil, revision: nil, sentence: "Nothing is different."),
        VersionCase(base: "1.0", revision: "1.0", sentence: "Nothing is different. Version 1.0 is unchanged."),
        VersionCase(base: "1.0", revision: "1.1", sentence: "Nothing is different. Version 1.0 → 1.1."),
        // The pages of a side may each have their own.
        VersionCase(base: "1.0", revision: nil, sentence: "Nothing is different. Version 1.0 → not one version."),
        VersionCase(base: nil, revision: "1.1", sentence: "Nothing is different. Version not one version → 1.1."),
    ])
    func saysBothVersions(_ sample: VersionCase) {
        let report = APIComparison(baseVersion: sample.base, revisionVersion: sample.revision)
        let text = ReportPrinter([report], options: ReportOptions(base: "a", revision: "b")).text(.text)
        #expect(text == "\(sample.sentence)\na → b\n")
    }

    struct HeadlineCase: Sendable {
        let subject: String
        let message: String
        let headline: String
    }

    @Test(arguments: [
        HeadlineCase(
            subject: "property `a` of `B`", message: "property `a` of `B` is gone",
            headline: "Property `a` of `B` is gone"),
        HeadlineCase(
            subject: "operation `GET /a`", message: "`GET /a` moves money now", headline: "`GET /a` moves money now"),
        HeadlineCase(
            subject: "the API", message: "the version changed",
            headline: "The API: the version changed"),
        HeadlineCase(
            subject: "property `a` of `B`", message: "`a` is gone", headline: "Property `a` of `B`: `a` is gone"),
    ])
    func namesTheSubjectOnce(_ sample: HeadlineCase) {
        let change = Change(
            rule: "r", wire: .info, subject: sample.subject, message: sample.message, base: nil, revision: nil)
        #expect(Self.text(change).contains("[r]\n  \(sample.headline)\n  id"))
    }

    @Test func showsCodeOnceWhereADeclarationDoes() {
        var change = Change(
            rule: "r", wire: .none, subject: "type `A`", message: "it is gone", was: "let a: Int", base: nil,
            revision: nil)
        change.declarations = [
            DeclarationChange(
                name: "A.a", level: .breaking, was: "let a: Int", now: nil, effect: "it is gone", base: nil,
                revision: nil)
        ]
        #expect(
            Self.text(change).contains("  Type `A`: it is gone\n  Swift     A.a (breaking)\n            - let a: Int\n")
        )
        #expect(!Self.text(change).contains("  was "))
        change.declarations = [
            DeclarationChange(
                name: "A.b()", level: .warning, was: "func b()", now: "func b()", effect: "it waits", base: nil,
                revision: nil)
        ]
        #expect(
            Self.text(change).contains(
                "  was       let a: Int\n  Swift     A.b() (warning): it waits\n              func b()\n"))
    }

    private static func text(_ change: Change) -> String {
        ReportPrinter([APIComparison(changes: [change])], options: ReportOptions(base: "a", revision: "b")).text(.text)
    }

    @Test func namesThreeOperationsAndCountsTheRest() {
        func text(_ count: Int) -> String {
            var change = Change(rule: "r", wire: .info, subject: "s", message: "m", base: nil, revision: nil)
            change.operations = (0..<count).map { "GET /\($0)" }
            return Self.text(change)
        }
        #expect(!text(0).contains("reaches"))
        #expect(text(3).contains("  reaches   GET /0, GET /1, GET /2\n"))
        #expect(text(15).contains("  reaches   GET /0, GET /1, GET /2 and 12 more\n"))
    }
}
