import SourceText
import SourceText
import SpecTestSupport
import Testing

struct LineIndexTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let position: SourcePosition

        init(_ name: String, _ text: String, line: Int, column: Int) {
            testDescription = name
            self.text = text
            position = SourcePosition(line: line, column: column)
        }
    }

    static let cases = [
        Case("start of a file", "▲one", line: 1, column: 1),
        Case("empty file", "▲", line: 1, column: 1),
        Case("inside the first line", "on▲e\ntwo", line: 1, column: 3),
        Case("line feed", "one▲\ntwo", line: 1, column: 4),
        Case("after a line feed", "one\n▲two", line: 2, column: 1),
        Case("carriage return of CR LF", "one▲\r\ntwo", line: 1, column: 4),
        Case("line feed of CR LF", "one\r▲\ntwo", line: 1, column: 4),
        Case("after CR LF", "one\r\n▲two", line: 2, column: 1),
        Case("after CR", "one\r▲two", line: 2, column: 1),
        Case("empty lines of all kinds", "\n\r\r\n\n▲x", line: 5, column: 1),
        Case("end of a file that ends with a line feed", "one\n▲", line: 2, column: 1),
        Case("letters of two bytes", "şğ▲ı", line: 1, column: 3),
        Case("a scalar of four bytes is one column", "👍▲x", line: 1, column: 2),
        Case("a combining mark is a column", "e\u{301}▲x", line: 1, column: 3),
        Case("tab is one column", "\t▲x", line: 1, column: 2),
        Case("byte order mark counts nothing", "\u{FEFF}a▲b", line: 1, column: 2),
        Case("before a byte order mark", "▲\u{FEFF}ab", line: 1, column: 1),
        Case("a later byte order mark counts", "a\n\u{FEFF}▲b", line: 2, column: 2),
        Case("a long line of letters of two bytes", String(repeating: "ş", count: 3000) + "▲x", line: 1, column: 3001),
    ]

    @Test(arguments: cases)
    func countsLinesAndColumns(_ example: Case) throws {
        let marked = MarkedText(example.text)
        let position = LineIndex(of: marked.file("page.md")).position(of: try #require(marked.offsets.first))
        #expect(position == example.position)
    }

    @Test func anOffsetInsideAScalarIsThatScalar() {
        let position = LineIndex(of: SourceFile("page.md", "a👍b")).position(of: 3)
        #expect(position == SourcePosition(line: 1, column: 2))
    }

    @Test(arguments: [-5, 100])
    func anOffsetOutsideTheFileIsItsNearestEnd(offset: Int) {
        let position = LineIndex(of: SourceFile("page.md", "a\nb")).position(of: offset)
        #expect(
            position == (offset < 0 ? SourcePosition(line: 1, column: 1) : SourcePosition(line: 2, column: 2)))
    }

    @Test func survivesBytesThatAreNoText() {
        let file = SourceFile(path: "page.md", bytes: [0x80, 0x80, 0xFF, 0x0A, 0xC3, 0x0A, 0xBF])
        let lines = (0...7).map { LineIndex(of: file).position(of: $0).line }
        #expect(lines == [1, 1, 1, 1, 2, 2, 3, 3])
    }
}
