package import SpecDiagnostics

/// A Reference Object (OpenAPI 3.0.3, §4.7.23), not followed yet.
package struct Reference: Sendable {
    package var location: SourceLocation
    /// The text of `$ref`.
    package var target: String
    /// Where that text stands.
    package var targetLocation: SourceLocation
    /// What stands beside `$ref`: OpenAPI says that it is ignored, but pages describe a use of a schema there.
    package var summary: String?
    package var description: String?
    package var title: String?
    package var deprecated: Bool
    package var readOnly: Bool
    package var writeOnly: Bool
    package var nullable: Bool
    /// `x-kurus-sensitive: true` beside `$ref`.
    package var sensitive: Bool
}

/// An object, or a reference to one.
package indirect enum ReferenceOr<Object: Sendable>: Sendable {
    case reference(Reference)
    case object(Object)
}

/// Named values in the document's order.
package struct NamedValues<Value: Sendable>: Sendable {
    package struct Entry: Sendable {
        package var name: String
        /// Where the name stands.
        package var location: SourceLocation
        package var value: Value

        package init(name: String, location: SourceLocation, value: Value) {
            self.name = name
            self.location = location
            self.value = value
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    package subscript(name: String) -> Value? {
        entries.first { $0.name == name }?.value
    }
}
