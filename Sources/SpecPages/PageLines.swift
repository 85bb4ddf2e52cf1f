import SpecTree

/// The lines of a page, which end with LF, CR LF or CR (CommonMark §2.1). A byte order mark is not part of a line.
struct PageLines: IteratorProtocol {
    struct Line {
        /// The bytes of the line, without its end.
        let text: Range<Int>
        /// The offset at which the next line begins.
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

    /// Skips YAML between a first line `---` and the next such line. Without that next line, the first one is a
    /// thematic break.
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

/// A location in a line of Markdown, counted in bytes and in columns. A tab reaches to the next multiple of four
/// columns (CommonMark §2.2), and a container may consume a part of it.
struct LineCursor {
    let bytes: [UInt8]
    /// The offset at which the line ends, without its line end.
    let end: Int
    private(set) var offset: Int
    private var column = 0

    init(_ bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        self.end = line.upperBound
        self.offset = line.lowerBound
    }

    /// The columns of white space that come next, and the offset after them.
    private var whitespace: (columns: Int, end: Int) {
        var position = offset
        var reached = column
        while position < end {
            if bytes[position] == Self.tab {
                reached += 4 - reached % 4
            } else if bytes[position] == Self.space {
                reached += 1
            } else {
                break
            }
            position += 1
        }
        return (reached - column, position)
    }

    var indentation: Int {
        whitespace.columns
    }

    /// Whether only spaces and tabs are left.
    var isBlank: Bool {
        whitespace.end == end
    }

    /// The rest of the line, after its indentation.
    var rest: ArraySlice<UInt8> {
        bytes[whitespace.end..<end]
    }

    mutating func skipIndentation() {
        skip(columns: indentation)
    }

    /// Skips white space, perhaps a part of a tab, and stops at anything else.
    mutating func skip(columns count: Int) {
        var left = count
        while left > 0, offset < end {
            let width = bytes[offset] == Self.tab ? 4 - column % 4 : 1
            guard bytes[offset] == Self.tab || bytes[offset] == Self.space else { return }
            column += min(width, left)
            if width <= left { offset += 1 }
            left -= width
        }
    }

    /// Skips a marker, which contains no tab.
    mutating func skip(bytes count: Int) {
        offset += count
        column += count
    }

    private static let tab = UInt8(ascii: "\t")
    private static let space = UInt8(ascii: " ")
}
