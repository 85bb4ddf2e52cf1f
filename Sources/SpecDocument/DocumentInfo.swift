package import SpecDiagnostics

/// An Info Object (OpenAPI 3.0.3, §4.7.2).
package struct DocumentInfo: Sendable {
    package var location: SourceLocation
    package var title: String
    package var description: String?
    package var termsOfService: String?
    package var contact: Contact?
    package var license: License?
    /// The version of the document, not of OpenAPI.
    package var version: String
}

extension DocumentInfo: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Info Object"
        case title, description, termsOfService, contact, license, version
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        title = decoder.require(.title) ?? ""
        description = decoder.read(.description)
        termsOfService = decoder.address(.termsOfService)
        contact = decoder.read(.contact)
        license = decoder.read(.license)
        version = decoder.require(.version) ?? ""
    }
}
