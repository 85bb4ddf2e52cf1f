import DiffReport
import Foundation
import SpecDiff
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct JUnitReportTests {
    @Test(arguments: SampleReport.allCases)
    func isXMLThatCountsItsCases(_ sample: SampleReport) throws {
        let reading = try XMLReading(of: sample.printer().text(.junit))
        #expect(reading.elements.first?.name == "testsuites")
        for (name, attribute) in [("testcase", "tests"), ("failure", "failures"), ("skipped", "skipped")] {
            let count = reading.elements.count { $0.name == name }
            #expect(reading.elements.first?.attributes[attribute] == String(count))
        }
        let reports = try sample.reports()
        let expected = reports.map { max(1, $0.changes.count + $0.samples.count) }.reduce(0, +)
        #expect(reading.elements.count { $0.name == "testcase" } == expected)
        #expect(reading.elements.count { $0.name == "testsuite" } == reports.count)
    }

    @Test func failsWhatBreaksAndSkipsWhatIsAccepted() throws {
        let report = try SampleReport.changedPage.reports()[0]
        let reading = try XMLReading(of: SampleReport.changedPage.printer().text(.junit))
        #expect(
            reading.elements.count { $0.name == "failure" } == report.counted.count { $0.level == .breaking })
        #expect(reading.elements.count { $0.name == "skipped" } == report.changes.count { $0.accepted != nil })
    }

    @Test(arguments: SampleReport.allCases)
    func namesEveryCaseOnce(_ sample: SampleReport) throws {
        let cases = try XMLReading(of: sample.printer().text(.junit)).elements.filter { $0.name == "testcase" }
        let names = cases.map { [$0.attributes["classname"], $0.attributes["name"]] }
        #expect(Set(names).count == names.count || sample == .hostileText)
    }

    @Test func keepsTheTextsOfThePage() throws {
        let texts = try XMLReading(of: SampleReport.hostileText.printer().text(.junit)).elements.map(\.text)
        #expect(texts.contains { $0.contains("</code><script>alert('1')</script> & \"quoted\"") } == false)
        #expect(texts.contains { $0.contains("]]> ␛[31mred␀ <U+202E>drawkcab\u{FFFD}") })
        #expect(texts.contains { $0.contains("a | b | c ` d `` e *f* _g_ ~~h~~ [i](javascript:j) @everyone #1") })
    }
}

/// The elements of an XML text in the order in which they begin; the parser throws where it is not well-formed.
private final class XMLReading: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    init(of text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        if !parser.parse() { throw try #require(parser.parserError) }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let index = open.last { elements[index].text += text }
    }
}
