package import SpecDiagnostics
package import SpecTree

/// A Schema Object (OpenAPI 3.0.3, §4.7.24).
package struct Schema: Sendable {
    package var location: SourceLocation
    package var title: String?
    package var description: String?
    /// The words of `type`, one in 3.0; `nullable: true` adds `null`, as 3.1 writes it, also where there is no `type`.
    /// Not checked here: pages use words of their own.
    package var types: [Located<String>]
    package var format: Located<String>?
    package var enumValues: [JSONNode]?
    package var defaultValue: JSONNode?
    package var example: JSONNode?

    package var multipleOf: String?
    package var maximum: String?
    /// A number, as in 3.1; a boolean of 3.0 moves the number of `maximum` here.
    package var exclusiveMaximum: String?
    package var minimum: String?
    package var exclusiveMinimum: String?
    package var maxLength: Int?
    package var minLength: Int?
    package var pattern: String?
    package var maxItems: Int?
    package var minItems: Int?
    package var uniqueItems: Bool
    package var maxProperties: Int?
    package var minProperties: Int?

    package var required: [Located<String>]
    package var properties: NamedValues<ReferenceOr<Schema>>
    package var additionalProperties: AdditionalProperties?
    package var items: ReferenceOr<Schema>?
    package var allOf: [ReferenceOr<Schema>]
    package var oneOf: [ReferenceOr<Schema>]
    package var anyOf: [ReferenceOr<Schema>]
    package var not: ReferenceOr<Schema>?
    package var discriminator: Discriminator?

    package var readOnly: Bool
    package var writeOnly: Bool
    package var deprecated: Bool
    package var xml: XMLObject?
    package var externalDocs: ExternalDocumentation?

    /// `x-kurus-sensitive`: the value is a person's or a secret, and never printed.
    package var sensitive: Bool
    /// `x-kurus-deprecated`: the values of `enum` that should not be used any more.
    package var deprecatedValues: [String]

    /// The words of `type` but `null`; none when any type is allowed.
    package var valueTypes: [Located<String>] {
        types.filter { $0.value != Self.nullWord }
    }

    /// Whether `null` is among the types: `nullable: true`, also without a `type`.
    package var isNullable: Bool {
        types.contains { $0.value == Self.nullWord }
    }

    static let nullWord = "null"

    /// A schema that allows everything.
    package init(at location: SourceLocation) {
        self.location = location
        types = []
        uniqueItems = false
        required = []
        properties = NamedValues()
        allOf = []
        oneOf = []
        anyOf = []
        readOnly = false
        writeOnly = false
        deprecated = false
        sensitive = false
        deprecatedValues = []
    }

    package enum AdditionalProperties: Sendable {
        case allowed(Bool)
        case schema(ReferenceOr<Schema>)
    }
}
