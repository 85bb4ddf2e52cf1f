import SpecDiff

/// A difference of a text in lines, with most of the equal text left out.
struct ProseLines {
    typealias Piece = WordDiff.Part

    /// The number of equal characters that stay beside a change.
    private static let margin = 80

    private var lines: [[Piece]] = [[]]

    static func lines(of change: ProseChange) -> [[Piece]] {
        var result = ProseLines()
        let parts = WordDiff(from: change.was ?? "", to: change.now ?? "").parts
        for (index, part) in parts.enumerated() {
            switch part {
            case .removed(let text): result.append(text, Piece.removed)
            case .added(let text): result.append(text, Piece.added)
            case .same(let text):
                let text = shortened(text, isFirst: index == 0, isLast: index == parts.count - 1)
                result.append(text, Piece.same)
            }
        }
        return result.lines.filter { !$0.isEmpty }
    }

    private mutating func append(_ text: String, _ piece: (String) -> Piece) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if index > 0 { lines.append([]) }
            if !line.isEmpty { lines[lines.count - 1].append(piece(String(line))) }
        }
    }

    /// Keeps the words next to the changes on either side.
    private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let kept = (isFirst ? 0 : margin) + (isLast ? 0 : margin)
        guard let middle = text.index(text.startIndex, offsetBy: kept + margin / 2, limitedBy: text.endIndex),
            middle < text.endIndex
        else { return text }
        let beginning = isFirst ? "" : wholeWords(text.prefix(margin))
        let end = isLast ? "" : String(wholeWords(String(text.suffix(margin).reversed())).reversed())
        return beginning + "…" + end
    }

    /// The text up to its last space, the space included; all of it where it has none.
    private static func wholeWords(_ text: some StringProtocol) -> String {
        text.lastIndex(where: \.isWhitespace).map { String(text[...$0]) } ?? String(text)
    }
}
