import SpecDiff
import SpecPipeline
import Testing

/// The messages on changes of the security requirements.
@Suite struct SecurityWordsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let base: String
        let revision: String
        /// `message wire`, with `X` for the subject.
        let said: [String]

        var testDescription: String { "\(base) to \(revision)" }
    }

    static let cases = [
        Case(base: "[]", revision: #"[{"key": []}]"#, said: ["X has to be authorized now, by `key` breaking"]),
        Case(base: #"[{"key": []}]"#, revision: "[]", said: ["X no longer has to be authorized by `key` info"]),
        Case(
            base: "[]", revision: #"[{"key": []}, {}]"#,
            said: [
                "X may be authorized by `key` info", "X may be called without authorization info",
            ]),
        Case(
            base: #"[{"key": []}]"#, revision: #"[{"key": []}, {}]"#,
            said: ["X may be called without authorization info"]),
        Case(
            base: #"[{"key": []}, {}]"#, revision: #"[{"key": []}]"#,
            said: ["X can no longer be called without authorization breaking"]),
        Case(
            base: #"[{"key": []}]"#, revision: #"[{"other": []}]"#,
            said: [
                "X can no longer be authorized by `key` info", "X may be authorized by `other` info",
            ]),
        Case(
            base: #"[{"key": []}]"#, revision: #"[{"key": ["write"]}]"#,
            said: ["X demands the scope `write` of `key` info"]),
    ]

    private static func side(_ security: String, isGlobal: Bool) -> ClientReading {
        let member = "\"security\": \(security)"
        return .operation(
            (isGlobal ? "" : member + ", ") + #""responses": {"200": {"description": "Done"}}"#,
            root: isGlobal ? member : "")
    }

    @Test(arguments: cases, [false, true])
    func saysWhatCallersHaveToDo(_ example: Case, isGlobal: Bool) {
        let report = APIComparison.of(
            Self.side(example.base, isGlobal: isGlobal), Self.side(example.revision, isGlobal: isGlobal))
        let subject = isGlobal ? "every operation without its own `security`" : "`POST /things/{id}`"
        let changes = report.changes.filter { $0.rule.contains("security") }
        #expect(
            changes.map { "\($0.message) \($0.wire.word)" }.sorted()
                == example.said.map { $0.replacing("X", with: subject, maxReplacements: 1) }.sorted())
    }

    @Test func refusesNobodyWhereEachOperationHasItsOwn() {
        let own = #""security": [], "responses": {"200": {"description": "Done"}}"#
        let report = APIComparison.of(.operation(own), .operation(own, root: #""security": [{"key": []}]"#))
        #expect(report.wireRules == ["api-global-security-added info"])
    }

    @Test func reachesTheOperationsThatDemandTheScheme() {
        func side(_ header: String) -> ClientReading {
            .document(
                #"""
                {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"}, "security": [{"key": []}],
                 "paths": {"/a": {"get": {"responses": {"200": {"description": "Done"}}}},
                  "/b": {"get": {"security": [], "responses": {"200": {"description": "Done"}}}}},
                 "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "\#(header)"}}}}
                """#)
        }
        let report = APIComparison.of(side("X-Key"), side("X-Api-Key"))
        #expect(report.changes.map(\.rule) == ["api-security-component-changed"])
        #expect(report.changes.map(\.operations) == [["GET /a"]])
    }
}
