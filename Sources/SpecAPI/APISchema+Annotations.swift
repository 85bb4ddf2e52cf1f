import SpecDiagnostics
import SpecDocument

extension APISchema {
    mutating func annotate(from reference: Reference) {
        description = reference.description ?? description
        title = reference.title ?? title
        nullable = nullable || reference.nullable
        deprecated = deprecated || reference.deprecated
        readOnly = readOnly || reference.readOnly
        writeOnly = writeOnly || reference.writeOnly
        sensitive = sensitive || reference.sensitive
    }

    mutating func annotate(from schema: Schema) {
        description = schema.description ?? description
        title = schema.title ?? title
        defaultValue = schema.defaultValue ?? defaultValue
        deprecated = deprecated || schema.deprecated
        readOnly = readOnly || schema.readOnly
        writeOnly = writeOnly || schema.writeOnly
        sensitive = sensitive || schema.sensitive
        constraints.narrow(by: SchemaConstraints(schema))
    }
}

extension SchemaConstraints {
    init(_ schema: Schema) {
        self.init(
            minimum: schema.minimum, exclusiveMinimum: schema.exclusiveMinimum, maximum: schema.maximum,
            exclusiveMaximum: schema.exclusiveMaximum, multipleOf: schema.multipleOf, minLength: schema.minLength,
            maxLength: schema.maxLength, pattern: schema.pattern, format: schema.format?.value,
            minItems: schema.minItems, maxItems: schema.maxItems, uniqueItems: schema.uniqueItems,
            minProperties: schema.minProperties, maxProperties: schema.maxProperties, hasNegation: schema.not != nil)
    }

    /// Takes over what the other one says.
    mutating func narrow(by other: Self) {
        minimum = other.minimum ?? minimum
        exclusiveMinimum = other.exclusiveMinimum ?? exclusiveMinimum
        maximum = other.maximum ?? maximum
        exclusiveMaximum = other.exclusiveMaximum ?? exclusiveMaximum
        multipleOf = other.multipleOf ?? multipleOf
        minLength = other.minLength ?? minLength
        maxLength = other.maxLength ?? maxLength
        pattern = other.pattern ?? pattern
        format = other.format ?? format
        minItems = other.minItems ?? minItems
        maxItems = other.maxItems ?? maxItems
        uniqueItems = uniqueItems || other.uniqueItems
        minProperties = other.minProperties ?? minProperties
        maxProperties = other.maxProperties ?? maxProperties
        hasNegation = hasNegation || other.hasNegation
        allowedValues = other.allowedValues.isEmpty ? allowedValues : other.allowedValues
    }
}
