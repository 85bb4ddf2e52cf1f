package import SpecDiagnostics
package import SpecTree

/// A Parameter Object (OpenAPI 3.0.3, §4.7.12).
package struct Parameter: Sendable {
    package var location: SourceLocation
    package var name: Located<String>
    /// The field `in`.
    package var place: ParameterLocation
    package var description: String?
    /// Always true for a path parameter.
    package var required: Bool
    package var deprecated: Bool
    package var allowEmptyValue: Bool
    /// A style that the location allows; nil when the document gives none.
    package var style: ParameterStyle?
    package var explode: Bool?
    package var allowReserved: Bool
    package var schema: ReferenceOr<Schema>?
    /// At most one entry; empty when there is a schema.
    package var content: NamedValues<MediaType>
    package var example: JSONNode?
    package var examples: NamedValues<ReferenceOr<Example>>

    package var effectiveStyle: ParameterStyle {
        style ?? .standard(in: place)
    }

    package var effectiveExplode: Bool {
        explode ?? effectiveStyle.explodesByDefault
    }
}

extension Parameter: DocumentObject {
    enum Field: String, DescribedValueField {
        static let objectName = "Parameter Object"
        case name, `in`, description, required, deprecated, allowEmptyValue
        case style, explode, allowReserved, schema, example, examples, content

        var treatment: FieldTreatment {
            switch self {
            case .description, .deprecated: .documented
            case .allowEmptyValue, .example, .examples: .read
            default: .generated
            }
        }
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        deprecated = decoder.read(.deprecated) ?? false
        allowEmptyValue = decoder.read(.allowEmptyValue) ?? false
        explode = decoder.read(.explode)
        allowReserved = decoder.read(.allowReserved) ?? false
        schema = decoder.read(.schema)
        content = decoder.mediaTypes(.content)
        example = decoder.node(.example)
        examples = decoder.named(.examples)
        required = decoder.read(.required) ?? false
        decoder.checkSchemaAndContent()
        decoder.checkExamples()
        let name: Located<String>? = decoder.require(.name)
        let place = decoder.requireWord(.in, of: ParameterLocation.allCases)
        style = decoder.word(.style, of: place.map(ParameterStyle.allowed) ?? ParameterStyle.allCases)?.value
        guard let name, let place else { return nil }
        self.name = name
        self.place = place
        checkPlace(&decoder)
    }

    /// Checks the location: path parameters are always required (§4.7.12.2); two fields are only for queries.
    private mutating func checkPlace(_ decoder: inout ObjectDecoder<Field>) {
        if place == .path, !required {
            decoder.warn(.required, "the path parameter `\(name.value)` must have `required: true`")
            required = true
        }
        if place != .query, allowEmptyValue {
            decoder.warn(
                .allowEmptyValue, "`allowEmptyValue` is only for query parameters, and `\(name.value)` is not one")
        }
        if place != .query, allowReserved {
            decoder.warn(.allowReserved, "`allowReserved` is only for query parameters, and `\(name.value)` is not one")
        }
    }
}

/// The location of a parameter in a request (OpenAPI 3.0.3, §4.7.12.1).
package enum ParameterLocation: String, CaseIterable, Sendable {
    case query, header, path, cookie
}

/// The notation of a value in a request (OpenAPI 3.0.3, §4.7.12.3, "Style Values").
package enum ParameterStyle: String, CaseIterable, Sendable {
    case matrix, label, form, simple, spaceDelimited, pipeDelimited, deepObject

    /// Returns the styles that the specification's table allows at a location.
    package static func allowed(in place: ParameterLocation) -> [ParameterStyle] {
        switch place {
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .path: [.simple, .label, .matrix]
        case .cookie: [.form]
        }
    }

    /// Returns the default style (§4.7.12.2).
    package static func standard(in place: ParameterLocation) -> ParameterStyle {
        switch place {
        case .query, .cookie: .form
        case .header, .path: .simple
        }
    }

    /// The default of `explode` (§4.7.12.2).
    package var explodesByDefault: Bool {
        self == .form
    }
}
