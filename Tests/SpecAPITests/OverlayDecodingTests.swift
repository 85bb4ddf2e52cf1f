import SourceText
import SpecAPI
import SpecDiagnostics
import SpecTestSupport
import Testing

struct OverlayDecodingTests {
    @Test func readsEveryField() throws {
        let text = #"""
            {
              "overlay": "1.0.7",
              "info": {"title": "Ours", "version": "2", "x-note": 1},
              "extends": "page.md",
              "x-kurus": {},
              "actions": [
                {"target": "$.info", "description": "why", "update": {"title": "T"}, "remove": false},
                {"target": "$.paths['/a']", "remove": true, "x-why": null}
              ]
            }
            """#
        var diagnostics = Diagnostics()
        let overlay = try #require(Overlay.read(SourceFile("overlay.json", text), diagnostics: &diagnostics))
        #expect(diagnostics.text.isEmpty)
        #expect(overlay.title == "Ours")
        #expect(overlay.version == "2")
        #expect(overlay.extends?.value == "page.md")
        #expect(overlay.actions.map(\.target.text) == ["$.info", "$.paths['/a']"])
        #expect(overlay.actions.map(\.description) == ["why", nil])
        #expect(overlay.actions.map { if case .remove = $0.change { true } else { false } } == [false, true])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let printed: String

        init(_ name: String, _ text: String, _ printed: String) {
            testDescription = name
            self.text = text
            self.printed = printed
        }
    }

    /// Makes an overlay that is correct except for these actions.
    private static func actions(_ text: String) -> String {
        "{\"overlay\": \"1.0.0\", \"info\": {\"title\": \"\", \"version\": \"\"}, \"actions\":\n\(text)}"
    }

    static let documents = [
        Case(
            "no object", "[]",
            """
            overlay.json:1:1: error: an overlay must be an object; found an array [wrong-type]
            []
            ^

            """),
        Case("an empty file", " ", "overlay.json: error: the file is empty [empty-file]\n"),
        Case(
            "no JSON", "overlay: 1.0.0",
            """
            overlay.json:1:1: error: `o` is not allowed here [json-syntax]
            overlay: 1.0.0
            ^

            """),
        Case(
            "nothing in it", "{}",
            """
            overlay.json:1:1: error: an overlay needs the field `overlay` [missing-field]
            {}
            ^
            overlay.json:1:1: error: an overlay needs the field `info` [missing-field]
            {}
            ^
            overlay.json:1:1: error: an overlay needs the field `actions` [missing-field]
            {}
            ^

            """),
        Case(
            "wrong types", #"{"overlay": 1.0, "info": [], "extends": null, "actions": {}}"#,
            """
            overlay.json:1:13: error: `overlay` must be a string; found a number [wrong-type]
            {"overlay": 1.0, "info": [], "extends": null, "actions": {}}
                        ^
            overlay.json:1:26: error: `info` must be an object; found an array [wrong-type]
            {"overlay": 1.0, "info": [], "extends": null, "actions": {}}
                                     ^
            overlay.json:1:41: error: `extends` must be a string; found null [wrong-type]
            {"overlay": 1.0, "info": [], "extends": null, "actions": {}}
                                                    ^
            overlay.json:1:58: error: `actions` must be an array; found an object [wrong-type]
            {"overlay": 1.0, "info": [], "extends": null, "actions": {}}
                                                                     ^

            """),
        Case(
            "another version, unknown fields and no action",
            #"{"overlay": "1.1.0", "info": {"title": "", "vesion": ""}, "action": 1, "actions": []}"#,
            """
            overlay.json:1:13: error: Overlay version `1.1.0` is not supported; kurus reads 1.0.x [unsupported-version]
            {"overlay": "1.1.0", "info": {"title": "", "vesion": ""}, "action": 1, "actions": []}
                        ^
            overlay.json:1:30: error: `info` needs the field `version` [missing-field]
            {"overlay": "1.1.0", "info": {"title": "", "vesion": ""}, "action": 1, "actions": []}
                                         ^
            overlay.json:1:44: error: `info` has no field `vesion`; did you mean `version`? [unknown-field]
            {"overlay": "1.1.0", "info": {"title": "", "vesion": ""}, "action": 1, "actions": []}
                                                       ^
            overlay.json:1:59: error: an overlay has no field `action`; did you mean `actions`? [unknown-field]
            {"overlay": "1.1.0", "info": {"title": "", "vesion": ""}, "action": 1, "actions": []}
                                                                      ^
            overlay.json:1:83: error: `actions` must have at least one element [invalid-value]
            {"overlay": "1.1.0", "info": {"title": "", "vesion": ""}, "action": 1, "actions": []}
                                                                                              ^

            """),
    ]

    static let actionErrors = [
        Case(
            "no object", actions("[1]"),
            """
            overlay.json:2:2: error: an action must be an object; found a number [wrong-type]
            [1]}
             ^

            """),
        Case(
            "no target and nothing to do", actions("[{}]"),
            """
            overlay.json:2:2: error: an action needs the field `target` [missing-field]
            [{}]}
             ^
            overlay.json:2:2: error: an action needs `update`, or `remove: true`; this one does nothing [missing-field]
            [{}]}
             ^

            """),
        Case(
            "wrong types and an unknown field",
            actions(#"[{"target": 1, "remove": "true", "descripton": 2, "copy": 1, "update": 1}]"#),
            """
            overlay.json:2:13: error: `target` must be a string; found a number [wrong-type]
            [{"target": 1, "remove": "true", "descripton": 2, "copy": 1, "update": 1}]}
                        ^
            overlay.json:2:26: error: `remove` must be a boolean; found a string [wrong-type]
            [{"target": 1, "remove": "true", "descripton": 2, "copy": 1, "update": 1}]}
                                     ^
            overlay.json:2:34: error: an action has no field `descripton`; did you mean `description`? [unknown-field]
            [{"target": 1, "remove": "true", "descripton": 2, "copy": 1, "update": 1}]}
                                             ^
            overlay.json:2:51: error: an action has no field `copy` [unknown-field]
            [{"target": 1, "remove": "true", "descripton": 2, "copy": 1, "update": 1}]}
                                                              ^

            """),
        Case(
            "update beside remove", actions(#"[{"target": "$.a", "remove": true, "update": {}}]"#),
            """
            overlay.json:2:46: warning: `update` has no effect beside `remove: true`; leave one of them out [invalid-value]
            [{"target": "$.a", "remove": true, "update": {}}]}
                                                         ^

            """),
        Case(
            "a filter", actions(#"[{"target": "$.a[?@.b]", "remove": true}]"#),
            """
            overlay.json:2:18: error: filters are not supported; name the target, or use `*` or an index [json-path]
            [{"target": "$.a[?@.b]", "remove": true}]}
                             ^

            """),
        Case(
            "a place behind escapes", actions(#"[{"target": "$[\"\u015f\"].a-b", "remove": true}]"#),
            #"""
            overlay.json:2:29: error: `-` is not allowed here; a name with characters other than letters, digits and `_` is written `['…']` [json-path]
            [{"target": "$[\"\u015f\"].a-b", "remove": true}]}
                                        ^

            """#),
        Case(
            "the end of the target", actions(#"[{"target": "$.a.", "remove": true}]"#),
            """
            overlay.json:2:18: error: expected a name or `*` after the dot, found the end; a name with characters \
            other than letters, digits and `_` is written `['…']` [json-path]
            [{"target": "$.a.", "remove": true}]}
                             ^

            """),
    ]

    @Test(arguments: documents + actionErrors)
    func reportsWhatIsWrong(_ example: Case) {
        var diagnostics = Diagnostics()
        _ = Overlay.read(SourceFile("overlay.json", example.text), diagnostics: &diagnostics)
        #expect(diagnostics.text == example.printed)
    }

    @Test func keepsTheActionsThatCanBeRead() {
        let text = Self.actions(#"[{"target": "$["}, {"target": "$.a", "remove": true}, 1]"#)
        var diagnostics = Diagnostics()
        let overlay = Overlay.read(SourceFile("overlay.json", text), diagnostics: &diagnostics)
        #expect(overlay?.actions.map(\.target.text) == ["$.a"])
    }
}
