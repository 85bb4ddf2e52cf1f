// `type`, `format` and `nullable`.
extension SchemaDifference {
    static let types: [Self] = [
        typeChanged, typeGeneralized, typeSpecialized, typeDeclared, listOfTypesWidened, listOfTypesNarrowed,
        numberFormChanged,
        displayFormatChanged, becameNullable, becameNotNullable, schemaAdded, schemaRemoved,
    ]

    static let typeChanged = Self(
        "type-changed", .replaces, concern: .type, "`type` or `format`: other values than before"
    )
    .with { $0.levels[.requestParameterProperty] = .warning }
    static let (typeGeneralized, typeSpecialized) = mirrored(
        Self(
            "type-generalized", .widens,
            "`type` or `format`: all values of before, and others (`integer` to `number`, `int32` to `int64`)"),
        Self("type-specialized", .narrows, "`type` or `format`: some of the values of before (`number` to `integer`)")
            .with { $0.uses.subtract([.requestBody, .requestProperty, .requestParameter]) }, concern: .type)
    static let typeDeclared = Self(
        "type-declared", .narrows, mirror: "type-changed", concern: .type, "a type where any was allowed"
    ).with { $0.uses.subtract([.requestBody, .requestProperty, .requestParameter, .requestParameterProperty]) }
    static let (listOfTypesWidened, listOfTypesNarrowed) = mirrored(
        Self("list-of-types-widened", .widens, "`oneOf` or `anyOf` of nothing but types: further types are allowed"),
        Self(
            "list-of-types-narrowed", .narrows,
            "`oneOf` or `anyOf` of nothing but types: some types are no longer allowed"))
    static let numberFormChanged = Self(
        "number-form-changed", .nothing, "a number became a decimal or the reverse: the same on the wire")
    static let displayFormatChanged = Self(
        "display-format-changed", .nothing,
        "`format: password`, which only affects how a text is shown, was added or removed")
    static let (becameNullable, becameNotNullable) = mirrored(
        Self("became-nullable", .widens, "null is allowed"),
        Self("became-not-nullable", .narrows, "null is no longer allowed"), concern: .presence)
    static let (schemaAdded, schemaRemoved) = mirrored(
        Self("schema-added", .narrows, "a schema where anything was allowed"),
        Self("schema-removed", .widens, "no schema any more: anything is allowed"))
}

// `enum`, `const`, `default` and `pattern`.
extension SchemaDifference {
    static let values: [Self] = [
        enumValueAdded, enumValueRemoved, becameEnum, becameNotEnum, constAdded, constRemoved, constChanged,
        defaultAdded, defaultRemoved, defaultChanged, patternAdded, patternRemoved, patternChanged,
    ]

    static let (enumValueAdded, enumValueRemoved) = mirrored(
        Self(
            "enum-value-added", .widens,
            "another value of an enumeration; enumerations are open here, so a response may have it (oasdiff warns)"
        ).with { $0.response = .info },
        Self("enum-value-removed", .narrows, "a value of an enumeration is gone"), concern: .values)
    static let (becameEnum, becameNotEnum) = mirrored(
        Self("became-enum", .narrows, "the values are listed now"),
        Self("became-not-enum", .widens, "the values are no longer listed").with { $0.response = .warning },
        concern: .type)
    static let (constAdded, constRemoved) = mirrored(
        Self("const-added", .narrows, "`const`: one value is allowed"),
        Self("const-removed", .widens, "no `const` any more: other values are allowed"))
    static let constChanged = Self("const-changed", .replaces, "`const`: another value is the only one")
    static let defaultAdded = `default`("added", mirror: "removed", "a default, where there was none")
    static let defaultRemoved = `default`("removed", mirror: "added", "no default any more")
    static let defaultChanged = `default`("changed", mirror: "changed", "another default")
    static let (patternAdded, patternRemoved) = mirrored(
        Self("pattern-added", .narrows, "a pattern, where there was none"),
        Self("pattern-removed", .widens, "no pattern any more"), concern: .unseen)
    static let patternChanged = Self("pattern-changed", .unknown, concern: .unseen, "another pattern")

    private static func `default`(_ word: String, mirror: String, _ summary: String) -> Self {
        Self("default-value-\(word)", .tells, mirror: "default-value-\(mirror)", summary).with {
            $0.levels[.requestParameter] = .breaking
            $0.variants = .requiredParameter
        }
    }
}

// Objects, arrays and annotations.
extension SchemaDifference {
    static let objects: [Self] = [
        becameRequired, becameRequiredWithDefault, becameOptional, requiredNameAdded, requiredNameRemoved,
        additionalAllowed, additionalForbidden, additionalSchemaAdded, additionalSchemaRemoved, itemsAdded,
        itemsRemoved, alternativesWidened, alternativesNarrowed, alternativesChanged,
    ]

    static let annotations: [Self] = [
        deprecated, reactivated, readOnly, notReadOnly, writeOnly, notWriteOnly, sensitive, notSensitive,
    ]

    private static let inner = Set(SchemaUse.allCases.filter(\.isInner))

    static let (becameRequired, becameOptional) = mirrored(
        Self("became-required", .narrows, "a property is always there").with { $0.uses = inner },
        Self("became-optional", .widens, "a property may be missing").with { $0.uses = inner }, concern: .presence)
    static let becameRequiredWithDefault = Self(
        "became-required-with-default", .narrows, mirror: "became-optional", concern: .presence,
        "a property is always there, though it has a default"
    ).with { $0.uses = inner }
    static let (requiredNameAdded, requiredNameRemoved) = mirrored(
        Self(
            "required-name-added", .narrows,
            "`required` has another name; the property stands in another schema, or nowhere"),
        Self(
            "required-name-removed", .widens,
            "`required` lost a name; the property stands in another schema, or nowhere"))
    static let (additionalAllowed, additionalForbidden) = mirrored(
        Self(
            "additional-properties-added", .widens,
            "properties without a schema of their own are allowed; readers skip what they do not know"
        ).with { $0.response = .info },
        Self(
            "additional-properties-removed", .narrows,
            "`additionalProperties: false`: properties without a schema of their own are forbidden"))
    static let (additionalSchemaAdded, additionalSchemaRemoved) = mirrored(
        Self(
            "additional-properties-schema-added", .narrows,
            "a schema for additional properties, where anything was allowed"),
        Self(
            "additional-properties-schema-removed", .widens,
            "no schema for additional properties any more: anything is allowed"))
    static let (itemsAdded, itemsRemoved) = mirrored(
        Self("items-added", .narrows, "a schema for elements, where anything was allowed"),
        Self("items-removed", .widens, "no schema for elements any more: anything is allowed"))
    static let (alternativesWidened, alternativesNarrowed) = mirrored(
        Self(
            "required-alternatives-widened", .widens,
            "`anyOf` or `oneOf` of nothing but `required`: more sets of properties are enough"),
        Self(
            "required-alternatives-narrowed", .narrows,
            "`anyOf` or `oneOf` of nothing but `required`: fewer sets of properties are enough"))
    static let alternativesChanged = Self(
        "required-alternatives-changed", .replaces,
        "`anyOf` or `oneOf` of nothing but `required`: other sets of properties are enough")

    static let (deprecated, reactivated) = mirrored(
        Self("deprecated", .tells, "`deprecated`"),
        Self("reactivated", .tells, "no longer `deprecated`"), concern: .unseen)
    static let readOnly = mutability("became-read-only", "became-not-read-only", "`readOnly`: only responses have it")
    static let notReadOnly = mutability("became-not-read-only", "became-read-only", "no longer `readOnly`")
    static let writeOnly = mutability(
        "became-write-only", "became-not-write-only", "`writeOnly`: only requests have it")
    static let notWriteOnly = mutability("became-not-write-only", "became-write-only", "no longer `writeOnly`")
    static let (sensitive, notSensitive) = mirrored(
        Self("became-sensitive", .nothing, "`x-kurus-sensitive`: masked in texts"),
        Self("became-not-sensitive", .nothing, "no longer masked in texts"), concern: .secrecy)

    private static func mutability(_ id: String, _ mirror: String, _ summary: String) -> Self {
        Self(id, .tells, mirror: mirror, summary).with { $0.variants = .presence }
    }
}

// `allOf`, `oneOf`, `anyOf`, `not` and `discriminator`.
extension SchemaDifference {
    static let compositions: [Self] = [
        allOfAdded, allOfRemoved, allOfAnnotationAdded, allOfAnnotationRemoved, oneOfAdded, oneOfRemoved, anyOfAdded,
        anyOfRemoved, unionAdded, unionRemoved, unionKindChanged, notAdded, notRemoved, notChanged, discriminatorAdded,
        discriminatorRemoved, discriminatorPropertyChanged, discriminatorMappingAdded, discriminatorMappingRemoved,
        discriminatorMappingChanged,
    ]

    static let (allOfAdded, allOfRemoved) = mirrored(
        Self("all-of-added", .narrows, "`allOf` has another part, which values have to fit"),
        Self("all-of-removed", .widens, "`allOf` lost a part, whose properties are no longer described").with {
            $0.request = .warning
            $0.response = .info
        })
    static let (allOfAnnotationAdded, allOfAnnotationRemoved) = mirrored(
        Self("all-of-added-annotation-only", .tells, "`allOf` has another part, which only describes"),
        Self("all-of-removed-annotation-only", .tells, "`allOf` lost a part that only described"))
    static let (oneOfAdded, oneOfRemoved) = mirrored(
        Self("one-of-added", .widens, "`oneOf` has another alternative"),
        Self("one-of-removed", .narrows, "`oneOf` lost an alternative"))
    static let (anyOfAdded, anyOfRemoved) = mirrored(
        Self("any-of-added", .widens, "`anyOf` has another alternative").with { $0.response = .info },
        Self("any-of-removed", .narrows, "`anyOf` lost an alternative"))
    static let (unionAdded, unionRemoved) = mirrored(
        Self("union-added", .narrows, "`oneOf` or `anyOf`, where there was none"),
        Self("union-removed", .widens, "no `oneOf` or `anyOf` any more"))
    static let unionKindChanged = Self("union-kind-changed", .unknown, "`oneOf` became `anyOf` or the reverse")
    static let (notAdded, notRemoved) = mirrored(
        Self("not-added", .narrows, "`not`: some values are excluded"),
        Self("not-removed", .widens, "no `not` any more"))
    static let notChanged = Self("not-changed", .unknown, "`not`: other values are excluded")

    static let (discriminatorAdded, discriminatorRemoved) = mirrored(
        Self("discriminator-added", .tells, "a discriminator, where there was none"),
        Self("discriminator-removed", .tells, "no discriminator any more"))
    static let discriminatorPropertyChanged = Self(
        "discriminator-property-name-changed", .tells, "another property tells the alternatives apart")
    static let (discriminatorMappingAdded, discriminatorMappingRemoved) = mirrored(
        Self("discriminator-mapping-added", .tells, "`mapping` of a discriminator has another value"),
        Self("discriminator-mapping-deleted", .tells, "`mapping` of a discriminator lost a value"))
    static let discriminatorMappingChanged = Self(
        "discriminator-mapping-changed", .tells, "a value of `mapping` leads to another schema")
}
