package import SourceText
package import SpecTree

/// The block structure of a page, as far as finding fenced code needs it: the open containers, and the leaf that the
/// next line may continue (CommonMark's appendix A, phase 1).
private struct MarkdownBlocks {
    private enum Leaf {
        case none
        case paragraph
        case html(HTMLBlock)
        case fence(CodeFence, FenceContent)
    }

    /// The number of open containers at most; deeper markers are text. A line such as `> > > …` could open as many as
    /// it has bytes, and every later line would be matched with all of them.
    private static let containerLimit = 100

    private let file: SourceFile
    private var containers: [MarkdownContainer] = []
    private var leaf = Leaf.none
    private var blocks: [FencedCode] = []

    init(file: SourceFile) {
        self.file = file
    }

    mutating func finished() -> [FencedCode] {
        closeLeaf()
        return blocks
    }

    mutating func add(_ line: PageLines.Line) {
        var cursor = LineCursor(file.bytes, line: line.text)
        let matched = matchContainers(&cursor)
        if matched == containers.count, goesOnWithLeaf(cursor, line) { return }
        let isLazy = matched < containers.count && isParagraph
        if matched < containers.count, !isParagraph { close(to: matched) }
        openBlocks(cursor, line, matched: matched, isLazy: isLazy)
    }

    private var isParagraph: Bool {
        if case .paragraph = leaf { true } else { false }
    }

    private mutating func matchContainers(_ cursor: inout LineCursor) -> Int {
        for index in containers.indices {
            guard containers[index].continues(&cursor) else { return index }
        }
        return containers.count
    }

    /// Returns whether the line belongs to an open block of code or HTML, which nothing in the line can interrupt.
    private mutating func goesOnWithLeaf(_ cursor: LineCursor, _ line: PageLines.Line) -> Bool {
        switch leaf {
        case .none, .paragraph:
            return false
        case .html(let block):
            if block.isClosed(by: cursor) { leaf = .none }
            return true
        case .fence(let fence, var content):
            guard !fence.isClosed(by: cursor) else {
                closeLeaf()
                return true
            }
            // Without this, the content would be copied for each of its lines.
            leaf = .none
            content.append(line, from: cursor.offset, of: file.bytes)
            leaf = .fence(fence, content)
            return true
        }
    }

    /// Opens the containers and the leaf that begin in the rest of the line.
    private mutating func openBlocks(_ line: LineCursor, _ source: PageLines.Line, matched: Int, isLazy: Bool) {
        var cursor = line
        var isLazy = isLazy
        while !cursor.isBlank, cursor.indentation < 4 {
            if let opened = leafStart(cursor, source, isLazy: isLazy) {
                close(to: isLazy ? matched : containers.count)
                leaf = opened
                return
            }
            let interrupts = isParagraph && !isLazy
            guard containers.count < Self.containerLimit,
                let container = MarkdownContainer.start(at: &cursor, interruptsParagraph: interrupts)
            else { break }
            close(to: isLazy ? matched : containers.count)
            isLazy = false
            containers.append(container)
        }
        addText(cursor, matched: matched, isLazy: isLazy)
    }

    /// Returns the leaf that begins here and ends an open paragraph; `.none` for a leaf of one line.
    private func leafStart(_ cursor: LineCursor, _ line: PageLines.Line, isLazy: Bool) -> Leaf? {
        if let fence = CodeFence(opening: cursor) { return .fence(fence, FenceContent(start: line.end)) }
        if let block = HTMLBlock(opening: cursor, interruptsParagraph: isParagraph) {
            return block.isClosed(by: cursor) ? Leaf.none : .html(block)
        }
        if isParagraph, !isLazy, cursor.isSetextUnderline { return Leaf.none }
        if cursor.isThematicBreak || cursor.isATXHeading { return Leaf.none }
        return nil
    }

    /// Adds a line of text, a line of indented code or a blank line.
    private mutating func addText(_ cursor: LineCursor, matched: Int, isLazy: Bool) {
        if cursor.isBlank {
            if isLazy { close(to: matched) }
            leaf = .none
        } else if !isParagraph, cursor.indentation < 4 {
            leaf = .paragraph
        }
        // Otherwise the line continues a paragraph, perhaps lazily (CommonMark §5.1), or is indented code (§4.4).
    }

    private mutating func close(to count: Int) {
        closeLeaf()
        containers.removeLast(containers.count - count)
    }

    private mutating func closeLeaf() {
        if case .fence(let fence, let content) = leaf {
            let text = JSONText(file: file, bytes: content.bytes, start: content.start)
            blocks.append(FencedCode(infoString: fence.infoString, text: text))
        }
        leaf = .none
    }
}

/// The lines of a fenced code block.
private struct FenceContent {
    let start: Int
    private(set) var bytes: [UInt8] = []

    init(start: Int) {
        self.start = start
    }

    /// Adds a line whose text begins at `textStart`, with spaces in place of the container's prefix.
    mutating func append(_ line: PageLines.Line, from textStart: Int, of page: [UInt8]) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: textStart - line.text.lowerBound))
        bytes.append(contentsOf: page[textStart..<line.end])
    }
}

extension LineCursor {
    /// CommonMark §4.1.
    fileprivate var isThematicBreak: Bool {
        guard let first = rest.first, [UInt8]("*-_".utf8).contains(first) else { return false }
        let text = rest.lazy.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return text.allSatisfy { $0 == first } && text.prefix(3).count == 3
    }

    /// CommonMark §4.2.
    fileprivate var isATXHeading: Bool {
        let level = rest.prefix { $0 == UInt8(ascii: "#") }.count
        let next = rest.dropFirst(level).first
        return (1...6).contains(level) && (next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t"))
    }

    /// CommonMark §4.3.
    fileprivate var isSetextUnderline: Bool {
        guard let first = rest.first, [UInt8]("=-".utf8).contains(first) else { return false }
        return rest.drop { $0 == first }.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}

/// A fenced code block of a page (CommonMark §4.5).
package struct FencedCode: Sendable {
    /// The text after the opening fence.
    package let infoString: String
    /// The content of the block: its lines, with spaces in place of the prefixes of quotes and list items.
    package let text: JSONText

    /// Finds all fenced code blocks of a page in order, including those in block quotes and list items. Front matter
    /// (from a first line `---` to the next) is skipped. An unclosed fence reaches to the end of its container.
    package static func blocks(in file: SourceFile) -> [FencedCode] {
        var blocks = MarkdownBlocks(file: file)
        var lines = PageLines(of: file.bytes)
        lines.skipFrontMatter()
        while let line = lines.next() { blocks.add(line) }
        return blocks.finished()
    }
}

/// The line that opens a fenced code block (CommonMark §4.5).
private struct CodeFence {
    private let character: UInt8
    private let length: Int
    let infoString: String

    /// Opens a fence at a line indented by less than four columns; nil when the line is not a fence.
    init?(opening line: LineCursor) {
        let text = line.rest
        guard let character = text.first, Self.characters.contains(character) else { return nil }
        let length = text.prefix { $0 == character }.count
        let info = text.dropFirst(length)
        // A backtick fence with another backtick after it is inline code.
        guard length >= 3, character != UInt8(ascii: "`") || !info.contains(character) else { return nil }
        self.character = character
        self.length = length
        var words = info.drop { Self.isBlank($0) }
        while let last = words.last, Self.isBlank(last) { words.removeLast() }
        infoString = String(decoding: words, as: UTF8.self)
    }

    /// Returns whether the line ends the block: the same character, at least as often, and nothing else.
    func isClosed(by line: LineCursor) -> Bool {
        guard line.indentation < 4 else { return false }
        let text = line.rest
        let fence = text.prefix { $0 == character }
        return fence.count >= length
            && text.dropFirst(fence.count).allSatisfy { Self.isBlank($0) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static let characters = [UInt8]("`~".utf8)
}
