package import SpecDiagnostics
package import SpecTree

/// An Overlay Object (Overlay 1.0.0, §4.4.1): the amendments of a provider's documents.
package struct Overlay: Sendable {
    package var location: SourceLocation
    package var title: String
    package var version: String
    /// Read and kept; an overlay of Kurus runs on all documents of the input that names it.
    package var extends: Located<String>?
    package var actions: [Action]

    /// An Action Object (Overlay 1.0.0, §4.4.3).
    package struct Action: Sendable {
        package var location: SourceLocation
        package var target: JSONPath
        /// Where the target's text stands.
        package var targetLocation: SourceLocation
        package var description: String?
        package var change: Change
    }

    package enum Change: Sendable {
        case remove
        case update(JSONNode)
    }
}
