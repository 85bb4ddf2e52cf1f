import Testing

@testable import payouts

struct TextEncodingTests {
    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], "the file is UTF-16; save it as UTF-8"),
            ([0xFE, 0xFF, 0, 0x61], "the file is UTF-16; save it as UTF-8"),
            ([0xFF, 0xFE, 0, 0], "the file is UTF-32; save it as UTF-8"),
            ([0, 0, 0xFE, 0xFF], "the file is UTF-32; save it as UTF-8"),
        ] as [([UInt8], String)])
    func namesOtherEncodings(_ bytes: [UInt8], _ message: String) {
        #expect(TextEncoding(bytes).problems == [InputProblem(line: nil, message)])
    }

    @Test func findsTheFirstBadByteOfEveryLine() {
        // Windows-1254 for ‘ş’ twice on line 2, NUL on line 3, a cut-off scalar at the end.
        let bytes = Array("çay\nAy".utf8) + [0xFE, 0x61, 0xFE, 0x0A, 0x61, 0, 0x0A] + Array("son".utf8) + [0xC3]
        let text = "is not UTF-8; save the file as UTF-8 (‘CSV UTF-8’)"
        #expect(
            TextEncoding(bytes).problems == [
                InputProblem(line: 2, column: 3, "the byte FE \(text)"),
                InputProblem(line: 3, column: 2, "a NUL character"),
                InputProblem(line: 4, column: 4, "the byte C3 \(text)"),
            ])
    }

    @Test func dropsAByteOrderMark() {
        let encoding = TextEncoding([0xEF, 0xBB, 0xBF, 0x61])
        #expect(encoding.problems == [])
        #expect(Array(encoding.text) == [0x61])
    }
}
