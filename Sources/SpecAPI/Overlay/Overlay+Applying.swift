import SourceText
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

extension Overlay.Action {
    private func reportNoMatch(in documents: [PageDocument], _ diagnostics: inout Diagnostics) {
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

extension JSONNode {
    /// Makes a change at every one of the places, which are sorted: a value comes before those inside it.
    ///
    /// The change is made at the last place first, so that neither a removal nor a replacement moves a place that is
    /// still to come.
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

    /// Changes what is inside a child; removes the child itself when it is among the places.
    private mutating func editChild(at position: Int, _ places: ArraySlice<[Int]>, _ change: Overlay.Change, depth: Int)
    {
        let isRemoved = if case .remove = change { places.first?.count == depth + 1 } else { false }
        let content = content
        // Else the change below would copy what is still held here.
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

    /// Applies an update to the value that an action selects (Overlay 1.0.0, §4.4.3): the members of an object are
    /// merged, to an array the value becomes one more element.
    private mutating func merge(_ update: JSONNode) {
        if case .array(let elements) = content {
            content = .array(elements + [update])
        } else {
            mergeRecursively(update)
        }
    }

    /// Objects take the members of the other, arrays its elements; anything else is replaced, its location too.
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
