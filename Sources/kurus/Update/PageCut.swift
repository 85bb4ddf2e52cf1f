import SourceText
import SpecPages
import SpecTree

/// What is kept of a published page.
enum PageCut {
    /// The page up to a heading, without the blank lines and the thematic break that set that apart.
    ///
    /// - Parameter heading: What the heading's line begins with: `# Agent Instructions`. In fenced code no line is one.
    static func kept(of page: [UInt8], before heading: String?) -> [UInt8] {
        guard let heading else { return page }
        let file = SourceFile(path: "", bytes: page)
        let fenced = FencedCode.blocks(in: file).map { $0.text.start..<($0.text.start + $0.text.bytes.count) }
        let lines = lines(of: page)
        let cut = lines.firstIndex { line in
            begins(page[line], with: Array(heading.utf8)) && !fenced.contains { $0.contains(line.lowerBound) }
        }
        guard let cut else { return page }
        var kept = lines[..<cut]
        dropBlankLines(&kept, of: page)
        if let last = kept.last, isThematicBreak(page[last]) {
            kept.removeLast()
            dropBlankLines(&kept, of: page)
        }
        return Array(page[..<(kept.last?.upperBound ?? 0)])
    }

    /// With their line feeds.
    private static func lines(of page: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < page.count {
            let end = page[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? page.count
            lines.append(start..<end)
            start = end
        }
        return lines
    }

    /// Whether the line is the heading, or goes on with another word: `# Agent Instructions: Querying`.
    private static func begins(_ line: ArraySlice<UInt8>, with heading: [UInt8]) -> Bool {
        guard line.starts(with: heading) else { return false }
        guard let next = String(decoding: line.dropFirst(heading.count), as: UTF8.self).first else { return true }
        return !next.isLetter && !next.isNumber
    }

    private static func dropBlankLines(_ lines: inout ArraySlice<Range<Int>>, of page: [UInt8]) {
        while let last = lines.last, page[last].allSatisfy(isBlank) { lines.removeLast() }
    }

    /// `---`, `***` or `___` (CommonMark §4.1).
    private static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = line.filter { !isBlank($0) }
        guard let first = marks.first, "-*_".utf8.contains(first) else { return false }
        return marks.count >= 3 && marks.allSatisfy { $0 == first }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        [0x20, 0x09, 0x0A, 0x0D].contains(byte)
    }
}
