package import SpecTree
package import SourceText

/// A fenced code block of a page (CommonMark §4.5).
package struct FencedCode: Sendable {
    /// The words behind the opening fence.
    package let infoString: String
    /// The block's content: its lines, with spaces for the prefixes of quotes and list items.
    package let text: JSONText

    /// All fenced code blocks of a page, in its order, those in block quotes and list items too; front matter (from a
    /// first line `---` to the next) is skipped. A fence that is not closed reaches to the end of its container.
    package static func blocks(in file: SourceFile) -> [FencedCode] {
        var blocks = MarkdownBlocks(file: file)
        var lines = PageLines(of: file.bytes)
        lines.skipFrontMatter()
        while let line = lines.next() { blocks.add(line) }
        return blocks.finished()
    }
}
