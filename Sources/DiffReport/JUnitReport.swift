import SourceText
import SpecDiagnostics
import SpecDiff

/// A report as JUnit's XML, which GitLab and Jenkins show as the result of tests: a change is a test case.
///
/// Breaking changes have failed, accepted ones were skipped, and all others have passed, with a description in their output.
/// A report without changes has one case that passed, since Jenkins takes a file without cases for a mistake.
struct JUnitReport {
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var indexes = LineIndexes()

    static func text(of printer: ReportPrinter) -> String {
        var report = JUnitReport()
        let suites = printer.reports.map(suite)
        let all = suites.flatMap(\.cases)
        report.open("testsuites", [("name", "kurus diff")] + counts(of: all), indent: 0)
        for suite in suites { report.write(suite) }
        report.text += "</testsuites>\n"
        return report.text
    }

    private static func suite(_ shown: ShownReport) -> Suite {
        let cases = shown.groups.flatMap(\.changes).map(testCase) + shown.report.samples.map(testCase)
        let nothing = Case(rule: "kurus diff", name: "nothing is different", location: nil, outcome: .passed(""))
        return Suite(
            name: shown.report.module ?? "kurus diff \(shown.number)", cases: cases.isEmpty ? [nothing] : cases)
    }

    private struct Suite {
        let name: String
        let cases: [Case]
    }

    /// A case, which GitLab and Jenkins identify by class and name.
    private struct Case {
        enum Outcome {
            case passed(String)
            case failed(String)
            case skipped(String)
        }

        let rule: String
        let name: String
        let location: SourceLocation?
        let outcome: Outcome
    }

    private static func testCase(_ shown: ShownChange) -> Case {
        let change = shown.change
        let details = details(of: shown)
        let outcome: Case.Outcome =
            if let accepted = change.accepted {
                .skipped("accepted until \(accepted.expires): \(accepted.reason)")
            } else if change.level == .breaking {
                .failed(details)
            } else {
                .passed(details)
            }
        return Case(
            rule: change.rule, name: "\(shown.headline) [\(shown.fingerprint)]",
            location: change.revision?.location ?? change.base?.location, outcome: outcome)
    }

    private static func testCase(_ sample: SampleFinding) -> Case {
        Case(
            rule: "sample", name: sample.message, location: sample.location,
            outcome: .passed("the sample does not fit its schema; \(sample.since.words)"))
    }

    private static func details(of shown: ShownChange) -> String {
        let change = shown.change
        var lines = [shown.levels]
        if let was = shown.was { lines.append("was: \(was)") }
        if let now = shown.now { lines.append("now: \(now)") }
        if !change.operations.isEmpty { lines.append("reaches: \(change.operations.joined(separator: ", "))") }
        lines += shown.declarations.map { "Swift: \($0.sentence)" }
        lines += change.notes.map { "note: \($0)" }
        return lines.map { VisibleText($0).text }.joined(separator: "\n")
    }
}

extension JUnitReport {
    private static func counts(of cases: [Case]) -> [(String, String)] {
        let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
        let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
        return [
            ("tests", String(cases.count)), ("failures", String(failures)), ("errors", "0"),
            ("skipped", String(skipped)),
        ]
    }

    private mutating func write(_ suite: Suite) {
        open("testsuite", [("name", suite.name)] + Self.counts(of: suite.cases), indent: 1)
        for testCase in suite.cases { write(testCase, in: suite.name) }
        text += "  </testsuite>\n"
    }

    private mutating func write(_ testCase: Case, in suite: String) {
        var attributes = [("classname", "\(suite).\(testCase.rule)"), ("name", testCase.name), ("time", "0")]
        if let location = testCase.location {
            attributes += [
                ("file", location.file.path), ("line", String(indexes.position(of: location).line)),
            ]
        }
        open("testcase", attributes, indent: 2)
        switch testCase.outcome {
        case .passed(let details): if !details.isEmpty { write("system-out", [], withPlace(details, of: testCase)) }
        case .skipped(let reason): write("skipped", [("message", reason)], "")
        case .failed(let details):
            write("failure", [("type", "breaking"), ("message", testCase.name)], withPlace(details, of: testCase))
        }
        text += "    </testcase>\n"
    }

    /// Adds the location, whose column neither GitLab nor Jenkins shows.
    private mutating func withPlace(_ details: String, of testCase: Case) -> String {
        guard let location = testCase.location else { return details }
        return details + "\n" + VisibleText(PlaceText.text(of: location, &indexes)).text
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)], indent: Int) {
        text += String(repeating: "  ", count: indent) + tag(name, attributes) + ">\n"
    }

    private mutating func write(_ name: String, _ attributes: [(String, String)], _ content: String) {
        let content = MarkupText.escapedLines(content)
        text += "      " + tag(name, attributes) + ">\(content)</\(name)>\n"
    }

    private func tag(_ name: String, _ attributes: [(String, String)]) -> String {
        "<" + name + attributes.map { " \($0.0)=\"\(MarkupText.escaped($0.1))\"" }.joined()
    }
}
