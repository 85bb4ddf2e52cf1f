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

    static let becameRequired = Self(
        "became-required", .narrows, mirror: "became-optional", concern: .presence, "a property is always there"
    ).with { $0.uses = inner }
    static let becameRequiredWithDefault = Self(
        "became-required-with-default", .narrows, mirror: "became-optional", concern: .presence,
        "a property is always there, though it has a default"
    ).with { $0.uses = inner }
    static let becameOptional = Self(
        "became-optional", .widens, mirror: "became-required", concern: .presence, "a property may be missing"
    ).with { $0.uses = inner }
    static let requiredNameAdded = Self(
        "required-name-added", .narrows, mirror: "required-name-removed",
        "`required` has another name; the property stands in another schema, or nowhere")
    static let requiredNameRemoved = Self(
        "required-name-removed", .widens, mirror: "required-name-added",
        "`required` lost a name; the property stands in another schema, or nowhere")
    static let additionalAllowed = Self(
        "additional-properties-added", .widens, mirror: "additional-properties-removed",
        "properties without a schema of their own are allowed; readers skip what they do not know"
    ).with { $0.response = .info }
    static let additionalForbidden = Self(
        "additional-properties-removed", .narrows, mirror: "additional-properties-added",
        "`additionalProperties: false`: properties without a schema of their own are forbidden")
    static let additionalSchemaAdded = Self(
        "additional-properties-schema-added", .narrows, mirror: "additional-properties-schema-removed",
        "a schema for additional properties, where anything was allowed")
    static let additionalSchemaRemoved = Self(
        "additional-properties-schema-removed", .widens, mirror: "additional-properties-schema-added",
        "no schema for additional properties any more: anything is allowed")
    static let itemsAdded = Self(
        "items-added", .narrows, mirror: "items-removed", "a schema for elements, where anything was allowed")
    static let itemsRemoved = Self(
        "items-removed", .widens, mirror: "items-added", "no schema for elements any more: anything is allowed")
    static let alternativesWidened = Self(
        "required-alternatives-widened", .widens, mirror: "required-alternatives-narrowed",
        "`anyOf` or `oneOf` of nothing but `required`: more sets of properties are enough")
    static let alternativesNarrowed = Self(
        "required-alternatives-narrowed", .narrows, mirror: "required-alternatives-widened",
        "`anyOf` or `oneOf` of nothing but `required`: fewer sets of properties are enough")
    static let alternativesChanged = Self(
        "required-alternatives-changed", .replaces,
        "`anyOf` or `oneOf` of nothing but `required`: other sets of properties are enough")

    static let deprecated = Self("deprecated", .tells, mirror: "reactivated", concern: .unseen, "`deprecated`")
    static let reactivated = Self(
        "reactivated", .tells, mirror: "deprecated", concern: .unseen, "no longer `deprecated`")
    static let readOnly = mutability("became-read-only", "became-not-read-only", "`readOnly`: answers alone have it")
    static let notReadOnly = mutability("became-not-read-only", "became-read-only", "no longer `readOnly`")
    static let writeOnly = mutability(
        "became-write-only", "became-not-write-only", "`writeOnly`: requests alone have it")
    static let notWriteOnly = mutability("became-not-write-only", "became-write-only", "no longer `writeOnly`")
    static let sensitive = Self(
        "became-sensitive", .nothing, mirror: "became-not-sensitive", concern: .secrecy,
        "`x-kurus-sensitive`: masked in texts")
    static let notSensitive = Self(
        "became-not-sensitive", .nothing, mirror: "became-sensitive", concern: .secrecy, "no longer masked in texts")

    private static func mutability(_ id: String, _ mirror: String, _ summary: String) -> Self {
        Self(id, .tells, mirror: mirror, summary).with { $0.variants = .presence }
    }
}
