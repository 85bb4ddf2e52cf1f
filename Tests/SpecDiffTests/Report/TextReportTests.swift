import SpecDiff
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

    @Test func namesThreeOperationsAndCountsTheRest() {
        func text(_ count: Int) -> String {
            var change = Change(rule: "r", wire: .info, subject: "s", message: "m", base: nil, revision: nil)
            change.operations = (0..<count).map { "GET /\($0)" }
            return ReportPrinter(
                [DiffReport(changes: [change])], options: ReportOptions(base: "a", revision: "b")
            ).text(.text)
        }
        #expect(!text(0).contains("reaches"))
        #expect(text(3).contains("  reaches   GET /0, GET /1, GET /2\n"))
        #expect(text(15).contains("  reaches   GET /0, GET /1, GET /2 and 12 more\n"))
    }
}
