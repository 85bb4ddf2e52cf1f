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
        Self("all-of-removed", .widens, "`allOf` lost a part; what its properties were is unsaid").with {
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
