import KurusJSON
import Testing

@Suite struct StringTests {
    static let decoded: [(String, String)] = [
        (#""""#, ""),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\uD83D\ude00""#, "😀"),
        (#""\u0000""#, "\0"),
        (#""\uFFFF\uDBFF\uDFFF""#, "\u{FFFF}\u{10FFFF}"),
        (#""\ud7ff\ue000""#, "\u{D7FF}\u{E000}"),
        (#""Ayşe Öztürk 支付 😀""#, "Ayşe Öztürk 支付 😀"),
        ("\"\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}\u{10FFFF}\"", "\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}\u{10FFFF}"),
        ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        (#""a\u00DFb\nc""#, "aßb\nc"),
    ]

    @Test(arguments: decoded) func decodes(text: String, expected: String) throws {
        #expect(try JSONReader.read(String.self, from: Array(text.utf8)) == expected)
        let member = try JSONReader.read([String: Int].self, from: Array("{\(text):1}".utf8))
        #expect(member == [expected: 1])
    }

    /// The scanner takes eight bytes at a time: every kind of interruption at every place of a word.
    @Test(arguments: 0...24) func findsWhatInterruptsPlainText(length: Int) throws {
        let plain = String(repeating: "x", count: length)
        for (written, meant) in [("", ""), (#"\n"#, "\n"), ("é", "é"), (#"\""#, "\""), ("😀", "😀")] {
            for rest in ["", "y", "yyyyyyyy", "yyyyyyyyyyyyyyyyyyyy"] {
                let text = Array("\"\(plain)\(written)\(rest)\"".utf8)
                #expect(try JSONReader.read(String.self, from: text) == plain + meant + rest)
                #expect(JSONWriter.bytes(of: plain + meant + rest) == text)
            }
        }
        let broken = JSONError(.controlCharacter, offset: length + 1)
        #expect(throws: broken) { try JSONReader.read(String.self, from: Array("\"\(plain)\u{1}tail-tail\"".utf8)) }
        let unended = JSONError(.unexpectedEnd, offset: length + 1)
        #expect(throws: unended) { try JSONReader.read(String.self, from: Array("\"\(plain)".utf8)) }
    }

    static let escaped: [(String, String)] = [
        ("", #""""#), ("\"\\/", #""\"\\/""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
        ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("ş€😀\u{2028}", "\"ş€😀\u{2028}\""),
    ]

    @Test(arguments: escaped) func escapesWhatMustBe(value: String, expected: String) {
        #expect(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self) == expected)
    }

    @Test func writesStringsThatAreNotContiguous() {
        let sliced = "the quick \"brown\" fox".dropFirst(4)
        #expect(JSONWriter.bytes(of: String(sliced)) == Array(#""quick \"brown\" fox""#.utf8))
    }
}
