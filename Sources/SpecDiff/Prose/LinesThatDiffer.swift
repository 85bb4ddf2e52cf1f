import SourceText
import SpecDiagnostics

/// What is left of two blocks of code without the lines that both begin and end with.
enum LinesThatDiffer {
    static func cut(_ base: TextBlock, _ revision: TextBlock) -> (TextBlock, TextBlock) {
        let old = base.text.split(separator: "\n", omittingEmptySubsequences: false)
        let new = revision.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        return (base.keeping(start..<old.count - end, of: old), revision.keeping(start..<new.count - end, of: new))
    }
}

extension TextBlock {
    /// The block with some of its lines; none of them may be left, then it is the place between two lines.
    fileprivate func keeping(_ range: Range<Int>, of lines: [Substring]) -> TextBlock {
        TextBlock(
            kind: kind, text: lines[range].joined(separator: "\n"),
            location: location.skippingLines(range.lowerBound), section: section)
    }
}

extension SourceLocation {
    /// The first character, blanks passed over, of a line further below.
    fileprivate func skippingLines(_ count: Int) -> SourceLocation {
        let lines = LineIndex(of: file)
        let line = lines.position(of: offset).line + count
        guard line <= lines.position(of: file.bytes.count).line else { return self }
        let range = lines.byteRange(ofLine: line)
        let blanks = file.bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        return SourceLocation(file: file, offset: range.lowerBound + blanks)
    }
}
