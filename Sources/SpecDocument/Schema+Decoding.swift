import SpecDiagnostics
import SpecTree

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

    /// Reads all fields but those that hold schemas.
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
