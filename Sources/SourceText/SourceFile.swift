/// A page, document or configuration file that was read, with the path a diagnostic prints.
package final class SourceFile: Sendable {
    /// The path as given on the command line, or relative to the working directory.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

extension SourceFile: Hashable {
    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}

/// A line and a column, both counted from 1, as editors show them.
///
/// Columns count Unicode scalars, so that an accented letter of a Turkish page is one column. A byte order mark is not
/// counted.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// The starts of a file's lines, for turning many offsets into lines and columns.
///
/// Lines end with LF, CR LF or CR, as in CommonMark §2.1.
package struct LineIndex: Sendable {
    /// The interval, in bytes, at which scalar counts are cached: a page may hold a document on one line of a megabyte.
    private static let stride = 1024

    package let file: SourceFile
    private let lineStarts: [Int]
    private let scalarCounts: [Int]

    package init(of file: SourceFile) {
        self.file = file
        let bytes = file.bytes
        var lineStarts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var scalarCounts: [Int] = []
        var count = 0
        for offset in bytes.indices {
            if offset.isMultiple(of: Self.stride) { scalarCounts.append(count) }
            let byte = bytes[offset]
            if Self.beginsScalar(byte) { count += 1 }
            let endsLine = byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A))
            if endsLine { lineStarts.append(offset + 1) }
        }
        scalarCounts.append(count)
        self.lineStarts = lineStarts
        self.scalarCounts = scalarCounts
    }

    /// Returns the line and column of a byte offset. An offset inside a line end is the column after the last scalar;
    /// one past the end of the file is the end of the file.
    package func position(of offset: Int) -> SourcePosition {
        let line = lineNumber(of: offset)
        let range = byteRange(ofLine: line)
        let scalarStart = startOfScalar(
            at: min(max(offset, range.lowerBound), range.upperBound), from: range.lowerBound)
        return SourcePosition(line: line, column: scalars(before: scalarStart) - scalars(before: range.lowerBound) + 1)
    }

    /// Returns the bytes of a line (counted from 1), without its end and without a byte order mark.
    package func byteRange(ofLine line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : file.bytes.count
        while end > start, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
        return start..<max(start, end)
    }

    /// Returns the offset where the scalar around `offset` begins, not before `lowerBound`.
    func startOfScalar(at offset: Int, from lowerBound: Int) -> Int {
        var start = offset
        while start > lowerBound, start < file.bytes.count, !Self.beginsScalar(file.bytes[start]) { start -= 1 }
        return start
    }

    static func beginsScalar(_ byte: UInt8) -> Bool {
        byte & 0xC0 != 0x80
    }

    private func lineNumber(of offset: Int) -> Int {
        var lower = 0
        var upper = lineStarts.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
        }
        return lower + 1
    }

    private func scalars(before offset: Int) -> Int {
        let checkpoint = min(offset / Self.stride, scalarCounts.count - 1)
        let start = checkpoint * Self.stride
        guard start < offset else { return scalarCounts[checkpoint] }
        return file.bytes[start..<offset].reduce(into: scalarCounts[checkpoint]) { count, byte in
            if Self.beginsScalar(byte) { count += 1 }
        }
    }
}
