/// Two revisions as git writes them (gitrevisions(7)): `base..revision`, or `base...revision` from where both parted. A
/// side that is left out is HEAD.
struct RevisionRange: Equatable {
    let base: String
    let revision: String
    /// Whether the base is the last commit that both have.
    let fromMergeBase: Bool

    /// Nil for a text that is no range.
    init?(_ text: String) {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let rest = text[dots.upperBound...]
        fromMergeBase = rest.hasPrefix(".")
        let end = rest.dropFirst(fromMergeBase ? 1 : 0)
        // `../page.md` is a path: no revision begins with a slash.
        let isRevision = !end.hasPrefix(".") && !end.hasPrefix("/") && !end.contains("..")
        guard isRevision, !text.contains(":"), text.count > (fromMergeBase ? 3 : 2) else { return nil }
        base = dots.lowerBound == text.startIndex ? "HEAD" : String(text[..<dots.lowerBound])
        revision = end.isEmpty ? "HEAD" : String(end)
    }
}
