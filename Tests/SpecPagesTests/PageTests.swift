import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree
import SpecTestSupport
import Testing

struct PageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        /// The text, with the location of each document's root marked.
        let text: String
        let printed: String

        init(_ name: String, _ text: String, path: String = "page.md", _ printed: String = "") {
            testDescription = name
            self.path = path
            self.text = text
            self.printed = printed
        }
    }

    static let documents = [
        Case("one", "# Title\n```json\n▲{\"openapi\": \"3.0.3\"}\n```\n"),
        Case("an older one", "```\n▲{\"swagger\": \"2.0\"}\n```\n"),
        Case("the member is the last", "```\n▲{\"info\": {\"a\": [1, \"}\"]}, \"openapi\": 3}\n```\n"),
        Case(
            "several",
            "```\n▲{\"openapi\": 1}\n```\ntext\n~~~\n\n ▲{\"openapi\": 2}\n~~~\n> ```\n> ▲{\"openapi\":\n> 3}\n"),
        Case("an escaped name", "```\n▲{\"open\\u0061pi\": 1}\n```\n"),
        Case("nothing is closed", "- ```\n  ▲{\"openapi\":\n  1}"),
        Case("a file", "▲{\"info\": {}}", path: "api.json"),
        Case("a file with a byte order mark", "\u{FEFF} ▲{\"openapi\": {}}\r\n", path: "API.JSON"),
        Case("a file that is no object", "▲[]", path: "api.json"),
    ]

    static let leftAlone = [
        Case("an empty page", ""),
        Case("no block", "openapi: 3.0.3\n{\"openapi\": \"3.0.3\"}\n"),
        Case("front matter", "---\nopenapi: 3.0.3\n```\n{\"openapi\": 1}\n---\n"),
        Case("indented code", "    {\"openapi\": \"3.0.3\"}\n"),
        Case("the member inside another", "```json\n{\"a\": {\"openapi\": \"3.0.3\"}}\n```\n"),
        Case("an array", "```json\n[{\"openapi\": \"3.0.3\"}]\n```\n"),
        Case("the word as a value", "```json\n{\"a\": \"openapi\"}\n```\n"),
        Case("another case", "```json\n{\"OpenAPI\": \"3.0.3\"}\n```\n"),
        Case("an overlay", "```json\n{\"overlay\": \"1.0.0\"}\n```\n"),
        Case("YAML without a member of that name", "```yaml\ninfo:\n  openapi: 3.0.3\n```\n"),
        Case("a sample of YAML", "```yaml\n- openapi: 3.0.3\n```\n"),
        Case("a sample that is not JSON", "```json\n{\"amount\": 20.00, ...}\n```\n"),
        Case("a sample that ends too early", "```json\n{\"amount\": \n```\n"),
        Case("a break before the member", "```json\n{\"a\": b, \"openapi\": \"3.0.3\"}\n```\n"),
        Case(
            "a sample with a repeated name",
            "```json\n{\"a\": 1, \"a\": \"\\\"openapi\", \"b\": {\"openapi\": 1}}\n```\n"),
    ]

    static let broken = [
        Case(
            "a break behind the member", "text\n```json\n{\"openapi\": \"3.0.3\",\n \"info\": tru}\n```\n",
            """
            page.md:4:13: error: `}` is not allowed here [json-syntax]
             "info": tru}
                        ^

            """),
        Case(
            "not complete", "```json\n{\"openapi\": \"3.0.3\",\n \"info\": {\"title\": \"x\"\n```\n",
            """
            page.md:4:1: error: the JSON ends here, but is not complete [json-syntax]
            ```
            ^
            page.md:3:10: note: this is not closed
             "info": {"title": "x"
                     ^

            """),
        Case(
            "a repeated name", "> ```json\n> {\"openapi\": \"3.0.3\", \"info\": {\"ş\": 1,\n>  \"ş\": 2}}\n> ```\n",
            """
            page.md:3:4: error: the object has a second member `ş`; names must differ [duplicate-member]
            >  "ş": 2}}
               ^
            page.md:2:33: note: the first is here
            > {"openapi": "3.0.3", "info": {"ş": 1,
                                            ^

            """),
        Case(
            "a repeated name before the member", "```json\n{\"a\": 1, \"a\": 2, \"openapi\": \"3.0.3\"}\n```\n",
            """
            page.md:2:10: error: the object has a second member `a`; names must differ [duplicate-member]
            {"a": 1, "a": 2, "openapi": "3.0.3"}
                     ^
            page.md:2:2: note: the first is here
            {"a": 1, "a": 2, "openapi": "3.0.3"}
             ^

            """),
        Case(
            "the member twice", "```json\n{\"openapi\": 1, \"openapi\": 2}\n```\n",
            """
            page.md:2:16: error: the object has a second member `openapi`; names must differ [duplicate-member]
            {"openapi": 1, "openapi": 2}
                           ^
            page.md:2:2: note: the first is here
            {"openapi": 1, "openapi": 2}
             ^

            """),
        Case(
            "single quotes", "```json\n{\"openapi\": '3.0.3'}\n```\n",
            """
            page.md:2:13: error: `'` is not allowed here; JSON strings have double quotes [json-syntax]
            {"openapi": '3.0.3'}
                        ^

            """),
        Case(
            "two values in a block", "```json\n{\"openapi\": 1}\n{\"openapi\": 2}\n```\n",
            """
            page.md:3:1: error: more text after the end of the JSON value [json-syntax]
            {"openapi": 2}
            ^

            """),
        Case(
            "a file that is none", "\n  openapi: 3.0.3\n", path: "api.json",
            """
            api.json:2:3: error: `o` is not allowed here [json-syntax]
              openapi: 3.0.3
              ^

            """),
        Case("an empty file", "", path: "api.json", "api.json: error: the file is empty [empty-file]\n"),
        Case("a blank file", "\u{FEFF} \r\n\t", path: "api.json", "api.json: error: the file is empty [empty-file]\n"),
    ]

    @Test(arguments: documents + leftAlone)
    func findsDocuments(_ example: Case) {
        let page = MarkedText(example.text)
        let file = page.file(example.path)
        var diagnostics = Diagnostics()
        let documents = Page.documents(in: file, diagnostics: &diagnostics)
        #expect(documents.map(\.root.location) == page.offsets.map { SourceLocation(file: file, offset: $0) })
        #expect(diagnostics.text.isEmpty)
    }

    @Test(arguments: broken)
    func reportsWhereADocumentBreaks(_ example: Case) {
        var diagnostics = Diagnostics()
        let documents = Page.documents(in: SourceFile(example.path, example.text), diagnostics: &diagnostics)
        #expect(documents.isEmpty)
        #expect(diagnostics.text == example.printed)
    }

    @Test(arguments: [
        "```yaml\nopenapi: 3.0.3\ninfo: {}\n```\n", "```\n# first\n---\ninfo:\n  a: b\n\"openapi\": 3.0.3\n```\n",
        "> 1. ```yml\n>    swagger: '2.0'\n>    ```\n",
        "````yaml payouts.yaml POST /v1\nopenapi: 3.0.3\nx: |\n  ```\n````\n",
        "```json\n{\n  // the version\n  \"openapi\": \"3.0.3\", /* and */\n}\n```\n",
    ])
    func findsDocumentsInOtherNotations(_ text: String) throws {
        var diagnostics = Diagnostics()
        let documents = Page.documents(in: SourceFile("page.md", text), diagnostics: &diagnostics)
        let root = try #require(documents.first?.root)
        #expect(documents.count == 1)
        #expect(["3.0.3", "2.0"].contains(root["openapi"]?.string ?? root["swagger"]?.string))
        #expect(!diagnostics.hasErrors)
    }

    @Test func warnsOfComments() {
        let text = "```json\n{\"openapi\": [1, 2, ], // version\n \"a\": \"//\"}\n```\n"
        var diagnostics = Diagnostics()
        let documents = Page.documents(in: SourceFile("page.md", text), diagnostics: &diagnostics)
        #expect(documents.map { $0.root["a"]?.string } == ["//"])
        #expect(
            diagnostics.text == """
                page.md:2:18: warning: JSON has no comments and no comma behind the last value; they are passed over \
                [sloppy-document]
                {"openapi": [1, 2, ], // version
                                 ^

                """)
    }

    @Test func readsFilesOfYAML() {
        var diagnostics = Diagnostics()
        let text = "# two documents\n---\nopenapi: 3.0.3\n---\nopenapi: 3.1.0\n...\n"
        for name in ["api.yaml", "API.YML"] {
            let documents = Page.documents(in: SourceFile(name, text), diagnostics: &diagnostics)
            #expect(documents.map { $0.root["openapi"]?.string } == ["3.0.3", "3.1.0"])
        }
        #expect(diagnostics.text.isEmpty)
    }

    @Test func reportsInvalidUTF8InADocument() {
        var bytes = Array("ş \u{0}\n```\n{\"info\": \"a\", \"openapi\": 1}\n```\n".utf8)
        bytes[2] = 0xFF
        bytes[19] = 0xC0
        var diagnostics = Diagnostics()
        #expect(Page.documents(in: SourceFile(path: "page.md", bytes: bytes), diagnostics: &diagnostics).isEmpty)
        #expect(
            diagnostics.text == """
                page.md:3:11: error: bytes that are not UTF-8; JSON text is UTF-8 [json-syntax]
                {"info": "\u{FFFD}", "openapi": 1}
                          ^

                """)
    }

    @Test func textOfAPageMayHoldAnyBytes() {
        let bytes: [UInt8] = [0xFF, 0xC0, 0x00, 0x0A] + Array("```\n{\"openapi\": 1}\n```\n".utf8) + [0xE2, 0x82]
        var diagnostics = Diagnostics()
        #expect(Page.documents(in: SourceFile(path: "page.md", bytes: bytes), diagnostics: &diagnostics).count == 1)
        #expect(diagnostics.text.isEmpty)
    }

    @Test(arguments: [
        Case("no block", "openapi: 3.0.3", ""),
        Case("a sample", "```json\n{\"a\": \"openapi\"}\n```\n", ""),
        Case(
            "a list", "```\ntext\n```\n```yaml\n\n- openapi: 3.0.3\n```\n",
            """
            page.md:6:1: note: this block names `openapi` or `swagger`, but is neither JSON nor YAML up to there
            - openapi: 3.0.3
            ^

            """),
        Case(
            "a break before the member", "> ```\n>   {'swagger': 2}\n",
            """
            page.md:2:5: note: this block names `openapi` or `swagger`, but is neither JSON nor YAML up to there
            >   {'swagger': 2}
                ^

            """),
    ])
    func reportsAPageWithoutDocument(_ example: Case) {
        var diagnostics = Diagnostics()
        diagnostics.noDocument(in: SourceFile(example.path, example.text))
        let message =
            "no OpenAPI document here; a document is a fenced code block of JSON or YAML whose object has a member "
            + "`openapi`"
        #expect(diagnostics.text == "page.md: error: \(message) [no-document]\n" + example.printed)
    }
}
