package import SpecDiagnostics

/// An XML Object (OpenAPI 3.0.3, §4.7.26): read, and of no use to a JSON client.
package struct XMLObject: Sendable {
    package var location: SourceLocation
    package var name: String?
    package var namespace: String?
    package var prefix: String?
    package var attribute: Bool
    package var wrapped: Bool
}
