package import SpecDiagnostics
package import SpecTree

/// A Schema Object in the form of OpenAPI 3.1 (3.1.1, §4.8.24), which is that of JSON Schema 2020-12. A `$ref` with
/// other keywords beside it is the first element of `allOf`: both apply (JSON Schema Core 2020-12, §8.2.3.1).
package struct Schema: Sendable {
    package var location: SourceLocation
    package var title: String?
    package var description: String?
    /// Whether it is `false`, which allows no value.
    package var isNever: Bool
    /// The words of `type`: one in 3.0, and `null` where `nullable` is true, as 3.1 writes it, even without a `type`.
    /// They are not checked here, because pages use words of their own.
    package var types: [Located<String>]
    package var format: Located<String>?
    /// The values of `enum`; `const` is an `enum` of one value (JSON Schema Validation 2020-12, §6.1.3).
    package var enumValues: [JSONNode]?
    package var defaultValue: JSONNode?
    /// The elements of `examples`, or the one of `example`.
    package var examples: [JSONNode]

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
    package var contentEncoding: Located<String>?
    package var contentMediaType: Located<String>?
    package var maxProperties: Int?
    package var minProperties: Int?

    package var required: [Located<String>]
    package var properties: NamedValues<ReferenceOr<Schema>>
    /// The schemas of members whose names match a pattern.
    package var patternProperties: NamedValues<ReferenceOr<Schema>>
    package var additionalProperties: AdditionalProperties?
    /// Like `additionalProperties`, for members that no part of the schema describes.
    package var unevaluatedProperties: AdditionalProperties?
    /// The schemas of the first elements.
    package var prefixItems: [ReferenceOr<Schema>]
    /// The schema of all other elements.
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

    /// A `$dynamicRef` whose target depends on the way to this schema.
    package var dynamicReference: Located<String>?
    /// The keywords that limit the value and are not followed, in the document's order.
    package var unfollowed: [String]

    /// Whether the value is personal or secret and must never be printed (`x-kurus-sensitive`).
    package var sensitive: Bool
    /// The values of `enum` that should no longer be used (`x-kurus-deprecated`).
    package var deprecatedValues: [String]

    /// The words of `type` except `null`; empty when any type is allowed.
    package var valueTypes: [Located<String>] {
        types.filter { $0.value != Self.nullWord }
    }

    /// Whether `null` is among the types, even without a `type`.
    package var isNullable: Bool {
        types.contains { $0.value == Self.nullWord }
    }

    private static let nullWord = "null"

    /// Makes a schema that allows everything.
    package init(at location: SourceLocation) {
        self.location = location
        isNever = false
        types = []
        examples = []
        uniqueItems = false
        required = []
        properties = NamedValues()
        patternProperties = NamedValues()
        prefixItems = []
        allOf = []
        oneOf = []
        anyOf = []
        readOnly = false
        writeOnly = false
        deprecated = false
        unfollowed = []
        sensitive = false
        deprecatedValues = []
    }

    package enum AdditionalProperties: Sendable {
        case allowed(Bool)
        case schema(ReferenceOr<Schema>)
    }
}

extension Schema: DocumentValue {
    static func decodeOrReference(
        _ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding
    ) -> ReferenceOr<Schema>? {
        SchemaTree.decode(node, at: place, decoding)
    }

    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Schema? {
        guard case .object(let schema) = SchemaTree.decode(node, at: place, decoding) else { return nil }
        return schema
    }

    /// Reads all fields except those that hold schemas.
    init(withoutSchemas decoder: inout ObjectDecoder<Field>) {
        self.init(at: decoder.location)
        readAnnotations(&decoder)
        readTypes(&decoder)
        readNumberLimits(&decoder)
        readSizeLimits(&decoder)
        readValues(&decoder)
        readIdentifiers(&decoder)
        checkUnfollowed(&decoder)
        unfollowed = decoder.presentFields.filter { $0.isCondition && $0.consequence != nil }.map(\.rawValue)
    }

    private mutating func readAnnotations(_ decoder: inout ObjectDecoder<Field>) {
        title = decoder.read(.title)
        description = decoder.read(.description)
        readOnly = decoder.read(.readOnly) ?? false
        writeOnly = decoder.read(.writeOnly) ?? false
        deprecated = decoder.read(.deprecated) ?? false
        discriminator = decoder.read(.discriminator)
        xml = decoder.read(.xml)
        externalDocs = decoder.read(.externalDocs)
        sensitive = decoder.read(.sensitive) ?? false
        _ = decoder.read(.comment, as: String.self)
    }

    private mutating func readTypes(_ decoder: inout ObjectDecoder<Field>) {
        types = decoder.typeWords()
        format = decoder.read(.format)
        contentEncoding = decoder.contentEncoding()
        contentMediaType = decoder.read(.contentMediaType)
        if let nullable: Located<Bool> = decoder.read(.nullable), nullable.value, !isNullable {
            types.append(Located(Self.nullWord, at: nullable.location))
        }
    }

    private mutating func readNumberLimits(_ decoder: inout ObjectDecoder<Field>) {
        multipleOf = decoder.number(.multipleOf)
        maximum = decoder.number(.maximum)
        exclusiveMaximum = decoder.exclusiveLimit(.exclusiveMaximum, of: &maximum, .maximum)
        minimum = decoder.number(.minimum)
        exclusiveMinimum = decoder.exclusiveLimit(.exclusiveMinimum, of: &minimum, .minimum)
    }

    private mutating func readSizeLimits(_ decoder: inout ObjectDecoder<Field>) {
        maxLength = decoder.count(.maxLength)
        minLength = decoder.count(.minLength)
        pattern = decoder.read(.pattern)
        if pattern?.isEmpty == true {
            decoder.warn(.pattern, "`pattern` is empty, which allows everything; it is ignored")
            pattern = nil
        }
        maxItems = decoder.count(.maxItems)
        minItems = decoder.count(.minItems)
        uniqueItems = decoder.read(.uniqueItems) ?? false
        maxProperties = decoder.count(.maxProperties)
        minProperties = decoder.count(.minProperties)
        required = decoder.requiredNames()
    }

    private mutating func readValues(_ decoder: inout ObjectDecoder<Field>) {
        enumValues = decoder.allowedValues()
        defaultValue = decoder.node(.default)
        examples = decoder.examples()
        deprecatedValues = decoder.deprecatedValues(among: enumValues ?? [])
        check(&decoder)
    }
}

// Warnings about breaches of the specification that leave a schema usable.
extension Schema {
    func check(_ decoder: inout ObjectDecoder<Field>) {
        checkValues(&decoder)
        if readOnly, writeOnly {
            decoder.warn(.writeOnly, "a schema is `readOnly` or `writeOnly`, never both")
        }
        if let multipleOf, !multipleOf.isPositiveNumber {
            decoder.warn(.multipleOf, "`multipleOf` is \(multipleOf), and must be greater than 0")
        }
    }

    /// Checks `enum` and the values that should be in it.
    private func checkValues(_ decoder: inout ObjectDecoder<Field>) {
        guard let enumValues else { return }
        if enumValues.isEmpty {
            decoder.warn(.enum, "`enum` is empty; it should have one element at least")
            return
        }
        let list = decoder.member(.const) == nil ? "one of the values of `enum`" : "the value of `const`"
        let checked = [("default", defaultValue)] + examples.map { ("example", $0) }
        for case (let word, let node?) in checked where node.isScalar {
            guard !enumValues.contains(where: node.hasSameContent) else { continue }
            if case .null = node.content, isNullable { continue }
            decoder.decoding.warn("`\(word)` is not \(list)", at: node.location)
        }
    }
}

extension JSONNode {
    /// Whether the value is neither array nor object, so that comparing it needs no recursion.
    fileprivate var isScalar: Bool {
        switch content {
        case .array, .object: false
        case .null, .boolean, .number, .string: true
        }
    }
}

extension String {
    /// Whether a number's text is greater than 0: no minus, and a digit other than 0 before the exponent.
    fileprivate var isPositiveNumber: Bool {
        !hasPrefix("-") && prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
    }
}
