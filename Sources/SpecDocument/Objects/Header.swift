package import SpecDiagnostics
package import SpecTree

/// A Header Object (OpenAPI 3.0.3, §4.7.21): a parameter without name and location.
package struct Header: Sendable {
    package var location: SourceLocation
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var allowEmptyValue: Bool
    /// The style, which can only be `simple`; nil when the document gives none.
    package var style: ParameterStyle?
    package var explode: Bool?
    package var allowReserved: Bool
    package var schema: ReferenceOr<Schema>?
    /// At most one entry; empty when there is a schema.
    package var content: NamedValues<MediaType>
    package var example: JSONNode?
    package var examples: NamedValues<ReferenceOr<Example>>

    package var effectiveExplode: Bool {
        explode ?? false
    }
}

extension Header: DocumentObject {
    enum Field: String, DescribedValueField {
        static let objectName = "Header Object"
        case description, required, deprecated, allowEmptyValue
        case style, explode, allowReserved, schema, example, examples, content

        var treatment: FieldTreatment {
            switch self {
            case .required, .explode, .schema: .generated
            default: .read
            }
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        required = decoder.read(.required) ?? false
        deprecated = decoder.read(.deprecated) ?? false
        allowEmptyValue = decoder.read(.allowEmptyValue) ?? false
        style = decoder.word(.style, of: ParameterStyle.allowed(in: .header))?.value
        explode = decoder.read(.explode)
        allowReserved = decoder.read(.allowReserved) ?? false
        schema = decoder.read(.schema)
        content = decoder.mediaTypes(.content)
        example = decoder.node(.example)
        examples = decoder.named(.examples)
        decoder.checkSchemaAndContent()
        decoder.checkExamples()
    }
}

extension ObjectDecoder {
    /// Reads headers by name. `Content-Type` is left out with a warning, as the specification requires (§4.7.15.1,
    /// §4.7.17.1): the media types already give it.
    mutating func headers(_ field: Field) -> NamedValues<ReferenceOr<Header>> {
        var headers: NamedValues<ReferenceOr<Header>> = named(field)
        headers.entries.removeAll { entry in
            guard entry.name.lowercased() == "content-type" else { return false }
            decoding.warn(
                "the header `\(entry.name)` is ignored: the media types of `content` already give it",
                at: entry.location
            )
            return true
        }
        return headers
    }
}

/// The fields with which a parameter and a header describe their value.
protocol DescribedValueField: ExamplesField {
    static var schema: Self { get }
    static var content: Self { get }
}

/// The fields of an object that has one example, or named ones.
protocol ExamplesField: ObjectField {
    static var example: Self { get }
    static var examples: Self { get }
}

extension ObjectDecoder where Field: ExamplesField {
    /// Checks that `example` and `examples` are not used together (§4.7.12.2, §4.7.14.1).
    mutating func checkExamples() {
        guard let example = member(.example), let examples = member(.examples) else { return }
        decoding.warn(
            "the \(Field.objectName) has `example` and `examples`; only one of them is allowed",
            at: examples.location, notes: [.init("`example` is here", at: example.location)])
    }
}

extension ObjectDecoder where Field: DescribedValueField {
    /// Checks that there is either a schema or a content with one media type (§4.7.12.2).
    mutating func checkSchemaAndContent() {
        switch (member(.schema), member(.content)) {
        case (let schema?, let content?):
            decoding.error(
                .invalidValue, "the \(Field.objectName) has `schema` and `content`; only one of them is allowed",
                at: content.location, notes: [.init("`schema` is here", at: schema.location)])
        case (nil, nil):
            decoding.error(
                .missingField, "the \(Field.objectName) has neither `schema` nor `content`; one of them is required",
                at: location)
        case (nil, let member?):
            if let count = member.value.members?.count, count != 1 {
                decoding.error(
                    .invalidValue, "`content` of the \(Field.objectName) has \(count) media types, and must have one",
                    at: member.value.location)
            }
        case (_?, nil): break
        }
    }
}
