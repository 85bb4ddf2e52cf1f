import SourceText

/// The words that a field allows, as a message lists them.
struct AllowedWords {
    let words: [String]

    init(_ words: [String]) {
        self.words = words
    }

    /// `; allowed are "a", "b" and "c"`, and what was probably meant.
    func hint(for word: String) -> String {
        let suggestion = DidYouMean.suggestion(for: word, in: words).map { "; did you mean `\($0)`?" }
        return "; allowed \(words.count == 1 ? "is" : "are") \(list)" + (suggestion ?? "")
    }

    private var list: String {
        let quoted = words.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}
