import SourceText
import SpecDiagnostics
import SpecTree

extension Overlay.Action {
    func reportNoMatch(in documents: [PageDocument], _ diagnostics: inout Diagnostics) {
        let count = documents.count == 1 ? "the document" : "any of the \(documents.count) documents"
        diagnostics.error(
            .overlayMatchesNothing, "`\(target.text)` matches nothing in \(count)", at: targetLocation,
            notes: longestMatch(in: documents.map(\.root)).map { [$0] } ?? [])
    }

    /// A note on the longest part of the path that matches, and on what its next step may have meant.
    private func longestMatch(in roots: [JSONNode]) -> Diagnostic.Note? {
        for count in target.segments.indices.reversed() {
            let matches = roots.flatMap { target.matches(in: $0, prefix: count) }
            guard let first = matches.first else { continue }
            let found = "`\(target.text(ofFirst: count))` matches here"
            for match in matches {
                guard let name = suggestion(for: target.segments[count], in: match.node) else { continue }
                return Diagnostic.Note("\(found); did you mean `\(name)`?", at: match.node.location)
            }
            // That the root matches helps nobody.
            return count == 0 ? nil : Diagnostic.Note(found, at: first.node.location)
        }
        return nil
    }

    private func suggestion(for segment: JSONPath.Segment, in node: JSONNode) -> String? {
        guard case .name(let name) = segment.selector, let members = node.members else { return nil }
        return DidYouMean.suggestion(for: name, in: members.map(\.name))
    }
}
