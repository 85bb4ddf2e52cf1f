package import SpecTree

/// A JSONPath (RFC 9535) as overlays name their targets: root, names, wildcards, indexes and recursive descent.
///
/// Filters, slices, unions and functions of RFC 9535 are refused.
package struct JSONPath: Sendable {
    package enum Selector: Hashable, Sendable {
        /// The member of that name.
        case name(String)
        /// Every member or element.
        case wildcard
        /// The element at that position; a negative one counts from the end.
        case index(Int)
    }

    /// One step of the path.
    package struct Segment: Hashable, Sendable {
        package var selector: Selector
        /// Whether the step is `..`: it starts at the value and at everything inside it.
        package var isDescendant: Bool
        /// Where the step ends in the path's text, in UTF-8 bytes.
        package var end: Int
    }

    /// The path as written.
    package let text: String
    package let segments: [Segment]

    /// Reads a path; throws the place where the text is no JSONPath, or one that Kurus does not read.
    package init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        self.text = text
        self.segments = try parser.segments()
    }

    /// The text up to and with the last of so many segments.
    package func text(ofFirst count: Int) -> String {
        let end = count == 0 ? 1 : segments[count - 1].end
        return String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }
}

/// Why a text is no JSONPath that Kurus reads.
package struct JSONPathError: Error, Hashable, Sendable {
    package let message: String
    /// Where in the text, in UTF-8 bytes.
    package let offset: Int
}

extension JSONPath {
    /// A value that a path selects.
    package struct Match: Sendable {
        /// The way from the root: the position of a member or element in each value on it.
        package var positions: [Int]
        package var node: JSONNode
    }

    /// The values that the path selects, each once, a value before those inside it; `prefix` of the segments only when
    /// it is given.
    package func matches(in root: JSONNode, prefix: Int? = nil) -> [Match] {
        var matches = [Match(positions: [], node: root)]
        for segment in segments.prefix(prefix ?? segments.count) {
            let mayRepeat = segment.isDescendant && matches.count > 1
            if segment.isDescendant { matches = matches.flatMap(\.withDescendants) }
            matches = matches.flatMap { $0.children(segment.selector) }
            // `..` behind `..` comes to the same value on many ways.
            guard mayRepeat else { continue }
            var known: Set<[Int]> = []
            matches.removeAll { !known.insert($0.positions).inserted }
        }
        return matches.sorted { $0.positions.lexicographicallyPrecedes($1.positions) }
    }
}

extension JSONPath.Match {
    private var children: [JSONPath.Match] {
        let nodes =
            switch node.content {
            case .object(let members): members.map(\.value)
            case .array(let elements): elements
            default: [JSONNode]()
            }
        return nodes.enumerated().map { JSONPath.Match(positions: positions + [$0.offset], node: $0.element) }
    }

    /// This value and all that is inside it; with a stack of its own, for values nested however deep.
    fileprivate var withDescendants: [JSONPath.Match] {
        var found: [JSONPath.Match] = []
        var waiting = [self]
        while let match = waiting.popLast() {
            found.append(match)
            waiting += match.children.reversed()
        }
        return found
    }

    fileprivate func children(_ selector: JSONPath.Selector) -> [JSONPath.Match] {
        switch (selector, node.content) {
        case (.wildcard, _):
            return children
        case (.name(let name), .object(let members)):
            guard let position = members.firstIndex(where: { $0.name == name }) else { return [] }
            return [child(at: position, members[position].value)]
        case (.index(let index), .array(let elements)):
            let position = index < 0 ? elements.count + index : index
            return elements.indices.contains(position) ? [child(at: position, elements[position])] : []
        default:
            return []
        }
    }

    private func child(at position: Int, _ node: JSONNode) -> JSONPath.Match {
        JSONPath.Match(positions: positions + [position], node: node)
    }
}
