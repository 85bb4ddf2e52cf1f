import DiffReport
import SpecDiff
import SpecTestSupport
import Testing

/// Tests/Fixtures/Diff/Report: what each sample looks like in each format. KURUS_RECORD=1 writes it anew.
@Suite struct ReportGoldenTests {
    @Test(arguments: SampleReport.allCases, ReportFormat.allCases)
    func printsTheReport(_ sample: SampleReport, as format: ReportFormat) throws {
        let fixture = try #require(Fixture.all(in: "Diff/Report").first { $0.name == sample.rawValue })
        let text = try sample.printer().text(format)
        #expect(try text == fixture.expected("expected.\(format.fileExtension)", recording: text))
    }

    @Test func coloursTextWhenToldTo() throws {
        let fixture = try #require(
            Fixture.all(in: "Diff/Report").first { $0.name == SampleReport.changedPage.rawValue })
        let text = try SampleReport.changedPage.printer(usesColour: true).text(.text)
        #expect(try text == fixture.expected("expected.coloured.txt", recording: text))
    }

    @Test(arguments: ReportFormat.allCases)
    func printsTheSameTwice(_ format: ReportFormat) throws {
        #expect(
            try SampleReport.changedPage.printer().text(format) == SampleReport.changedPage.printer().text(format))
    }
}

extension ReportFormat {
    /// The extension of a golden file.
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .html: "html"
        case .json: "json"
        case .github: "github"
        case .junit: "xml"
        }
    }
}
