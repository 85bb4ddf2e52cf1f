import SourceText
import SpecDiagnostics
import SpecTestSupport
import Testing

struct DiagnosticTextTests {
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

    static let cases = [
        Case(
            "the line and a caret", #"{"a": ▲tru}"#,
            #"""
            page.md:1:7: error: no value [json-syntax]
            {"a": tru}
                  ^

            """#),
        Case(
            "tabs stay", "\t\"a\":\t▲x",
            """
            page.md:1:7: error: no value [json-syntax]
            \t"a":\tx
            \t    \t^

            """),
        Case(
            "wide letters and combining marks", "支付e\u{301}▲x",
            """
            page.md:1:5: error: no value [json-syntax]
            支付e\u{301}x
                 ^

            """),
        Case(
            "control characters become visible", "\u{1B}[31m\0\u{7F}\u{202E}\u{85}▲x\u{1B}",
            """
            page.md:1:10: error: no value [json-syntax]
            ␛[31m␀␡<U+202E><U+0085>x␛
                                   ^

            """),
        Case(
            "the end of a line", "first\r\nsecond▲\r\nthird",
            """
            page.md:2:7: error: no value [json-syntax]
            second
                  ^

            """),
        Case(
            "the end of a file", "first\n▲",
            """
            page.md:2:1: error: no value [json-syntax]

            ^

            """),
        Case(
            "a byte order mark is not shown", "\u{FEFF}a▲b",
            """
            page.md:1:2: error: no value [json-syntax]
            ab
             ^

            """),
        Case(
            "120 columns are not cut", String(repeating: "a", count: 119) + "▲b",
            """
            page.md:1:120: error: no value [json-syntax]
            \(String(repeating: "a", count: 119))b
            \(String(repeating: " ", count: 119))^

            """),
        Case(
            "a long line is cut at its end", "aa▲b" + String(repeating: "c", count: 6000),
            """
            page.md:1:3: error: no value [json-syntax]
            aab\(String(repeating: "c", count: 115))…
              ^

            """),
        Case(
            "a long line is cut at its start", String(repeating: "a", count: 6000) + "▲bcc",
            """
            page.md:1:6001: error: no value [json-syntax]
            …\(String(repeating: "a", count: 115))bcc
            \(String(repeating: " ", count: 116))^

            """),
        Case(
            "a long line is cut on both sides",
            String(repeating: "ş", count: 6000) + "▲b" + String(repeating: "ı", count: 6000),
            """
            page.md:1:6001: error: no value [json-syntax]
            …\(String(repeating: "ş", count: 59))b\(String(repeating: "ı", count: 58))…
            \(String(repeating: " ", count: 60))^

            """),
    ]

    @Test(arguments: cases)
    func printsAnExcerpt(_ example: Case) throws {
        let marked = MarkedText(example.text)
        var diagnostics = Diagnostics()
        let offset = try #require(marked.offsets.first)
        diagnostics.error(.jsonSyntax, "no value", at: SourceLocation(file: marked.file("page.md"), offset: offset))
        #expect(diagnostics.text == example.printed)
    }

    @Test func printsInTheOrderFoundWithNotesAndAsJSON() {
        let page = MarkedText("one ▲two\n▲three")
        let file = page.file("docs/page.md")
        let other = SourceFile("other.json", "{}")
        var diagnostics = Diagnostics()
        diagnostics.warning(
            .duplicateMember, "second", at: SourceLocation(file: file, offset: page.offsets[1]),
            notes: [
                Diagnostic.Note("first is here", at: SourceLocation(file: file, offset: page.offsets[0])),
                Diagnostic.Note("and here", at: SourceLocation(file: other, offset: 1)),
                Diagnostic.Note("that is all"),
            ])
        diagnostics.error(.emptyFile, "the file is empty", in: "empty.json")
        diagnostics.error(.noDocument, "nothing to do", at: nil)
        #expect(
            diagnostics.text == """
                docs/page.md:2:1: warning: second [duplicate-member]
                three
                ^
                docs/page.md:1:5: note: first is here
                one two
                    ^
                other.json:1:2: note: and here
                {}
                 ^
                kurus: note: that is all
                empty.json: error: the file is empty [empty-file]
                kurus: error: nothing to do [no-document]

                """)
    }

    @Test func aMessageIsOneLineAndMovesNoCursor() {
        var diagnostics = Diagnostics()
        diagnostics.error(.noDocument, "name \u{1B}[2J\nnext", in: "a\rb.md")
        #expect(diagnostics.text == "a␍b.md: error: name ␛[2J␊next [no-document]\n")
    }

    @Test func noDiagnosticsPrintNothing() {
        #expect(Diagnostics().text.isEmpty)
    }
}
