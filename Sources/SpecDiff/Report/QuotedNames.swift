/// A sentence whose names stand in backticks, as messages are written, cut into its words and its names.
enum QuotedNames {
    enum Piece: Equatable {
        case words(String)
        case name(String)
    }

    /// A backtick without another is a word's.
    static func pieces(of text: String) -> [Piece] {
        var texts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        if texts.count.isMultiple(of: 2), let last = texts.popLast() {
            texts[texts.count - 1] += "`" + last
        }
        return texts.enumerated().compactMap { index, text in
            if index.isMultiple(of: 2) { return text.isEmpty ? nil : .words(text) }
            return .name(text)
        }
    }
}
