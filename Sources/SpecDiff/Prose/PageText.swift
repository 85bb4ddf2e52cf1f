import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree

/// A block of a page's text.
struct TextBlock: Sendable {
    /// The kind, by its words in a report.
    enum Kind: String, Sendable {
        case heading, paragraph, code
        case listItem = "list item"
        case tableRow = "table row"
        case frontMatter = "front matter"
        /// An OpenAPI document: it has no text, but both pages have it in one place.
        case document
    }

    let kind: Kind
    /// The text with single spaces; of code, the lines as written.
    let text: String
    let location: SourceLocation
    /// The heading above it.
    let section: String?
}

/// The blocks of a page of Markdown, in its order.
struct PageText: Sendable {
    let name: String
    let blocks: [TextBlock]

    init(_ file: SourceFile) {
        name = file.path.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? file.path
        var scanner = TextBlockScanner(file)
        scanner.scan()
        blocks = scanner.blocks
    }
}

/// Splits a page into blocks, line by line. Containers (CommonMark §5) are ignored: a paragraph in a quote is a paragraph.
private struct TextBlockScanner {
    private let file: SourceFile
    private let lines: LineIndex
    private let lineCount: Int
    private var number = 1
    private(set) var blocks: [TextBlock] = []
    private var section: String?
    /// The paragraph or list item that the next line may continue.
    private var open: (kind: TextBlock.Kind, text: String, offset: Int)?

    init(_ file: SourceFile) {
        self.file = file
        lines = LineIndex(of: file)
        lineCount = lines.position(of: file.bytes.count).line
    }

    mutating func scan() {
        scanFrontMatter()
        for code in FencedCode.blocks(in: file) {
            // The opening fence ends where the content begins.
            scanText(before: lines.position(of: code.text.start - 1).line)
            close()
            add(code)
            number = line(behind: code.text)
            if number <= lineCount, isFence(number) { number += 1 }
        }
        scanText(before: lineCount + 1)
        close()
    }

    private func line(behind content: JSONText) -> Int {
        let end = content.start + content.bytes.count
        let endsFile = end == file.bytes.count && file.bytes.last != 0x0A && file.bytes.last != 0x0D
        return endsFile ? lineCount + 1 : lines.position(of: end).line
    }

    /// Adds the lines between a first line `---` and the next one, each as a block.
    private mutating func scanFrontMatter() {
        let candidates = 2..<max(2, lineCount + 1)
        guard isRule(1), let end = candidates.first(where: isRule) else { return }
        for line in 2..<end {
            let text = text(of: line)
            if !text.isEmpty { add(.frontMatter, text, at: lines.byteRange(ofLine: line).lowerBound) }
        }
        number = end + 1
    }

    private func isRule(_ line: Int) -> Bool {
        text(of: line).trimmingBlanks == "---" && file.bytes[lines.byteRange(ofLine: line)].first == UInt8(ascii: "-")
    }

    private func isFence(_ line: Int) -> Bool {
        let text = text(of: line).withoutQuoteMarkers.text
        return text.hasPrefix("```") || text.hasPrefix("~~~")
    }

    private mutating func scanText(before end: Int) {
        while number < end {
            addLine(number)
            number += 1
        }
    }

    private func text(of line: Int) -> String {
        String(decoding: file.bytes[lines.byteRange(ofLine: line)], as: UTF8.self)
    }

    private mutating func addLine(_ line: Int) {
        let (text, skipped) = text(of: line).withoutQuoteMarkers
        let offset = lines.byteRange(ofLine: line).lowerBound + skipped
        if text.isEmpty { return close() }
        if let heading = text.atxHeading {
            close()
            add(.heading, heading, at: offset)
        } else if let open, open.kind == .paragraph, text.isSetextUnderline {
            self.open = nil
            add(.heading, open.text, at: open.offset)
        } else if text.isThematicBreak {
            close()
        } else if text.hasPrefix("|") || text.hasPrefix("<t") {
            close()
            addRows(text, at: offset)
        } else if text.hasListMarker {
            close()
            open = (.listItem, text, offset)
        } else {
            open = open.map { ($0.kind, $0.text + " " + text, $0.offset) } ?? (.paragraph, text, offset)
        }
    }

    /// Adds a row of a table, or the rows of a table of HTML on one line.
    private mutating func addRows(_ text: String, at offset: Int) {
        var start = offset
        for row in text.splitBeforeRows {
            if !row.isDelimiterRow { add(.tableRow, row, at: start) }
            start += row.utf8.count
        }
    }

    private mutating func add(_ code: FencedCode) {
        guard !code.isDocument else { return add(.document, "", at: code.text.start) }
        let content = String(decoding: code.text.bytes, as: UTF8.self)
        let lines = content.split(omittingEmptySubsequences: false) { $0.isNewline }.map(\.trimmingTrailingBlanks)
        let text = lines.joined(separator: "\n").trimmingTrailingBlanks
        if !text.isEmpty { blocks.append(block(.code, text, at: code.text.start)) }
    }

    private mutating func close() {
        guard let open else { return }
        self.open = nil
        add(open.kind, open.text, at: open.offset)
    }

    private mutating func add(_ kind: TextBlock.Kind, _ text: String, at offset: Int) {
        let text = text.withSingleBlanks
        if kind == .heading { section = text }
        blocks.append(block(kind, text, at: offset))
    }

    private func block(_ kind: TextBlock.Kind, _ text: String, at offset: Int) -> TextBlock {
        TextBlock(
            kind: kind, text: text, location: SourceLocation(file: file, offset: offset),
            section: kind == .heading || kind == .frontMatter ? nil : section)
    }
}
