/// A place in a line of Markdown, counted in bytes and in columns: a tab reaches to the next multiple of four columns
/// (CommonMark §2.2), and a container may take a part of one.
struct LineCursor {
    let bytes: [UInt8]
    /// Where the line ends, its line end not counted.
    let end: Int
    private(set) var offset: Int
    private var column = 0

    init(_ bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        self.end = line.upperBound
        self.offset = line.lowerBound
    }

    /// The columns of white space that are next, and where what follows begins.
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

    /// Whether nothing but spaces and tabs is left.
    var isBlank: Bool {
        whitespace.end == end
    }

    /// What is left of the line behind its indentation.
    var rest: ArraySlice<UInt8> {
        bytes[whitespace.end..<end]
    }

    mutating func skipIndentation() {
        skip(columns: indentation)
    }

    /// Skips white space, a part of a tab too, and stops at anything else.
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

    /// Skips a marker, which holds no tab.
    mutating func skip(bytes count: Int) {
        offset += count
        column += count
    }

    private static let tab = UInt8(ascii: "\t")
    private static let space = UInt8(ascii: " ")
}
