package import SpecDiagnostics
package import SpecTree

/// A Request Body Object (OpenAPI 3.0.3, §4.7.13).
package struct RequestBody: Sendable {
    package var location: SourceLocation
    package var description: String?
    /// The content by media type or media type range.
    package var content: NamedValues<MediaType>
    package var required: Bool
}

extension RequestBody: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Request Body Object"
        case description, content, required

        var treatment: FieldTreatment { self == .description ? .documented : .generated }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        content = decoder.hasRequired(.content) ? decoder.mediaTypes(.content) : NamedValues()
        required = decoder.read(.required) ?? false
    }
}

/// A Media Type Object (OpenAPI 3.0.3, §4.7.14).
package struct MediaType: Sendable {
    package var location: SourceLocation
    package var schema: ReferenceOr<Schema>?
    package var example: JSONNode?
    package var examples: NamedValues<ReferenceOr<Example>>
    /// The encodings by property of the schema.
    package var encoding: NamedValues<Encoding>
}

extension ObjectDecoder {
    /// Reads media types by name; a name without a slash (RFC 9110, §8.3.1) is a warning.
    mutating func mediaTypes(_ field: Field) -> NamedValues<MediaType> {
        let mediaTypes: NamedValues<MediaType> = named(field)
        for entry in mediaTypes.entries where !entry.name.contains("/") {
            decoding.warn(
                "`\(entry.name)` is not a media type, which has the form `type/subtype`", at: entry.location)
        }
        return mediaTypes
    }
}

extension MediaType: DocumentObject {
    enum Field: String, ExamplesField {
        static let objectName = "Media Type Object"
        case schema, example, examples, encoding, itemSchema, prefixEncoding, itemEncoding

        var versions: VersionRange { consequence == nil ? .all : .since32 }

        var treatment: FieldTreatment {
            switch self {
            case .schema, .encoding: .generated
            case .example, .examples: .read
            case .itemSchema, .prefixEncoding, .itemEncoding: .warned
            }
        }

        var consequence: String? {
            switch self {
            case .itemSchema: "the content is read as a whole"
            case .prefixEncoding, .itemEncoding: "parts are written by the default of their type"
            default: nil
            }
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        schema = decoder.read(.schema)
        example = decoder.node(.example)
        examples = decoder.named(.examples)
        encoding = decoder.named(.encoding)
        decoder.checkExamples()
    }
}

/// An Encoding Object (OpenAPI 3.0.3, §4.7.15).
package struct Encoding: Sendable {
    package var location: SourceLocation
    package var contentType: String?
    package var headers: NamedValues<ReferenceOr<Header>>
    /// A style of query parameters; nil when the document gives none.
    package var style: ParameterStyle?
    package var explode: Bool?
    package var allowReserved: Bool
}

extension Encoding: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Encoding Object"
        case contentType, headers, style, explode, allowReserved, encoding, prefixEncoding, itemEncoding

        var versions: VersionRange { consequence == nil ? .all : .since32 }

        var treatment: FieldTreatment { self == .headers || consequence != nil ? .warned : .generated }

        var consequence: String? {
            switch self {
            case .encoding, .prefixEncoding, .itemEncoding: "parts inside of a part are written by their type's default"
            default: nil
            }
        }
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
