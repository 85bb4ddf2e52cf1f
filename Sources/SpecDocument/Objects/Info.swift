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
        // Nothing depends on these: a client is generated without them.
        for field in [Field.title, .version] where decoder.member(field) == nil { decoder.warnMissing(field) }
        title = decoder.read(.title) ?? ""
        description = decoder.read(.description)
        termsOfService = decoder.address(.termsOfService)
        contact = decoder.read(.contact)
        license = decoder.read(.license)
        version = decoder.read(.version) ?? ""
    }
}

/// A Contact Object (OpenAPI 3.0.3, §4.7.3).
package struct Contact: Sendable {
    package var location: SourceLocation
    package var name: String?
    package var url: String?
    package var email: String?
}

extension Contact: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Contact Object"
        case name, url, email
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        name = decoder.read(.name)
        url = decoder.address(.url)
        email = decoder.read(.email)
        if let email, !email.contains("@") {
            decoder.warn(.email, "`email` of the Contact Object is not an email address")
        }
    }
}

/// A License Object (OpenAPI 3.0.3, §4.7.4).
package struct License: Sendable {
    package var location: SourceLocation
    package var name: String
    package var url: String?
}

extension License: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "License Object"
        case name, url
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        if decoder.member(.name) == nil { decoder.warnMissing(.name) }
        name = decoder.read(.name) ?? ""
        url = decoder.address(.url)
    }
}
