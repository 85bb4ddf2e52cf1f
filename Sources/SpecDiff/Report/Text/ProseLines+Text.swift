extension ProseLines.Piece {
    /// In brackets that tell removed from added without colour, as `git diff --word-diff` writes them.
    var run: TextRun {
        switch self {
        case .same(let text): TextRun(text)
        case .removed(let text): TextRun("[-\(text)-]", .removed)
        case .added(let text): TextRun("{+\(text)+}", .added)
        }
    }
}
