package import SpecDiagnostics
package import SpecTree

/// A Media Type Object (OpenAPI 3.0.3, §4.7.14).
package struct MediaType: Sendable {
    package var location: SourceLocation
    package var schema: ReferenceOr<Schema>?
    package var example: JSONNode?
    package var examples: NamedValues<ReferenceOr<Example>>
    /// Named by property of the schema.
    package var encoding: NamedValues<Encoding>
}

extension ObjectDecoder {
    /// Media types by name. A name without a slash (RFC 9110, §8.3.1) is a warning.
    mutating func mediaTypes(_ field: Field) -> NamedValues<MediaType> {
        let mediaTypes: NamedValues<MediaType> = named(field)
        for entry in mediaTypes.entries where !entry.name.contains("/") {
            decoding.sloppy(
                "`\(entry.name)` is no media type, which has the form `type/subtype`", at: entry.location)
        }
        return mediaTypes
    }
}

extension MediaType: DocumentObject {
    enum Field: String, ExamplesField {
        static let objectName = "Media Type Object"
        case schema, example, examples, encoding
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
