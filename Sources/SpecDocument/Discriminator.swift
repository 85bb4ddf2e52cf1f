package import SpecDiagnostics

/// A Discriminator Object (OpenAPI 3.0.3, §4.7.25).
package struct Discriminator: Sendable {
    package var location: SourceLocation
    package var propertyName: Located<String>
    /// Values of the property to schema names or references.
    package var mapping: NamedValues<String>
}
