package import SpecDiagnostics

/// An Encoding Object (OpenAPI 3.0.3, §4.7.15).
package struct Encoding: Sendable {
    package var location: SourceLocation
    package var contentType: String?
    package var headers: NamedValues<ReferenceOr<Header>>
    /// A style of query parameters; nil when the document does not say.
    package var style: ParameterStyle?
    package var explode: Bool?
    package var allowReserved: Bool
}

extension Encoding: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Encoding Object"
        case contentType, headers, style, explode, allowReserved
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        contentType = decoder.read(.contentType)
        headers = decoder.headers(.headers)
        style = decoder.word(.style, of: ParameterStyle.allowed(in: .query))?.value
        explode = decoder.read(.explode)
        allowReserved = decoder.read(.allowReserved) ?? false
    }
}
