import DiffReport
import SpecDiff
import Testing

@Suite struct HTMLReportTests {
    @Test(arguments: SampleReport.allCases)
    func closesEveryElement(_ sample: SampleReport) throws {
        let page = try HTMLReading(of: sample.printer().text(.html))
        #expect(page.open.isEmpty)
        #expect(page.elements.map(\.name).prefix(2) == ["html", "head"])
        #expect(page.elements.count { $0.name == "main" } == 1)
        #expect(!page.elements.contains { $0.name == "script" })
    }

    @Test(arguments: SampleReport.allCases)
    func linksToPlacesThatExistOnce(_ sample: SampleReport) throws {
        let page = try HTMLReading(of: sample.printer().text(.html))
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let links = page.elements.compactMap { $0.attributes["href"] }
        #expect(Set(links).isSubset(of: ids.map { "#" + $0 }))
        for report in try sample.reports() {
            #expect(report.fingerprints.allSatisfy { digits in ids.contains { $0.hasSuffix("change-" + digits) } })
        }
    }

    /// A reader of headings never meets one whose level skips a level.
    @Test(arguments: SampleReport.allCases)
    func nestsItsHeadings(_ sample: SampleReport) throws {
        let levels = try HTMLReading(of: sample.printer().text(.html)).elements.compactMap { element in
            element.name.count == 2 && element.name.hasPrefix("h") ? element.name.last?.wholeNumberValue : nil
        }
        #expect(levels.count { $0 == 1 } == 1 && levels.first == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    @Test func listsEveryOperation() throws {
        let text = try SampleReport.changedPage.printer().text(.html)
        for operation in try SampleReport.changedPage.reports()[0].changes.flatMap(\.operations) {
            #expect(text.contains("<li><code>\(operation)</code></li>"))
        }
    }

    @Test func marksWhatStandsAtThePlace() throws {
        let text = try SampleReport.changedPage.printer().text(.html)
        #expect(text.contains(#"<mark>&quot;pending&quot;</mark>]}"#))
        #expect(text.contains("&quot;required&quot;:<mark>false</mark>,"))
        #expect(text.contains("&quot;maxLength&quot;:<mark>64</mark>}"))
    }

    /// WCAG 2.2, 1.4.3: text needs 4.5 to 1.
    @Test func isReadableInBothSchemes() throws {
        let text = try SampleReport.nothingChanged.printer().text(.html)
        let schemes = text.split(separator: ":root {").dropFirst().prefix(2).map { Self.colours(in: String($0)) }
        #expect(schemes.count == 2)
        for scheme in schemes {
            for (colour, grounds) in Self.pairs {
                for ground in grounds {
                    let contrast = try Self.contrast(
                        #require(scheme[colour], "\(colour)"), #require(scheme[ground], "\(ground)"))
                    #expect(contrast >= 4.5, "\(colour) on \(ground)")
                }
            }
        }
    }

    private static let pairs: [(String, [String])] = [
        ("text", ["ground", "raised", "mark"]), ("muted", ["ground", "raised"]), ("link", ["ground"]),
        ("breaking", ["breaking-ground", "raised"]), ("warning", ["warning-ground", "raised"]),
        ("info", ["info-ground", "raised"]), ("none", ["none-ground"]),
        ("removed", ["removed-ground"]), ("added", ["added-ground"]),
    ]

    /// `--name: #rrggbb;` up to the end of a rule.
    private static func colours(in rule: String) -> [String: [Double]] {
        var colours: [String: [Double]] = [:]
        for declaration in rule.prefix(while: { $0 != "}" }).split(separator: ";") {
            let parts = declaration.split(separator: ":").map { $0.trimming(" \n") }
            guard parts.count == 2, parts[0].hasPrefix("--"), let value = UInt32(parts[1].dropFirst(), radix: 16)
            else { continue }
            colours[String(parts[0].dropFirst(2))] = [16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 }
        }
        return colours
    }

    private static func contrast(_ first: [Double], _ second: [Double]) -> Double {
        let luminances = [first, second].map { colour in
            let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
    }

    /// The 2.4th power, by Newton's steps for the fifth root of the square.
    private static func power(_ value: Double) -> Double {
        var root = value
        for _ in 0..<60 { root -= (root * root * root * root * root - value * value) / (5 * root * root * root * root) }
        return value * value * root
    }
}

extension StringProtocol {
    fileprivate func trimming(_ characters: String) -> Substring {
        var result = self[...].drop { characters.contains($0) }
        while let last = result.last, characters.contains(last) { result = result.dropLast() }
        return Substring(result)
    }
}

/// The elements of a page; a tag that closes another element than the innermost is an error.
private struct HTMLReading {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    struct Unbalanced: Error {
        let tag: String
        let open: [String]
    }

    private(set) var elements: [Element] = []
    private(set) var open: [String] = []

    init(of text: String) throws {
        var rest = text[...]
        #expect(rest.hasPrefix("<!DOCTYPE html>"))
        while let start = rest.firstIndex(of: "<") {
            #expect(!rest[..<start].contains(">"), "a > that belongs to no tag")
            let end = try #require(rest[start...].firstIndex(of: ">"))
            try read(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
            if open.last == "style" { rest = rest[try #require(rest.firstRange(of: "</style>")).lowerBound...] }
        }
    }

    private mutating func read(_ tag: Substring) throws {
        if tag.hasPrefix("!") { return }
        if tag.hasPrefix("/") {
            guard open.popLast() == String(tag.dropFirst()) else {
                throw Unbalanced(tag: String(tag), open: open)
            }
            return
        }
        let name = String(tag.prefix { $0 != " " })
        var attributes: [String: String] = [:]
        for match in tag.dropFirst(name.count).matches(of: /\ ([a-z-]+)="([^"<>]*)"/) {
            attributes[String(match.1)] = String(match.2)
        }
        let written = attributes.map { " \($0)=\"\($1)\"" }.joined().count
        #expect(written == tag.count - name.count, "\(tag)")
        elements.append(Element(name: name, attributes: attributes))
        if name != "meta" { open.append(name) }
    }
}
