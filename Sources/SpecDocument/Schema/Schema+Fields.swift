// The fields of a Schema Object, and the versions that have them.
extension Schema {
    /// The keywords of JSON Schema Core 2020-12, §8 and §10, of JSON Schema Validation 2020-12, and of OpenAPI.
    enum Field: String, ObjectField {
        static let objectName = "Schema Object"
        case dialect = "$schema"
        case identifier = "$id"
        case reference = "$ref"
        case anchor = "$anchor"
        case dynamicReference = "$dynamicRef"
        case dynamicAnchor = "$dynamicAnchor"
        case vocabulary = "$vocabulary"
        case comment = "$comment"
        case definitions = "$defs"
        case title, multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, pattern
        case maxItems, minItems, uniqueItems, maxContains, minContains, maxProperties, minProperties, required
        case dependentRequired, `const`, `enum`, type, allOf, oneOf, anyOf, not, `if`, then, `else`, dependentSchemas
        case prefixItems, items, contains, unevaluatedItems
        case properties, patternProperties, additionalProperties, propertyNames, unevaluatedProperties
        case contentEncoding, contentMediaType, contentSchema
        case description, format, `default`, nullable, discriminator, readOnly, writeOnly, xml, externalDocs, example
        case examples, deprecated
        case sensitive = "x-kurus-sensitive"
        case deprecatedValues = "x-kurus-deprecated"
    }
}

extension Schema.Field {
    var versions: VersionRange {
        switch self {
        case .dialect, .identifier, .reference, .anchor, .dynamicReference, .dynamicAnchor, .vocabulary, .comment,
            .definitions, .maxContains, .minContains, .dependentRequired, .const, .if, .then, .else, .dependentSchemas,
            .prefixItems, .contains, .unevaluatedItems, .patternProperties, .propertyNames, .unevaluatedProperties,
            .contentEncoding, .contentMediaType, .contentSchema, .examples:
            .since31
        case .nullable: .until30
        default: .all
        }
    }

    var treatment: FieldTreatment {
        switch self {
        case .dialect, .vocabulary, .comment, .example, .examples, .xml, .externalDocs: .read
        case .title, .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum, .maxLength, .minLength,
            .pattern, .maxItems, .minItems, .uniqueItems, .maxProperties, .minProperties, .not, .description, .default,
            .deprecated:
            .documented
        default: consequence == nil ? .generated : .warned
        }
    }

    var consequence: String? {
        switch self {
        case .maxContains, .minContains, .contains: "the elements are not counted"
        case .dependentRequired, .dependentSchemas: "which members need others is left to the caller"
        case .if, .then, .else: "the condition is left to the caller"
        case .unevaluatedItems: "further elements are read by `items`"
        case .propertyNames: "any name is accepted"
        case .contentSchema: "the content is a text"
        default: nil
        }
    }

    /// Whether the field limits the values, so that a comment about the value names it.
    var isCondition: Bool {
        self != .contentSchema && self != .maxContains && self != .minContains
    }
}
