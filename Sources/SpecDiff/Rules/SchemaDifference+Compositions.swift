// `allOf`, `oneOf`, `anyOf`, `not` and `discriminator`.
extension SchemaDifference {
    static let compositions: [Self] = [
        allOfAdded, allOfRemoved, allOfAnnotationAdded, allOfAnnotationRemoved, oneOfAdded, oneOfRemoved, anyOfAdded,
        anyOfRemoved, unionAdded, unionRemoved, unionKindChanged, notAdded, notRemoved, notChanged, discriminatorAdded,
        discriminatorRemoved, discriminatorPropertyChanged, discriminatorMappingAdded, discriminatorMappingRemoved,
        discriminatorMappingChanged,
    ]

    static let allOfAdded = Self(
        "all-of-added", .narrows, mirror: "all-of-removed", "`allOf` has another part, which values have to fit")
    static let allOfRemoved = Self(
        "all-of-removed", .widens, mirror: "all-of-added", "`allOf` lost a part; what its properties were is unsaid"
    ).with {
        $0.request = .warning
        $0.response = .info
    }
    static let allOfAnnotationAdded = Self(
        "all-of-added-annotation-only", .tells, mirror: "all-of-removed-annotation-only",
        "`allOf` has another part, which only describes")
    static let allOfAnnotationRemoved = Self(
        "all-of-removed-annotation-only", .tells, mirror: "all-of-added-annotation-only",
        "`allOf` lost a part that only described")
    static let oneOfAdded = Self(
        "one-of-added", .widens, mirror: "one-of-removed", "`oneOf` has another alternative")
    static let oneOfRemoved = Self(
        "one-of-removed", .narrows, mirror: "one-of-added", "`oneOf` lost an alternative")
    static let anyOfAdded = Self(
        "any-of-added", .widens, mirror: "any-of-removed", "`anyOf` has another alternative"
    ).with { $0.response = .info }
    static let anyOfRemoved = Self(
        "any-of-removed", .narrows, mirror: "any-of-added", "`anyOf` lost an alternative")
    static let unionAdded = Self(
        "union-added", .narrows, mirror: "union-removed", "`oneOf` or `anyOf`, where there was none")
    static let unionRemoved = Self(
        "union-removed", .widens, mirror: "union-added", "no `oneOf` or `anyOf` any more")
    static let unionKindChanged = Self("union-kind-changed", .unknown, "`oneOf` became `anyOf` or the reverse")
    static let notAdded = Self("not-added", .narrows, mirror: "not-removed", "`not`: some values are excluded")
    static let notRemoved = Self("not-removed", .widens, mirror: "not-added", "no `not` any more")
    static let notChanged = Self("not-changed", .unknown, "`not`: other values are excluded")

    static let discriminatorAdded = Self(
        "discriminator-added", .tells, mirror: "discriminator-removed", "a discriminator, where there was none")
    static let discriminatorRemoved = Self(
        "discriminator-removed", .tells, mirror: "discriminator-added", "no discriminator any more")
    static let discriminatorPropertyChanged = Self(
        "discriminator-property-name-changed", .tells, "another property tells the alternatives apart")
    static let discriminatorMappingAdded = Self(
        "discriminator-mapping-added", .tells, mirror: "discriminator-mapping-deleted",
        "`mapping` of a discriminator has another value")
    static let discriminatorMappingRemoved = Self(
        "discriminator-mapping-deleted", .tells, mirror: "discriminator-mapping-added",
        "`mapping` of a discriminator lost a value")
    static let discriminatorMappingChanged = Self(
        "discriminator-mapping-changed", .tells, "a value of `mapping` leads to another schema")
}
