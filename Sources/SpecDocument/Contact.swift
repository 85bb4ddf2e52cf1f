package import SpecDiagnostics

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
            decoder.sloppy(.email, "`email` of the Contact Object is no email address")
        }
    }
}
