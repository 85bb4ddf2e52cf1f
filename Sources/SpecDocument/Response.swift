package import SpecDiagnostics

/// A Response Object (OpenAPI 3.0.3, §4.7.17).
package struct Response: Sendable {
    package var location: SourceLocation
    /// Empty when the document has none, which is a warning.
    package var description: String
    package var headers: NamedValues<ReferenceOr<Header>>
    /// Named by media type or media type range.
    package var content: NamedValues<MediaType>
    package var links: NamedValues<ReferenceOr<Link>>
}

extension Response: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Response Object"
        case description, headers, content, links
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        if decoder.member(.description) == nil {
            decoder.decoding.sloppy("the Response Object has no `description`, which is required", at: location)
        }
        description = decoder.read(.description) ?? ""
        headers = decoder.headers(.headers)
        content = decoder.mediaTypes(.content)
        links = decoder.named(.links)
    }
}
