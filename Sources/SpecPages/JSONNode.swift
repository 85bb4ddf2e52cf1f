package import SpecDiagnostics

/// A JSON value that knows where it stands: what every later stage reads.
package struct JSONNode: Sendable {
    package enum Content: Sendable {
        case null
        case boolean(Bool)
        /// The number's text, as written.
        case number(String)
        case string(String)
        case array([JSONNode])
        /// Members in the document's order; names are unique.
        case object([JSONMember])
    }

    package var content: Content
    package var location: SourceLocation

    package init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }
}

/// A member of a JSON object.
package struct JSONMember: Sendable {
    package var name: String
    /// Where the name's opening quote stands.
    package var location: SourceLocation
    package var value: JSONNode

    package init(_ name: String, at location: SourceLocation, _ value: JSONNode) {
        self.name = name
        self.location = location
        self.value = value
    }
}
