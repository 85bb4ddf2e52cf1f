package import SpecDiagnostics

/// A Discriminator Object (OpenAPI 3.0.3, §4.7.25).
package struct Discriminator: Sendable {
    package var location: SourceLocation
    package var propertyName: Located<String>
    /// Values of the property to schema names or references.
    package var mapping: NamedValues<String>
}

extension Discriminator: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Discriminator Object"
        case propertyName, mapping
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        mapping = decoder.named(.mapping)
        guard let propertyName: Located<String> = decoder.require(.propertyName) else { return nil }
        self.propertyName = propertyName
    }
}
