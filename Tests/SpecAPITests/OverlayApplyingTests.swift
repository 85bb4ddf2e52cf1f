import SourceText
import SpecAPI
import SpecDiagnostics
import SpecTree
import SpecTestSupport
import Testing

struct OverlayApplyingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let documents: [String]
        let actions: String
        let results: [String]

        init(_ name: String, _ document: String, _ actions: String, _ result: String) {
            self.init(name, [document], actions, [result])
        }

        init(_ name: String, _ documents: [String], _ actions: String, _ results: [String]) {
            testDescription = name
            self.documents = documents
            self.actions = actions
            self.results = results
        }
    }

    static let updates = [
        Case(
            "members are replaced and added at the end", #"{"a":1,"b":2}"#,
            #"{"target": "$", "update": {"c": [3], "a": "x"}}"#, #"{"a":"x","b":2,"c":[3]}"#),
        Case(
            "objects are merged, arrays joined", #"{"a":{"b":{"c":1},"d":[1],"e":[1],"f":{}}}"#,
            #"{"target": "$.a", "update": {"b": {"x": 2}, "d": [2, [3]], "e": 5, "f": [6]}}"#,
            #"{"a":{"b":{"c":1,"x":2},"d":[1,2,[3]],"e":5,"f":[6]}}"#),
        Case(
            "an array that is selected gets one element", #"{"tags":["a"]}"#,
            #"{"target": "$.tags", "update": {"name": "b"}}, {"target": "$.tags", "update": ["c"]}"#,
            #"{"tags":["a",{"name":"b"},["c"]]}"#),
        Case(
            "wildcards", #"{"paths":{"/a":{"get":{}},"/b":{"get":{"x":1},"post":{}}}}"#,
            #"{"target": "$.paths.*.get", "update": {"x": 2}}"#,
            #"{"paths":{"/a":{"get":{"x":2}},"/b":{"get":{"x":2},"post":{}}}}"#),
        Case(
            "recursive descent", #"{"p":{"id":{}},"q":[{"id":{"id":{}}}],"id":{}}"#,
            #"{"target": "$..id", "update": {"s": true}}"#,
            #"{"p":{"id":{"s":true}},"q":[{"id":{"id":{"s":true},"s":true}}],"id":{"s":true}}"#),
        Case(
            "a value that is found on many ways, once", #"{"a":{"b":{"x":[]}}}"#,
            #"{"target": "$..*..x", "update": 1}"#, #"{"a":{"b":{"x":[1]}}}"#),
        Case(
            "inside before outside", #"{"a":{"a":{"b":1}}}"#, #"{"target": "$..a", "update": {"a": 7, "c": 8}}"#,
            #"{"a":{"a":7,"c":8}}"#),
        Case(
            "indexes from both ends", #"{"a":[{},{},{}]}"#,
            #"{"target": "$.a[0]", "update": {"x": 1}}, {"target": "$.a[-1]", "update": {"x": 3}}"#,
            #"{"a":[{"x":1},{},{"x":3}]}"#),
        Case(
            "one action after the other", #"{"a":1}"#,
            #"{"target": "$", "update": {"b": {}}}, {"target": "$.b", "update": {"c": 1}}"#, #"{"a":1,"b":{"c":1}}"#),
        Case(
            "every document that has the target", [#"{"a":{}}"#, #"{"b":{}}"#, #"{"a":{"x":0}}"#],
            #"{"target": "$.a", "update": {"x": 1}}"#, [#"{"a":{"x":1}}"#, #"{"b":{}}"#, #"{"a":{"x":1}}"#]),
        Case(
            "names that need quotes", #"{"paths":{"/a/{id}":{"it's":{}}}}"#,
            #"{"target": "$.paths['/a/{id}'][\"it's\"]", "update": {"x": null}}"#,
            #"{"paths":{"/a/{id}":{"it's":{"x":null}}}}"#),
    ]

    static let removals = [
        Case("a member", #"{"a":1,"b":2,"c":3}"#, #"{"target": "$.b", "remove": true}"#, #"{"a":1,"c":3}"#),
        Case("an element", #"{"a":[1,2,3]}"#, #"{"target": "$.a[1]", "remove": true}"#, #"{"a":[1,3]}"#),
        Case("all elements", #"{"a":[1,2,3]}"#, #"{"target": "$.a[*]", "remove": true}"#, #"{"a":[]}"#),
        Case("all members", #"{"a":{"b":1,"c":2}}"#, #"{"target": "$.a.*", "remove": true}"#, #"{"a":{}}"#),
        Case(
            "values inside each other", #"{"a":{"a":{"a":1},"b":2},"c":[{"a":3}]}"#,
            #"{"target": "$..a", "remove": true}"#, #"{"c":[{}]}"#),
        Case("everything", #"{"a":[1,[2]],"b":{"c":3}}"#, #"{"target": "$..*", "remove": true}"#, "{}"),
        Case(
            "and written anew", #"{"a":{"b":1}}"#,
            #"{"target": "$.a", "remove": true}, {"target": "$", "update": {"a": {"c": 2}}}"#, #"{"a":{"c":2}}"#),
    ]

    @Test(arguments: updates + removals)
    func changesWhatItSelects(_ example: Case) throws {
        var diagnostics = Diagnostics()
        let documents = try Self.apply(example.actions, to: example.documents, &diagnostics)
        #expect(documents.map(\.root.compactText) == example.results)
        #expect(diagnostics.text.isEmpty)
    }

    @Test func whatAnOverlayAddsIsLocatedThere() throws {
        var diagnostics = Diagnostics()
        let root = try #require(
            Self.apply(
                #"{"target": "$.a", "update": {"b": {"new": 1}, "c": [2]}}"#, to: [#"{"a":{"b":{"old":0},"c":[1]}}"#],
                &diagnostics
            )
            .first?.root)
        let b = try #require(root["a"]?["b"])
        #expect(root["a"]?.location.file.path == "page0.json")
        #expect(b.location.file.path == "page0.json")
        #expect(b["old"]?.location.file.path == "page0.json")
        #expect(b.member(named: "new")?.location.file.path == "overlay.json")
        #expect(b["new"]?.location.file.path == "overlay.json")
        #expect(root["a"]?["c"]?.elements?.map(\.location.file.path) == ["page0.json", "overlay.json"])
    }

    struct ErrorCase: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let documents: [String]
        let actions: String
        let printed: String

        init(_ name: String, _ documents: [String], _ actions: String, _ printed: String) {
            testDescription = name
            self.documents = documents
            self.actions = actions
            self.printed = printed
        }
    }

    static let errors = [
        ErrorCase(
            "nothing matches", [#"{"a":1}"#], #"{"target": "$.zebra.x", "remove": true}"#,
            """
            overlay.json:2:12: error: `$.zebra.x` matches nothing in the document [overlay-matches-nothing]
            {"target": "$.zebra.x", "remove": true}
                       ^

            """),
        ErrorCase(
            "a part of the path matches", [#"{"a":1}"#, #"{"paths":{"/a":{"get":{}}}}"#],
            #"{"target": "$.paths['/a'].delete.x", "remove": true}"#,
            """
            overlay.json:2:12: error: `$.paths['/a'].delete.x` matches nothing in any of the 2 documents \
            [overlay-matches-nothing]
            {"target": "$.paths['/a'].delete.x", "remove": true}
                       ^
            page1.json:1:16: note: `$.paths['/a']` matches here
            {"paths":{"/a":{"get":{}}}}
                           ^

            """),
        ErrorCase(
            "a name is mistyped", [#"{"x":{}}"#, #"{"paths":{"/balance":{}}}"#],
            #"{"target": "$.paths['/balanse'].get", "remove": true}, {"target": "$.path", "remove": true}"#,
            """
            overlay.json:2:12: error: `$.paths['/balanse'].get` matches nothing in any of the 2 documents \
            [overlay-matches-nothing]
            {"target": "$.paths['/balanse'].get", "remove": true}, {"target": "$.path", "remove": true}
                       ^
            page1.json:1:10: note: `$.paths` matches here; did you mean `/balance`?
            {"paths":{"/balance":{}}}
                     ^
            overlay.json:2:67: error: `$.path` matches nothing in any of the 2 documents [overlay-matches-nothing]
            {"target": "$.paths['/balanse'].get", "remove": true}, {"target": "$.path", "remove": true}
                                                                              ^
            page1.json:1:1: note: `$` matches here; did you mean `paths`?
            {"paths":{"/balance":{}}}
            ^

            """),
        ErrorCase(
            "an earlier action took it away", [#"{"a":{}}"#],
            #"{"target": "$.a", "remove": true}, {"target": "$.a", "update": {}}"#,
            """
            overlay.json:2:47: error: `$.a` matches nothing in the document [overlay-matches-nothing]
            {"target": "$.a", "remove": true}, {"target": "$.a", "update": {}}
                                                          ^

            """),
        ErrorCase(
            "neither object nor array", [#"{"a":"text"}"#, #"{"a":null}"#], #"{"target": "$.a", "update": {}}"#,
            """
            overlay.json:2:12: error: `$.a` selects a string; an update needs an object or an array: select the object \
            around it and name the member in `update` [overlay-target]
            {"target": "$.a", "update": {}}
                       ^
            page0.json:1:6: note: this is what it selects
            {"a":"text"}
                 ^

            """),
        ErrorCase(
            "no object for an object", [#"{"a":{}}"#], #"{"target": "$.a", "update": [1]}"#,
            """
            overlay.json:2:29: error: `$.a` selects an object, so `update` must be an object; found an array \
            [overlay-target]
            {"target": "$.a", "update": [1]}
                                        ^
            page0.json:1:6: note: this is what it selects
            {"a":{}}
                 ^

            """),
        ErrorCase(
            "the root", [#"{"a":{}}"#], #"{"target": "$", "remove": true}"#,
            """
            overlay.json:2:12: error: the root of a document cannot be removed [overlay-target]
            {"target": "$", "remove": true}
                       ^
            page0.json:1:1: note: this is what it selects
            {"a":{}}
            ^

            """),
    ]

    @Test(arguments: errors)
    func reportsActionsThatCannotBeTaken(_ example: ErrorCase) throws {
        var diagnostics = Diagnostics()
        _ = try Self.apply(example.actions, to: example.documents, &diagnostics)
        #expect(diagnostics.text == example.printed)
    }

    @Test func noDocumentsAreNoError() throws {
        var diagnostics = Diagnostics()
        #expect(try Self.apply(#"{"target": "$.a", "remove": true}"#, to: [], &diagnostics).isEmpty)
        #expect(diagnostics.text.isEmpty)
    }

    private static func apply(
        _ actions: String, to documents: [String], _ diagnostics: inout Diagnostics
    ) throws -> [PageDocument] {
        var documents = try documents.enumerated().map { index, text in
            let file = SourceFile("page\(index).json", text)
            return PageDocument(file: file, root: try #require(JSONNode.read(file, diagnostics: &diagnostics)))
        }
        let text =
            "{\"overlay\": \"1.0.0\", \"info\": {\"title\": \"\", \"version\": \"\"}, \"actions\": [\n\(actions)\n]}"
        let overlay = Overlay.read(SourceFile("overlay.json", text), diagnostics: &diagnostics)
        try #require(overlay).apply(to: &documents, diagnostics: &diagnostics)
        return documents
    }
}

extension JSONNode {
    /// The value without white space outside of strings.
    fileprivate var compactText: String {
        switch content {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let lexeme): lexeme
        case .string(let text): "\"\(text)\""
        case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\"\($0.name)\":" + $0.value.compactText }.joined(separator: ",") + "}"
        }
    }
}
