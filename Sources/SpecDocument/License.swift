package import SpecDiagnostics

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
        name = decoder.require(.name) ?? ""
        url = decoder.address(.url)
    }
}
