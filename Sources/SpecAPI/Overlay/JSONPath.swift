package import SpecTree

/// A JSONPath (RFC 9535), by which an overlay names its targets: root, names, wildcards, indexes and recursive descent.
///
/// Filters, slices, unions and functions of RFC 9535 are rejected.
package struct JSONPath: Sendable {
    package enum Selector: Hashable, Sendable {
        /// The member of that name.
        case name(String)
        /// Every member or element.
        case wildcard
        /// The element at that index; a negative one counts from the end.
        case index(Int)
    }

    /// One step of the path.
    package struct Segment: Hashable, Sendable {
        package var selector: Selector
        /// Whether the step is `..`: it starts at the value and at every value inside it.
        package var isDescendant: Bool
        /// The end of the step in the path's text, in UTF-8 bytes.
        package var end: Int
    }

    /// The path as written.
    package let text: String
    package let segments: [Segment]

    /// Reads a path; throws where the text is not a JSONPath, or not one that Kurus reads.
    package init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        self.text = text
        self.segments = try parser.segments()
    }

    /// Returns the text up to the end of the last of `count` segments.
    package func text(ofFirst count: Int) -> String {
        let end = count == 0 ? 1 : segments[count - 1].end
        return String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }
}

/// The reason why a text is not a JSONPath that Kurus reads.
package struct JSONPathError: Error, Hashable, Sendable {
    package let message: String
    /// The offset in the text, in UTF-8 bytes.
    package let offset: Int
}

extension JSONPath {
    /// A value that a path selects.
    package struct Match: Sendable {
        /// The path from the root: the index of a member or element in each value on it.
        package var positions: [Int]
        package var node: JSONNode
    }

    /// Returns the values that the path selects, without duplicates and each before those inside it. With `prefix`,
    /// only so many segments are used.
    package func matches(in root: JSONNode, prefix: Int? = nil) -> [Match] {
        var matches = [Match(positions: [], node: root)]
        for segment in segments.prefix(prefix ?? segments.count) {
            let mayRepeat = segment.isDescendant && matches.count > 1
            if segment.isDescendant { matches = matches.flatMap(\.withDescendants) }
            matches = matches.flatMap { $0.children(segment.selector) }
            // `..` after `..` reaches the same value on many ways.
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

    /// The value and everything inside it. Uses its own stack, because nesting may be deep.
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
