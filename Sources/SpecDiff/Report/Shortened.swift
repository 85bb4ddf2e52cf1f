/// Texts of documents may be of any length; what is read in passing is not.
enum Shortened {
    /// The text, or its beginning and `…` where it has more characters than that.
    static func text(_ text: String, to limit: Int = 300) -> String {
        guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
        else { return text }
        return text[..<end] + "…"
    }

    /// All operations where they are few, else the first of them and how many more there are.
    static func operations(_ operations: [String]) -> (shown: [String], more: Int) {
        operations.count <= 3 ? (operations, 0) : (Array(operations.prefix(3)), operations.count - 3)
    }
}
