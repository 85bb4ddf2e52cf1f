package import SpecDiagnostics

/// An External Documentation Object (OpenAPI 3.0.3, §4.7.11).
package struct ExternalDocumentation: Sendable {
    package var location: SourceLocation
    package var description: String?
    package var url: String
}
