import Testing

@testable import payouts

struct TextEncodingTests {
    static let text = "id,Alıcı Adı\n1,Gülşah İnce\n2,Oğuz 👩‍🌾\n"

    static let utf16LE: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    static let utf16BE: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

    @Test(arguments: [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16LE, [0xFE, 0xFF] + utf16BE,
    ])
    func readsUnicode(_ bytes: [UInt8]) {
        let encoding = TextEncoding(bytes, as: nil)
        #expect(String(decoding: encoding.text, as: UTF8.self) == Self.text)
        #expect(encoding.refusal == nil && encoding.problem == nil && encoding.note == nil)
    }

    /// Known bytes: the six letters in which Windows-1254 is not Windows-1252, and the euro sign.
    @Test func readsWindows1254() {
        let bytes: [UInt8] = [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE, 0x80, 0xE7, 0xF6, 0xFC, 0x41]
        let encoding = TextEncoding(bytes, as: .windows1254)
        #expect(String(decoding: encoding.text, as: UTF8.self) == "ĞİŞğış€çöüA")
        #expect(encoding.refusal == nil && encoding.problem == nil && encoding.note == nil)
    }

    @Test func findsBytesThatWindows1254LeavesOut() {
        let encoding = TextEncoding(Array("a\nb".utf8) + [0xFE, 0x81, 0xFE], as: .windows1254)
        #expect(encoding.problem == InputProblem(line: 2, column: 3, "a byte that is not a character of windows-1254"))
    }

    static let refusals: [(bytes: [UInt8], encoding: FileEncoding?, message: String)] = [
        ([0xFF, 0xFE, 0, 0], nil, "the file is UTF-32; save it as UTF-8"),
        ([0, 0, 0xFE, 0xFF], nil, "the file is UTF-32; save it as UTF-8"),
        ([0xFF, 0xFE, 0x61], nil, "the file is UTF-16 with a character that is cut off; save it as UTF-8"),
        ([0xFF, 0xFE, 0x3D, 0xD8], nil, "the file is UTF-16 with a character that is cut off; save it as UTF-8"),
        (
            utf16LE, nil, "the file looks like UTF-16 without its mark, or is not text; save it as UTF-8"
        ),
        (
            Array(text.utf8), .windows1254,
            "the file is UTF-8, as its letters show; leave out --encoding windows-1254"
        ),
    ]

    @Test(arguments: refusals)
    func refusesOtherEncodings(_ bytes: [UInt8], _ encoding: FileEncoding?, _ message: String) {
        #expect(TextEncoding(bytes, as: encoding).refusal == message)
    }

    @Test func takesTheMarkForMoreThanTheOption() {
        let encoding = TextEncoding([0xFF, 0xFE] + Self.utf16LE, as: .windows1254)
        #expect(String(decoding: encoding.text, as: UTF8.self) == Self.text)
        #expect(encoding.note == "the file is read as UTF-16, as its first bytes indicate, not as windows-1254")
    }

    @Test func proposesWindows1254() {
        // ‘ş’ twice on line 2.
        let bytes = Array("çay\nAy".utf8) + [0xFE, 0x61, 0xFE, 0x0A]
        let message = "the byte FE is not UTF-8; save the file as UTF-8 (‘CSV UTF-8’)"
        #expect(
            TextEncoding(bytes, as: nil).problem
                == InputProblem(
                    line: 2, column: 3,
                    message + "; if it comes from a Turkish Windows, --encoding windows-1254 reads it"))
        #expect(TextEncoding(bytes, as: .utf8).problem == InputProblem(line: 2, column: 3, message))
    }

    @Test(
        arguments: [
            (Array("abcdefgh\nb\0".utf8), 2, 2), (Array("şşşşşşşşşşşş\0".utf8), 1, 13),
        ] as [([UInt8], Int, Int)])
    func findsNUL(_ bytes: [UInt8], _ line: Int, _ column: Int) {
        #expect(
            TextEncoding(bytes, as: nil).problem == InputProblem(line: line, column: column, "a NUL character"))
    }

    /// As the standard library's decoder has it, for every two bytes and those around the edges of three and four.
    @Test func knowsUTF8() {
        let edges: [UInt8] = [0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEE]
        let leads = edges + [0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF]
        var texts = (1...0xFFFF).map { [UInt8($0 >> 8), UInt8($0 & 0xFF)].filter { $0 > 0 } }
        for first in leads {
            for second in edges { texts += edges.flatMap { [[first, second, $0], [first, second, 0x80, $0]] } }
        }
        for text in texts {
            let padded = text + Array("abcdefgh".utf8)
            let isValid = String(validating: padded, as: UTF8.self) != nil
            #expect((UTF8Text.firstInvalidOffset(in: padded) == nil) == isValid, "\(text)")
        }
    }
}
