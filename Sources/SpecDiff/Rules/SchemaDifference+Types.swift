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
        "display-format-changed", .nothing, "`format: password`, which says how a text is shown, came or went")
    static let (becameNullable, becameNotNullable) = mirrored(
        Self("became-nullable", .widens, "null is allowed"),
        Self("became-not-nullable", .narrows, "null is no longer allowed"), concern: .presence)
    static let (schemaAdded, schemaRemoved) = mirrored(
        Self("schema-added", .narrows, "a schema where anything was allowed"),
        Self("schema-removed", .widens, "no schema any more: anything is allowed"))
}
