package import SpecDiagnostics

/// An Info Object (OpenAPI 3.0.3, §4.7.2).
package struct DocumentInfo: Sendable {
    package var location: SourceLocation
    package var title: String
    package var summary: String?
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
        case title, summary, description, termsOfService, contact, license, version

        var versions: VersionRange { self == .summary ? .since31 : .all }

        var treatment: FieldTreatment {
            switch self {
            case .title, .summary, .description, .version: .documented
            case .termsOfService, .contact, .license: .read
            }
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        // Nothing depends on these: a client is generated without them.
        for field in [Field.title, .version] where decoder.member(field) == nil { decoder.warnMissing(field) }
        title = decoder.read(.title) ?? ""
        summary = decoder.read(.summary)
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

        var treatment: FieldTreatment { .read }
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
    /// An SPDX expression (OpenAPI 3.1.1, §4.8.4).
    package var identifier: String?
    package var url: String?
}

extension License: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "License Object"
        case name, identifier, url

        var versions: VersionRange { self == .identifier ? .since31 : .all }
        var treatment: FieldTreatment { .read }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        if decoder.member(.name) == nil { decoder.warnMissing(.name) }
        name = decoder.read(.name) ?? ""
        identifier = decoder.read(.identifier)
        url = decoder.address(.url)
        if identifier != nil, url != nil {
            decoder.warn(.url, "the License Object has `identifier` and `url`; only one of them is allowed")
        }
    }
}
