// What a value is: `type`, `format`, `nullable`.
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
    static let typeGeneralized = Self(
        "type-generalized", .widens, mirror: "type-specialized", concern: .type,
        "`type` or `format`: all values of before, and others (`integer` to `number`, `int32` to `int64`)")
    static let typeSpecialized = Self(
        "type-specialized", .narrows, mirror: "type-generalized", concern: .type,
        "`type` or `format`: some of the values of before (`number` to `integer`)"
    ).with { $0.uses.subtract([.requestBody, .requestProperty, .requestParameter]) }
    static let typeDeclared = Self(
        "type-declared", .narrows, mirror: "type-changed", concern: .type, "a type where any was allowed"
    ).with { $0.uses.subtract([.requestBody, .requestProperty, .requestParameter, .requestParameterProperty]) }
    static let listOfTypesWidened = Self(
        "list-of-types-widened", .widens, mirror: "list-of-types-narrowed",
        "`oneOf` or `anyOf` of nothing but types: further types are allowed")
    static let listOfTypesNarrowed = Self(
        "list-of-types-narrowed", .narrows, mirror: "list-of-types-widened",
        "`oneOf` or `anyOf` of nothing but types: some types are no longer allowed")
    static let numberFormChanged = Self(
        "number-form-changed", .nothing, "a number became a decimal or the reverse: the same on the wire")
    static let displayFormatChanged = Self(
        "display-format-changed", .nothing, "`format: password`, which says how a text is shown, came or went")
    static let becameNullable = Self(
        "became-nullable", .widens, mirror: "became-not-nullable", concern: .presence, "null is allowed")
    static let becameNotNullable = Self(
        "became-not-nullable", .narrows, mirror: "became-nullable", concern: .presence, "null is no longer allowed")
    static let schemaAdded = Self(
        "schema-added", .narrows, mirror: "schema-removed", "a schema where anything was allowed")
    static let schemaRemoved = Self(
        "schema-removed", .widens, mirror: "schema-added", "no schema any more: anything is allowed")
}
