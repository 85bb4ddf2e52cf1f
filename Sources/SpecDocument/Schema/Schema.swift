package import SpecDiagnostics
package import SpecTree

/// A Schema Object (OpenAPI 3.0.3, §4.7.24).
package struct Schema: Sendable {
    package var location: SourceLocation
    package var title: String?
    package var description: String?
    /// The words of `type`: one in 3.0, and `null` where `nullable` is true, as 3.1 writes it, even without a `type`.
    /// They are not checked here, because pages use words of their own.
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

extension Schema: DocumentValue {
    enum Field: String, ObjectField {
        static let objectName = "Schema Object"
        case title, multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, pattern
        case maxItems, minItems, uniqueItems, maxProperties, minProperties, required, `enum`
        case type, allOf, oneOf, anyOf, not, items, properties, additionalProperties, description, format, `default`
        case nullable, discriminator, readOnly, writeOnly, xml, externalDocs, example, deprecated
        case sensitive = "x-kurus-sensitive"
        case deprecatedValues = "x-kurus-deprecated"
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
    }

    private mutating func readTypes(_ decoder: inout ObjectDecoder<Field>) {
        types = decoder.typeWords()
        format = decoder.read(.format)
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
        enumValues = decoder.nodes(.enum)
        defaultValue = decoder.node(.default)
        example = decoder.node(.example)
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
        for (field, node) in [(Field.default, defaultValue), (.example, example)] {
            guard let node, node.isScalar, !enumValues.contains(where: node.hasSameContent) else { continue }
            if case .null = node.content, isNullable { continue }
            decoder.warn(field, "`\(field.rawValue)` is not one of the values of `enum`")
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
