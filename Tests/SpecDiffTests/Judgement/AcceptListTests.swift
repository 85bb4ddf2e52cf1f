import SourceText
import SpecDiagnostics
import SpecDiff
import SpecTestSupport
import SpecTree
import Testing

@Suite struct AcceptListTests {
    private static let first = Change(
        rule: "a-rule", wire: .breaking, subject: "first", message: "m", base: nil, revision: nil)
    private static let second = Change(
        rule: "b-rule", wire: .warning, subject: "second", message: "m", base: nil, revision: nil)
    private static let fingerprint = first.fingerprint

    /// The diagnostics, and the reports with their accepted changes.
    private static func apply(
        _ text: String, today: String = "2026-11-21"
    ) -> (text: String, reports: [APIComparison]) {
        var diagnostics = Diagnostics()
        var reports = [APIComparison(changes: [first, second]), APIComparison(changes: [first])]
        let list = AcceptList.read(SourceFile("accepted.json", text), diagnostics: &diagnostics)
        list?.apply(to: &reports, today: today, diagnostics: &diagnostics)
        return (diagnostics.text, reports)
    }

    private static func entry(
        fingerprint: String = fingerprint, reason: String = "agreed", expires: String = "2027-01-31", more: String = ""
    ) -> String {
        #"{"fingerprint": "\#(fingerprint)", "reason": "\#(reason)", "expires": "\#(expires)"\#(more)}"#
    }

    @Test func acceptsAChangeInEveryReport() {
        let (text, reports) = Self.apply(#"{"accepted": [\#(Self.entry(more: #", "rule": "a-rule""#))]}"#)
        #expect(text.isEmpty)
        #expect(reports.map { $0.changes.map { $0.accepted?.reason } } == [["agreed", nil], ["agreed"]])
        #expect(reports.map(\.wire) == [.warning, .none])
        #expect(reports.first?.changes.first?.accepted?.expires == "2027-01-31")
        #expect(reports.first?.fails(.breaking, .both) == false)
        #expect(reports.first?.fails(.warning, .both) == true)
        #expect(reports.last?.fails(.any, .both) == false)
    }

    @Test func acceptsNothingByAnEmptyList() {
        let (text, reports) = Self.apply(#"{"accepted": []}"#)
        #expect(text.isEmpty)
        #expect(reports.allSatisfy { $0.changes.allSatisfy { $0.accepted == nil } })
    }

    @Test(arguments: [
        ("2027-01-30", true), ("2027-01-31", true), ("2027-02-01", false), ("2028-01-01", false),
    ])
    func expiresOnTheDayAfter(today: String, isAccepted: Bool) {
        let (text, reports) = Self.apply(#"{"accepted": [\#(Self.entry())]}"#, today: today)
        #expect((reports.first?.changes.first?.accepted != nil) == isAccepted)
        #expect(text.contains("[acceptance-expired]") == !isAccepted)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// Lines of diagnostics, excerpts left out.
        let expected: [String]

        var testDescription: String { expected.first ?? "" }

        init(_ text: String, _ expected: String...) {
            self.text = text
            self.expected = expected
        }
    }

    @Test(arguments: [
        Case("", "accepted.json: error: the file is empty [empty-file]"),
        Case(
            #"{"accepted": [], "accepted": []}"#,
            "1:18: error: the object has a second member `accepted`; names must differ [duplicate-member]",
            "1:2: note: the first is here"),
        Case("[]", "1:1: error: a list of accepted changes must be an object; found an array [wrong-type]"),
        Case("{}", "1:1: error: a list of accepted changes needs the field `accepted` [missing-field]"),
        Case(
            #"{"accept": []}"#,
            "1:1: error: a list of accepted changes needs the field `accepted` [missing-field]",
            "1:2: error: a list of accepted changes has no field `accept`; did you mean `accepted`? [unknown-field]"),
        Case(
            #"{"accepted": {}}"#, "1:14: error: `accepted` must be an array of objects; found an object [wrong-type]"),
        Case(#"{"accepted": [1]}"#, "1:15: error: an accepted change must be an object; found a number [wrong-type]"),
        Case(
            #"{"accepted": [{}]}"#,
            "1:15: error: an accepted change needs the field `fingerprint` [missing-field]",
            "1:15: error: an accepted change needs the field `reason` [missing-field]",
            "1:15: error: an accepted change needs the field `expires` [missing-field]"),
        Case(
            #"{"accepted": [{"fingerprint": 1, "reason": null, "expires": true, "rule": []}]}"#,
            "1:31: error: `fingerprint` must be a string; found a number [wrong-type]",
            "1:44: error: `reason` must be a string; found null [wrong-type]",
            "1:61: error: `expires` must be a string; found a boolean [wrong-type]",
            "1:75: error: `rule` must be a string; found an array [wrong-type]"),
        Case(
            #"{"accepted": [\#(entry(reason: " "))]}"#,
            "1:61: error: `reason` must not be empty [invalid-value]"),
        Case(
            #"{"accepted": [\#(entry(more: #", "expire": "2027-01-31""#))]}"#,
            "1:96: error: an accepted change has no field `expire`; did you mean `expires`? [unknown-field]"),
        Case(
            #"{"accepted": [\#(entry(fingerprint: "F1F03B89FE4628EF"))]}"#,
            "1:31: error: `fingerprint` must be 16 digits of 0 to 9 and a to f, as the report shows them; found "
                + "`F1F03B89FE4628EF` [invalid-value]"),
        Case(
            #"{"accepted": [\#(entry(fingerprint: "0000000000000000"))]}"#,
            "1:31: error: no change has the fingerprint `0000000000000000`; remove the entry "
                + "[acceptance-matches-nothing]"),
        Case(
            #"{"accepted": [\#(entry(fingerprint: "0" + fingerprint.dropFirst()))]}"#,
            "1:31: error: no change has the fingerprint `0\(fingerprint.dropFirst())`; did you mean "
                + "`\(fingerprint)`? [acceptance-matches-nothing]"),
        Case(
            #"{"accepted": [\#(entry(more: #", "rule": "b-rule""#))]}"#,
            "1:104: error: the change is found by the rule `a-rule`, not `b-rule` [invalid-value]"),
        Case(
            #"{"accepted": [\#(entry(expires: "2026-11-20"))]}"#,
            "1:82: error: `\(fingerprint)` was accepted until 2026-11-20, and today is 2026-11-21; look at the change "
                + "again and set a later day, or remove the entry [acceptance-expired]"),
        Case(
            "{\"accepted\": [\n\(entry()),\n\(entry(reason: "again"))]}",
            "3:17: error: `\(fingerprint)` is accepted twice; remove one of the entries [duplicate-acceptance]",
            "2:17: note: the other entry"),
    ])
    func reportsWhatIsWrong(_ sample: Case) {
        let text = Self.apply(sample.text).text
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("accepted.json:") }
        let expected = sample.expected.map { $0.hasPrefix("accepted.json") ? $0 : "accepted.json:" + $0 }
        #expect(lines.map(String.init) == expected)
    }

    @Test(arguments: [
        ("2027-01-31", true), ("2028-02-29", true), ("2000-02-29", true), ("2027-02-29", false), ("2100-02-29", false),
        ("2027-04-31", false), ("2027-13-01", false), ("2027-00-10", false), ("2027-01-00", false),
        ("2027-1-31", false),
        ("27-01-31", false), ("2027/01/31", false), ("2027-01-31T00:00", false), ("２０２７-01-31", false),
        ("-027-01-31", false),
        ("+027-01-31", false), ("never", false),
    ])
    func knowsTheDaysOfTheCalendar(day: String, isValid: Bool) {
        let text = Self.apply(#"{"accepted": [\#(Self.entry(expires: day))]}"#, today: "1999-01-01").text
        #expect(text.contains("`expires` must be a day of the calendar") == !isValid)
        #expect(text.isEmpty == isValid)
    }
}
