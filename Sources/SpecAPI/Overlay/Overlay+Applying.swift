import SourceText
package import SpecDiagnostics
package import SpecTree

extension Overlay {
    /// Runs all actions in order on all documents.
    ///
    /// Values that an update adds keep their location in the overlay. An action that matches in none of the documents
    /// is an error. So is an update that does not fit its target, which is then left unchanged.
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
                // The same mistake at many targets is one error, at the first of them.
                if !hasReported { report(problem, at: match.node, &diagnostics) }
                hasReported = true
                return false
            }
            documents[index].root.edit(at: fitting.map(\.positions)[...], change)
        }
        if !hasMatched { reportNoMatch(in: documents, &diagnostics) }
    }

    /// Returns the reason why a target cannot be changed; nil when it can (Overlay 1.0.0, §4.4.3).
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

extension Overlay.Action {
    private func reportNoMatch(in documents: [PageDocument], _ diagnostics: inout Diagnostics) {
        let count = documents.count == 1 ? "the document" : "any of the \(documents.count) documents"
        diagnostics.error(
            .overlayMatchesNothing, "`\(target.text)` matches nothing in \(count)", at: targetLocation,
            notes: longestMatch(in: documents.map(\.root)).map { [$0] } ?? [])
    }

    /// Makes a note on the longest part of the path that matches, with a suggestion for its next step.
    private func longestMatch(in roots: [JSONNode]) -> Diagnostic.Note? {
        for count in target.segments.indices.reversed() {
            let matches = roots.flatMap { target.matches(in: $0, prefix: count) }
            guard let first = matches.first else { continue }
            let found = "`\(target.text(ofFirst: count))` matches here"
            for match in matches {
                guard let name = suggestion(for: target.segments[count], in: match.node) else { continue }
                return Diagnostic.Note("\(found); did you mean `\(name)`?", at: match.node.location)
            }
            // A match of the root alone is of no help.
            return count == 0 ? nil : Diagnostic.Note(found, at: first.node.location)
        }
        return nil
    }

    private func suggestion(for segment: JSONPath.Segment, in node: JSONNode) -> String? {
        guard case .name(let name) = segment.selector, let members = node.members else { return nil }
        return DidYouMean.suggestion(for: name, in: members.map(\.name))
    }
}

extension JSONNode {
    /// Changes the values at the given paths, which are sorted so that a value precedes those inside it.
    ///
    /// The last one is changed first, so that neither a removal nor a replacement moves a target that is still to come.
    mutating func edit(at places: ArraySlice<[Int]>, _ change: Overlay.Change, depth: Int = 0) {
        guard let first = places.first else { return }
        let selectsThis = first.count == depth
        var inner = selectsThis ? places.dropFirst() : places
        while let position = inner.last?[depth] {
            let start = inner.firstIndex { $0[depth] == position } ?? inner.endIndex
            editChild(at: position, inner[start...], change, depth: depth)
            inner = inner[..<start]
        }
        if selectsThis, case .update(let update) = change { merge(update) }
    }

    /// Changes the values inside a child; removes the child itself when it is one of the targets.
    private mutating func editChild(at position: Int, _ places: ArraySlice<[Int]>, _ change: Overlay.Change, depth: Int)
    {
        let isRemoved = if case .remove = change { places.first?.count == depth + 1 } else { false }
        let content = content
        // Otherwise the change below would copy the content that is still held here.
        self.content = .null
        switch content {
        case .object(var members):
            if isRemoved {
                members.remove(at: position)
            } else {
                members[position].value.edit(at: places, change, depth: depth + 1)
            }
            self.content = .object(members)
        case .array(var elements):
            if isRemoved {
                elements.remove(at: position)
            } else {
                elements[position].edit(at: places, change, depth: depth + 1)
            }
            self.content = .array(elements)
        default:
            self.content = content
        }
    }

    /// Applies an update to the selected value (Overlay 1.0.0, §4.4.3): merges the members of an object, or appends the
    /// value to an array.
    private mutating func merge(_ update: JSONNode) {
        if case .array(let elements) = content {
            content = .array(elements + [update])
        } else {
            mergeRecursively(update)
        }
    }

    /// Merges the members of objects and the elements of arrays; replaces anything else, with its location.
    private mutating func mergeRecursively(_ update: JSONNode) {
        switch (content, update.content) {
        case (.object(var members), .object(let added)):
            for member in added {
                if let index = members.firstIndex(where: { $0.name == member.name }) {
                    members[index].value.mergeRecursively(member.value)
                } else {
                    members.append(member)
                }
            }
            content = .object(members)
        case (.array(let elements), .array(let added)):
            content = .array(elements + added)
        default:
            self = update
        }
    }
}
