import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree

/// Checks whether a fetched page can replace the present one.
struct PageCheck {
    /// The reason why it cannot; nil when it can.
    private(set) var problem: String?
    /// The diagnostics of a document that cannot be read.
    private(set) var diagnostics = Diagnostics()

    /// - Parameter present: The present page; nil for a new one.
    init(_ fetched: FetchedPage, kept: SourceFile, present: SourceFile?) {
        if kept.bytes.isEmpty {
            problem = "the answer is empty"
        } else if fetched.isHTML {
            problem = "the answer is an HTML page, perhaps one that reports an error, and not the page itself"
        } else if String(validating: kept.bytes, as: UTF8.self) == nil {
            problem = "the answer is not UTF-8 text"
        } else {
            checkDocuments(kept, present)
        }
    }

    private mutating func checkDocuments(_ kept: SourceFile, _ present: SourceFile?) {
        var known = Diagnostics()
        let before = present.map { Self.documents(in: $0, &known) } ?? []
        let after = Self.documents(in: kept, &diagnostics)
        if diagnostics.hasErrors, !known.hasErrors {
            problem = "its document can no longer be read"
        } else if after.isEmpty, !before.isEmpty {
            problem = "it no longer holds an OpenAPI document"
        } else if after.isEmpty, kept.isJSON || kept.isYAML {
            problem = "it is not an OpenAPI document"
        } else if after.isEmpty, !Self.hasHeading(kept), present.map(Self.hasHeading) ?? true {
            problem = "it holds no heading, as what reports an error does not, and no OpenAPI document"
        }
    }

    /// Whether a line is a heading or the underline of a first-level one (CommonMark §4.2, §4.3).
    private static func hasHeading(_ page: SourceFile) -> Bool {
        String(decoding: page.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains { line in
            let marks = line.prefix { $0 == "#" }
            let rest = line.dropFirst(marks.count)
            let isMarked = (1...6).contains(marks.count) && (rest.isEmpty || rest.first == " ")
            return isMarked || line.allSatisfy { $0 == "=" }
        }
    }

    private static func documents(in file: SourceFile, _ diagnostics: inout Diagnostics) -> [PageDocument] {
        guard !file.bytes.isEmpty else { return [] }
        return Page.documents(in: file, diagnostics: &diagnostics).filter { document in
            document.root["openapi"] != nil || document.root["swagger"] != nil
        }
    }
}

/// Cuts a published page.
enum PageCut {
    /// Returns the page up to a heading, without the blank lines and the thematic break before it.
    ///
    /// - Parameter heading: The beginning of the heading's line: `# Agent Instructions`. Lines in fenced code do not
    ///   count.
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

    /// The lines with their line feeds.
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

    /// Whether a line is the heading, possibly followed by another word: `# Agent Instructions: Querying`.
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
