package import SpecDiagnostics

/// A Request Body Object (OpenAPI 3.0.3, §4.7.13).
package struct RequestBody: Sendable {
    package var location: SourceLocation
    package var description: String?
    /// Named by media type or media type range.
    package var content: NamedValues<MediaType>
    package var required: Bool
}

extension RequestBody: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Request Body Object"
        case description, content, required
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        content = decoder.hasRequired(.content) ? decoder.mediaTypes(.content) : NamedValues()
        required = decoder.read(.required) ?? false
    }
}
