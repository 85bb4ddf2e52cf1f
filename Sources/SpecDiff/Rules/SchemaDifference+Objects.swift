// Objects, arrays and what schemas say about themselves.
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
    static let readOnly = mutability("became-read-only", "became-not-read-only", "`readOnly`: answers alone have it")
    static let notReadOnly = mutability("became-not-read-only", "became-read-only", "no longer `readOnly`")
    static let writeOnly = mutability(
        "became-write-only", "became-not-write-only", "`writeOnly`: requests alone have it")
    static let notWriteOnly = mutability("became-not-write-only", "became-write-only", "no longer `writeOnly`")
    static let (sensitive, notSensitive) = mirrored(
        Self("became-sensitive", .nothing, "`x-kurus-sensitive`: masked in texts"),
        Self("became-not-sensitive", .nothing, "no longer masked in texts"), concern: .secrecy)

    private static func mutability(_ id: String, _ mirror: String, _ summary: String) -> Self {
        Self(id, .tells, mirror: mirror, summary).with { $0.variants = .presence }
    }
}
