import SpecTree
/// The lines of a page: they end with LF, CR LF or CR (CommonMark §2.1). A byte order mark belongs to no line.
struct PageLines: IteratorProtocol {
    struct Line {
        /// The line's bytes without its end.
        let text: Range<Int>
        /// Where the next line begins.
        let end: Int
    }

    let bytes: [UInt8]
    private var offset: Int

    init(of bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Line? {
        guard offset < bytes.count else { return nil }
        let start = offset
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        offset = end
        if offset < bytes.count {
            offset += bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
        }
        return Line(text: start..<end, end: offset)
    }

    /// Skips YAML between a first line `---` and the next such line. Without that next line the page has none, and
    /// the first line is a thematic break.
    mutating func skipFrontMatter() {
        var lines = self
        guard let first = lines.next(), isFrontMatterDelimiter(first) else { return }
        while let line = lines.next() {
            guard isFrontMatterDelimiter(line) else { continue }
            self = lines
            return
        }
    }

    private func isFrontMatterDelimiter(_ line: Line) -> Bool {
        let text = bytes[line.text]
        return text.starts(with: [UInt8]("---".utf8))
            && text.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
