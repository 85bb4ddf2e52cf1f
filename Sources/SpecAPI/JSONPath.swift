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
