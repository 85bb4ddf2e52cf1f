package import SpecDiagnostics
package import SpecTree

extension Overlay {
    /// Runs every action, one after the other, on every document.
    ///
    /// What an update adds keeps its place in the overlay. An action that matches in none of the documents is an error;
    /// so is one whose update does not fit what it selects, which stays as it was.
    package func apply(to documents: inout [PageDocument], diagnostics: inout Diagnostics) {
        guard !documents.isEmpty else { return }
        for action in actions { action.apply(to: &documents, &diagnostics) }
    }
}

extension Overlay.Action {
    fileprivate func apply(to documents: inout [PageDocument], _ diagnostics: inout Diagnostics) {
        var hasMatched = false
        var hasReported = false
        for index in documents.indices {
            let matches = target.matches(in: documents[index].root)
            hasMatched = hasMatched || !matches.isEmpty
            let fitting = matches.filter { match in
                guard let problem = problem(with: match) else { return true }
                // The same mistake at many places is one error, which shows the first of them.
                if !hasReported { report(problem, at: match.node, &diagnostics) }
                hasReported = true
                return false
            }
            documents[index].root.edit(at: fitting.map(\.positions)[...], change)
        }
        if !hasMatched { reportNoMatch(in: documents, &diagnostics) }
    }

    /// Why the change cannot be made at a place; nil when it can (Overlay 1.0.0, §4.4.3).
    private func problem(with match: JSONPath.Match) -> (message: String, location: SourceLocation)? {
        switch (change, match.node.content) {
        case (.remove, _):
            guard match.positions.isEmpty else { return nil }
            return ("the root of a document cannot be removed", targetLocation)
        case (.update(let update), .object):
            guard update.members == nil else { return nil }
            return (
                "`\(target.text)` selects an object, so `update` must be an object; found \(update.kindName)",
                update.location
            )
        case (.update, .array):
            return nil
        case (.update, _):
            return (
                "`\(target.text)` selects \(match.node.kindName); an update needs an object or an array: "
                    + "select the object around it and name the member in `update`", targetLocation
            )
        }
    }

    private func report(
        _ problem: (message: String, location: SourceLocation), at node: JSONNode, _ diagnostics: inout Diagnostics
    ) {
        diagnostics.error(
            .overlayTarget, problem.message, at: problem.location,
            notes: [Diagnostic.Note("this is what it selects", at: node.location)])
    }
}
