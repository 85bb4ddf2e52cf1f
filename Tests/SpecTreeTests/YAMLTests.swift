import KurusJSON
import SourceText
import SpecDiagnostics
import SpecTree
import Testing

@Suite struct YAMLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let yaml: String
        let json: [String]

        init(_ name: String, _ yaml: String, _ json: String...) {
            testDescription = name
            self.yaml = yaml
            self.json = json
        }
    }

    static let cases = [
        Case("block collections", "a:\n  b: 1\n  c:\n    - x\n    - y: z\n", #"{"a":{"b":1,"c":["x",{"y":"z"}]}}"#),
        Case("elements in the column of the key", "a:\n- 1\n- 2\nb: 3\n", #"{"a":[1,2],"b":3}"#),
        Case("compact collections", "- - 1\n  - 2\n- a: 1\n  b: 2\n", #"[[1,2],{"a":1,"b":2}]"#),
        Case(
            "flow collections", "{a: [1, two, 'three'], \"b\":4, c, d: }",
            #"{"a":[1,"two","three"],"b":4,"c":null,"d":null}"#),
        Case("flow over lines", "a: [1,\n  2,\n  ]\n", #"{"a":[1,2]}"#),
        Case("pairs in a flow sequence", "[a: 1, ? b : 2, \"c\":3]", #"[{"a":1},{"b":2},{"c":3}]"#),
        Case("explicit keys", "? a\n: 1\n? b\n", #"{"a":1,"b":null}"#),
        Case("null values", "a:\nb: ~\nc: null\n-: x", #"{"a":null,"b":null,"c":null,"-":"x"}"#),
        Case(
            "words that 1.2 leaves strings", "[yes, no, on, off, 012, 2026-12-01, 1_000, 12:30]",
            #"["yes","no","on","off",12,"2026-12-01","1_000","12:30"]"#),
        Case(
            "numbers", "[0, -1, +7, 1.50, .5, 5., 1e3, -2E-7, 0x1F, 0o17, 007]",
            #"[0,-1,7,1.50,0.5,5.0,1e3,-2E-7,31,15,7]"#),
        Case("booleans", "[true, True, FALSE, tRUE]", #"[true,true,false,"tRUE"]"#),
        Case("tags", "[!!str 1, !!int 1, !!float 1.5, !!null '', ! 2]", #"["1",1,1.5,null,"2"]"#),
        Case("plain text", "a: one, two  three\n  four\n\n  five # no\n", #"{"a":"one, two  three four\nfive"}"#),
        Case(
            "signs inside plain text", "a: b:c #d e#f\nu: http://x/?a=[b]\nv: -1a\nw: ?x\nx: :y\n",
            #"{"a":"b:c","u":"http://x/?a=[b]","v":"-1a","w":"?x","x":":y"}"#),
        Case("single quotes", "'it''s\n  a line\n\n  and another'", #""it's a line\nand another""#),
        Case(
            "double quotes", #""tab\t \x41 \u00e7 \U0001F600 \ud83d\ude00 \"q\" \/""#,
            #""tab\t A ç 😀 😀 \"q\" /""#),
        Case("folding of double quotes", "\"one  \n  two \\\n  three\n\n  four\"", #""one two three\nfour""#),
        Case("literal", "a: |\n  one\n   two\n\n  three\n\nb: 1\n", #"{"a":"one\n two\n\nthree\n","b":1}"#),
        Case("folded", "a: >\n  one\n  two\n\n  three\n   more\n  four\n", #"{"a":"one two\nthree\n more\nfour\n"}"#),
        Case("chomping", "a: |-\n  x\n\nb: |+\n  y\n\nc: >-\n  z\n", #"{"a":"x","b":"y\n\n","c":"z"}"#),
        Case("indentation indicator", "a: |2\n    x\n   y\n", #"{"a":"  x\n y\n"}"#),
        Case("empty literal", "a: |\nb: >-\nc: 1\n", #"{"a":"","b":"","c":1}"#),
        Case("comments", "# first\na: 1 # one\n# middle\n\nb: # none\n  2\n", #"{"a":1,"b":2}"#),
        Case("anchors", "a: &x {b: 1}\nc: *x\nd: [&y 2, *y]\n", #"{"a":{"b":1},"c":{"b":1},"d":[2,2]}"#),
        Case("several documents", "a\n---\nb\n...\n---\n# empty\n--- c\n", #""a""#, #""b""#, "null", #""c""#),
        Case("directives", "%YAML 1.2\n%TAG !e! tag:yaml.org,2002:\n---\n!e!str 1\n", #""1""#),
        Case("line ends of Windows", "a: 1\r\nb: |\r\n  x\r\n  y\r\n", #"{"a":1,"b":"x\ny\n"}"#),
        Case("a byte order mark", "\u{FEFF}a: 1\n", #"{"a":1}"#),
        Case(
            "JSON", #"{"a": [1, 2.50, "x\n", null, true], "b": {"c": {}}}"#,
            #"{"a":[1,2.50,"x\n",null,true],"b":{"c":{}}}"#),
        Case("a tab between tokens", "a:\t1\nb: [\t2 ]\n", #"{"a":1,"b":[2]}"#),
        Case("keys that are no strings", "200: a\ntrue: b\n1.0: c\n", #"{"200":"a","true":"b","1.0":"c"}"#),
        Case("nothing", "# only a comment\n"),
    ]

    @Test(arguments: cases)
    func reads(_ example: Case) {
        var diagnostics = Diagnostics()
        let documents = JSONNode.readYAML(Self.text(example.yaml), diagnostics: &diagnostics)
        #expect(diagnostics.text.isEmpty)
        #expect(documents.map(\.json) == example.json)
    }

    static let mistakes: [(yaml: String, printed: String)] = [
        ("a: 1\na: 2\n", "2:1: error: the mapping has a second key `a`; keys must differ [duplicate-member]"),
        ("a:\n\tb: 1\n", "2:1: error: a tab in the indentation; YAML indents with spaces [yaml-syntax]"),
        ("a: b: c\n", "1:5: error: a `:` that ends no key; put a text with `: ` in quotes [yaml-syntax]"),
        ("a: 1\n b: 2\n", "2:3: error: a `:` that ends no key; put a text with `: ` in quotes [yaml-syntax]"),
        ("a: [1, 2\nb: 3\n", "2:2: error: expected `,` or `]` [yaml-syntax]"),
        ("a: [1, 2\n", "2:1: error: the text ends inside `[` or `{` [yaml-syntax]"),
        (
            "a: 1\nb\n",
            "2:1: error: no `:` behind this key; a longer value is indented by more than its key [yaml-syntax]"
        ),
        ("a: 'b\n", "1:4: error: the text in quotes has no end [yaml-syntax]"),
        ("a: \"\\q\"\n", "1:5: error: no escape of YAML; a backslash itself is `\\\\` [yaml-syntax]"),
        ("a: *x\n", "1:4: error: no anchor `&x` comes before this alias [yaml-syntax]"),
        ("a: &x [*x]\n", "1:8: error: `*x` is inside its own anchor; JSON has no cycles [yaml-syntax]"),
        ("a: .inf\n", "1:4: error: `.inf`, a number that JSON cannot hold [yaml-syntax]"),
        ("? [a]\n: 1\n", "1:3: error: a key that is a collection; JSON's names are strings [yaml-syntax]"),
        (
            "a: !!set x\n",
            "1:10: error: the tag `!!set` has no meaning here; JSON's types are `!!str`, `!!int`, `!!float`, "
                + "`!!bool`, `!!null`, `!!seq` and `!!map` [yaml-syntax]"
        ),
        ("a: !!int x\n", "1:10: error: `x` is not of the type that its tag names [yaml-syntax]"),
        ("a: @b\n", "1:4: error: `@` cannot begin a text; put it in quotes [yaml-syntax]"),
        ("%YAML 2.0\n---\na\n", "1:1: error: `%YAML` names one version, 1.2, once [yaml-syntax]"),
        ("a\n--- b\n... c\n", "3:5: error: more text behind `...`, which ends a document [yaml-syntax]"),
        (
            "a: |3x\n",
            "1:6: error: more than `+`, `-` or a digit from 1 to 9 behind `|` or `>`; the text begins on the next line [yaml-syntax]"
        ),
        ("a: \u{1}\n", "1:4: error: a control character; YAML wants it as an escape in double quotes [yaml-syntax]"),
    ]

    @Test(arguments: mistakes)
    func reportsTheFirstMistake(_ mistake: (yaml: String, printed: String)) {
        var diagnostics = Diagnostics()
        _ = JSONNode.readYAML(Self.text(mistake.yaml), diagnostics: &diagnostics)
        let line = diagnostics.text.split(separator: "\n").first.map(String.init)
        #expect(line == "page.yaml:" + mistake.printed)
    }

    static let slips: [(yaml: String, json: String, printed: String)] = [
        (
            "a: \"one\n  two\nthree\"\nb: 'x\n'\n", #"{"a":"one two three","b":"x "}"#,
            "3:1: warning: a text in quotes goes on with more indentation than this [sloppy-document]"
        ),
        (
            "a: !!binary aGk=\n", #"{"a":"aGk="}"#,
            "1:13: warning: `!!binary` is a type of YAML 1.1; its text is read [sloppy-document]"
        ),
        (
            "a: !!timestamp 2026-01-01\n", #"{"a":"2026-01-01"}"#,
            "1:16: warning: `!!timestamp` is a type of YAML 1.1; its text is read [sloppy-document]"
        ),
    ]

    @Test(arguments: slips)
    func readsWhatIsPlainlyMeant(_ slip: (yaml: String, json: String, printed: String)) {
        var diagnostics = Diagnostics()
        let documents = JSONNode.readYAML(Self.text(slip.yaml), diagnostics: &diagnostics)
        #expect(documents.map(\.json) == [slip.json])
        let line = diagnostics.text.split(separator: "\n").first.map(String.init)
        #expect(line == "page.yaml:" + slip.printed)
    }

    @Test func followsMergeKeysWithAWarning() {
        var diagnostics = Diagnostics()
        let yaml = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 5\nd:\n  <<: text\n"
        let documents = JSONNode.readYAML(Self.text(yaml), diagnostics: &diagnostics)
        #expect(documents.map { $0["c"]?.json } == [#"{"x":5,"y":2,"z":4}"#])
        #expect(documents.map { $0["d"]?.json } == [#"{"<<":"text"}"#])
        #expect(diagnostics.all.map(\.id) == [.sloppyDocument])
        #expect(!diagnostics.hasErrors)
    }

    @Test func boundsWhatAliasesRepeat() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(aliases)]\n"
        }
        var diagnostics = Diagnostics()
        #expect(JSONNode.readYAML(Self.text(yaml), diagnostics: &diagnostics).isEmpty)
        #expect(diagnostics.text.contains("aliases repeat more than 1000000 values"))
    }

    @Test(arguments: ["[", "- ", "{a: "])
    func boundsNesting(_ opening: String) {
        var diagnostics = Diagnostics()
        let yaml = String(repeating: opening, count: 100_000)
        #expect(JSONNode.readYAML(Self.text(yaml), diagnostics: &diagnostics).isEmpty)
        #expect(diagnostics.text.contains("nested too deep; at most 512 collections may be open at a place"))
    }

    @Test func knowsTheLocationOfEveryValue() throws {
        var diagnostics = Diagnostics()
        let yaml = "a:\n  - one\n  - 'two'\nb: {c: 3}\nd: |\n  text\n"
        let root = try #require(JSONNode.readYAML(Self.text(yaml), diagnostics: &diagnostics).first)
        let members = try #require(root.members)
        #expect(members.map(\.location.offset) == [0, 21, 31])
        #expect(members[0].value.elements?.map(\.location.offset) == [7, 15])
        #expect(members[1].value.location.offset == 24)
        #expect(members[1].value["c"]?.location.offset == 28)
        #expect(members[2].value.location.offset == 34)
    }

    private static func text(_ yaml: String) -> JSONText {
        JSONText(file: SourceFile(path: "page.yaml", bytes: Array(yaml.utf8)))
    }
}

extension JSONNode {
    /// The value as JSON, numbers as they are kept.
    fileprivate var json: String {
        switch content {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): text
        case .string(let text): String(decoding: JSONWriter.bytes(of: text), as: UTF8.self)
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.map { "\(String(decoding: JSONWriter.bytes(of: $0.name), as: UTF8.self)):\($0.value.json)" }
                .joined(separator: ",") + "}"
        }
    }
}
