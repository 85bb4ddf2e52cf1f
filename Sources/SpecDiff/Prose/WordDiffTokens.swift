/// Texts cut into what is compared; joined again they are the text.
enum WordTokens {
    /// Lines with their ends.
    static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(where: \.isNewline).map(text.index(after:)) ?? text.endIndex
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    /// Words, runs of spaces, and single marks. A number with its separators is one word (`1.250,50`), and so is a name
    /// with the suffix behind its apostrophe, as Turkish writes it (`Iyzico'nun`).
    static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = endOfWord(from: start, in: text)
            words.append(text[start..<end])
            start = end
        }
        return words
    }

    /// Letters and digits: how much of a text is more than spaces and marks.
    static func weight(of text: String) -> Int {
        text.count { isPartOfWord($0) }
    }

    private static func endOfWord(from start: String.Index, in text: String) -> String.Index {
        var end = text.index(after: start)
        if text[start].isWhitespace {
            while end < text.endIndex, text[end].isWhitespace { end = text.index(after: end) }
        } else if isPartOfWord(text[start]) {
            while end < text.endIndex, isPartOfWord(text[end]) || isJoint(at: end, in: text) {
                end = text.index(after: end)
            }
        }
        return end
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// Whether the mark at a place, which stands behind a word's character, joins it to the next.
    private static func isJoint(at place: String.Index, in text: String) -> Bool {
        let next = text.index(after: place)
        guard next < text.endIndex else { return false }
        switch text[place] {
        case ".", ",": return text[text.index(before: place)].isNumber && text[next].isNumber
        case "'", "’": return text[next].isLetter
        default: return false
        }
    }
}
