/// A path in a revision in git's notation: `main:specs/bank`, `HEAD~2:./specs` relative to the working directory, or
/// `:specs` for the index (gitrevisions(7)).
struct RevisionPath: Equatable {
    /// The revision; empty for the index.
    let revision: String
    let path: String

    /// Returns nil for a text without a separating colon. A colon in braces, as in `HEAD@{12:00}`, belongs to the
    /// revision.
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

/// Two revisions in git's notation (gitrevisions(7)): `base..revision`, or `base...revision` for a base at their merge
/// base. A missing side is HEAD.
struct RevisionRange: Equatable {
    let base: String
    let revision: String
    /// Whether the base is the merge base of both.
    let fromMergeBase: Bool

    /// Returns nil for a text that is not a range.
    init?(_ text: String) {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let rest = text[dots.upperBound...]
        fromMergeBase = rest.hasPrefix(".")
        let end = rest.dropFirst(fromMergeBase ? 1 : 0)
        // `../page.md` is a path, since no revision begins with a slash.
        let isRevision = !end.hasPrefix(".") && !end.hasPrefix("/") && !end.contains("..")
        guard isRevision, !text.contains(":"), text.count > (fromMergeBase ? 3 : 2) else { return nil }
        base = dots.lowerBound == text.startIndex ? "HEAD" : String(text[..<dots.lowerBound])
        revision = end.isEmpty ? "HEAD" : String(end)
    }
}
