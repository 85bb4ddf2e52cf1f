/// A path in a revision as git writes it: `main:specs/bank`, `HEAD~2:./specs` from the working directory on, or `:specs`
/// for what is staged (gitrevisions(7)).
struct RevisionPath: Equatable {
    /// Empty for the index.
    let revision: String
    let path: String

    /// Nil for a text without a colon that separates: one in braces, as in `HEAD@{12:00}`, belongs to the revision.
    init?(_ text: String) {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "{": depth += 1
            case "}": depth -= 1
            case ":" where depth <= 0:
                revision = String(text[..<index])
                path = String(text[text.index(after: index)...])
                return
            default: break
            }
        }
        return nil
    }
}
