import DiffReport
import KurusJSON
import SpecDiagnostics
import SpecDiff
import Testing

@Suite struct JSONReportTests {
    private static func value(_ sample: SampleReport) throws -> JSONValue {
        let text = try sample.printer().text(.json)
        #expect(text.hasSuffix("}\n"))
        return try JSONReader.read(JSONValue.self, from: Array(text.utf8))
    }

    @Test(arguments: SampleReport.allCases)
    func holdsEveryFinding(_ sample: SampleReport) throws {
        let value = try Self.value(sample)
        #expect(value["version"]?.number == "1")
        for (written, report) in zip(value["reports"]?.elements ?? [], try sample.reports()) {
            #expect(written["changes"]?.elements?.compactMap { $0["fingerprint"]?.string } == report.fingerprints)
            #expect(written["changes"]?.elements?.map { $0["message"]?.string } == report.changes.map(\.message))
            #expect(written["changes"]?.elements?.map { $0["was"]?.string } == report.changes.map(\.was))
            #expect(written["prose"]?.elements?.map { $0["now"]?.string } == report.prose.map(\.now))
            #expect(written["samples"]?.elements?.map { $0["message"]?.string } == report.samples.map(\.message))
        }
        #expect(try value["reports"]?.elements?.count == sample.reports().count)
    }

    @Test func holdsEveryFieldOfAChange() throws {
        let report = try SampleReport.changedPage.reports()[0]
        let changes = try #require(Self.value(.changedPage)["reports"]?.elements?.first?["changes"]?.elements)
        let amount = changes[1]
        #expect(amount["rule"]?.string == "request-property-type-changed")
        #expect(amount["wire"]?.string == "breaking")
        #expect(amount["source"]?.string == "breaking")
        #expect(amount["direction"]?.string == "request")
        #expect(amount["urgent"] == .boolean(false))
        #expect(amount["operations"]?.elements?.count == 15)
        #expect(amount["base"]?["file"]?.string == "main:specs/iyzico/mass-payout-initialize.md")
        #expect(amount["revision"]?["line"]?.number == "12")
        #expect(amount["revision"]?["offset"]?.number == "\(report.changes[1].revision?.location.offset ?? -1)")
        #expect(amount["revision"]?["pointer"]?.string == "/components/schemas/Amount/properties/value")
        #expect(amount["declarations"]?.elements?.first?["was"]?.string == "var value: Decimal")
        #expect(changes[0]["urgent"] == .boolean(true))
        #expect(changes[7]["accepted"]?["expires"]?.string == "2027-01-31")
        #expect(changes[7]["accepted"]?["file"]?.string == "accepted.json")
    }

    @Test func sumsUp() throws {
        let value = try Self.value(.changedPage)
        #expect(value["wire"]?.string == "breaking")
        #expect(value["suggestedStep"]?.string == "major")
        let totals = value["reports"]?.elements?.first?["totals"]
        #expect(totals?["wire"]?["breaking"]?.number == "2")
        #expect(totals?["source"]?["breaking"]?.number == "3")
        #expect(totals?["accepted"]?.number == "1")
        #expect(try Self.value(.nothingChanged)["suggestedStep"] == nil)
    }
}

extension JSONValue {
    fileprivate var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    fileprivate var number: String? {
        if case .number(let number) = self { number.text } else { nil }
    }
}
