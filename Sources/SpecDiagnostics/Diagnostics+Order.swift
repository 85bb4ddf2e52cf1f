package import SourceText

extension Diagnostics {
    /// The same diagnostics as a reader of the pages meets them: by file, then by place; those without a place come last.
    /// What says the same of the same place stands once.
    ///
    /// - Parameter files: The order of the files; others stand behind, in the order found.
    package func inReadingOrder(of files: [SourceFile]) -> Diagnostics {
        var ranks = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Statement> = []
        let distinct = all.filter { seen.insert(Statement($0)).inserted }
        let keyed = distinct.enumerated().map { index, diagnostic in
            guard let location = diagnostic.location else { return (Int.max, 0, index, diagnostic) }
            let rank = ranks[location.file] ?? ranks.count
            ranks[location.file] = rank
            return (rank, location.offset, index, diagnostic)
        }
        var ordered = Diagnostics()
        for (_, _, _, diagnostic) in keyed.sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
            ordered.append(diagnostic)
        }
        return ordered
    }

    /// What makes two diagnostics one.
    private struct Statement: Hashable {
        let id: DiagnosticID
        let message: String
        let location: SourceLocation?

        init(_ diagnostic: Diagnostic) {
            id = diagnostic.id
            message = diagnostic.message
            location = diagnostic.location
        }
    }
}
