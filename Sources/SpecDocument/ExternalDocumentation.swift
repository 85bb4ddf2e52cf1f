package import SpecDiagnostics

/// An External Documentation Object (OpenAPI 3.0.3, §4.7.11).
package struct ExternalDocumentation: Sendable {
    package var location: SourceLocation
    package var description: String?
    package var url: String
}

extension ExternalDocumentation: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "External Documentation Object"
        case description, url
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        url = decoder.requireAddress(.url) ?? ""
    }
}
