import SpecDiff

/// Joins the parts of a word diff: neighbours of one kind become one part, and two changes absorb the equal text between
/// them if it is shorter than either. A few common words between two rewritten passages do not help to read them.
struct WordDiffAssembly {
    /// An equal text, and the replacement behind it.
    private struct Segment {
        var same = Weighed()
        var removed = Weighed()
        var added = Weighed()

        var isChanged: Bool { !removed.text.isEmpty || !added.text.isEmpty }
        var weight: Int { max(removed.weight, added.weight) }
    }

    private struct Weighed {
        var text = ""
        /// The number of letters and digits.
        var weight = 0

        static func + (first: Self, second: Self) -> Self {
            Self(text: first.text + second.text, weight: first.weight + second.weight)
        }
    }

    /// The heaviest equal text that two changes absorb.
    private static let heaviestJoint = 12

    private var segments = [Segment()]
    /// The weight of equal texts before changes absorb any.
    private(set) var keptWeight = 0

    mutating func keep(_ text: String) {
        let weighed = Weighed(text: text, weight: WordTokens.weight(of: text))
        keptWeight += weighed.weight
        if segments[segments.count - 1].isChanged { segments.append(Segment()) }
        append(\.same, weighed)
    }

    mutating func replace(_ old: String, by new: String) {
        append(\.removed, Weighed(text: old, weight: WordTokens.weight(of: old)))
        append(\.added, Weighed(text: new, weight: WordTokens.weight(of: new)))
    }

    private mutating func append(_ part: WritableKeyPath<Segment, Weighed>, _ text: Weighed) {
        segments[segments.count - 1][keyPath: part].text += text.text
        segments[segments.count - 1][keyPath: part].weight += text.weight
    }

    mutating func append(_ other: WordDiffAssembly) {
        for segment in other.segments {
            if !segment.same.text.isEmpty { keep(segment.same.text) }
            replace(segment.removed.text, by: segment.added.text)
        }
    }

    var parts: [WordDiff.Part] {
        joined.flatMap { segment in
            let parts: [WordDiff.Part] = [
                .same(segment.same.text), .removed(segment.removed.text), .added(segment.added.text),
            ]
            let texts = [segment.same, segment.removed, segment.added].map(\.text)
            return zip(parts, texts).filter { !$1.isEmpty }.map(\.0)
        }
    }

    private var joined: [Segment] {
        var result: [Segment] = []
        for segment in segments {
            guard let last = result.last, Self.swallow(segment, after: last) else {
                result.append(segment)
                continue
            }
            result[result.count - 1].removed = last.removed + segment.same + segment.removed
            result[result.count - 1].added = last.added + segment.same + segment.added
        }
        return result
    }

    private static func swallow(_ segment: Segment, after last: Segment) -> Bool {
        guard last.isChanged, segment.isChanged else { return false }
        return segment.same.weight <= min(last.weight, segment.weight, heaviestJoint)
    }
}

/// Splits texts into tokens, which joined again are the text.
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
    /// with a suffix behind its apostrophe, as in Turkish (`Iyzico'nun`).
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

    /// The number of letters and digits.
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

    /// Whether the mark behind a word's character joins it to the next.
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
