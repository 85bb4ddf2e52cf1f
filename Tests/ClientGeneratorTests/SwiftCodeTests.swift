import Testing

@testable import ClientGenerator

@Suite struct SwiftCodeTests {
    @Test(arguments: [
        ("plain", #""plain""#), (#"a"b"#, #""a\"b""#), (#"\(x)"#, #""\\(x)""#), ("a\nb", #""a\nb""#),
        ("a\u{2028}b", #""a\u{2028}b""#), ("\u{202E}", #""\u{202E}""#), ("e\u{301}", #""e\u{301}""#),
        ("\0", #""\u{0}""#), ("kuruş", #""kuruş""#),
    ])
    func literalsHoldAnyText(_ text: String, _ source: String) {
        #expect(StringLiteral(text).source == source)
    }

    @Test func commentsEndOnlyWhereLinesEnd() {
        let text = "first */ /* \r\nsecond\u{2028}third\u{0B}fourth \u{202E}rtl"
        #expect(DocumentationText.lines(text, width: 80) == ["first */ /*", "second", "third", "fourth rtl"])
    }

    @Test func longLinesWrapAtSpaces() {
        #expect(DocumentationText.lines("aaa bbb ccc", width: 7) == ["aaa bbb", "ccc"])
    }

    @Test func callsBreakWhenTheyDoNotFit() {
        var code = CodePrinter()
        let long = StringLiteral(String(repeating: "x", count: 60))
        code.call("call", ["\(long)", "\(long)"], ",")
        code.signature("func f", ["a: Int"], " -> Int") { $0.line("a") }
        #expect(
            code.text == """
                call(
                    \(long.source),
                    \(long.source)),
                func f(a: Int) -> Int {
                    a
                }

                """)
    }
}
