/// A field that bounds a value by a number.
struct SchemaBound: Sendable {
    let field: String
    /// Its words in the ids of rules.
    let words: String
    /// Whether a greater number allows more.
    let isUpper: Bool

    let set: SchemaDifference
    let unset: SchemaDifference
    let increased: SchemaDifference
    let decreased: SchemaDifference

    private init(_ field: String, _ words: String, isUpper: Bool) {
        self.field = field
        self.words = words
        self.isUpper = isUpper
        set = SchemaDifference(
            "\(words)-set", .narrows, mirror: "\(words)-unset", concern: .unseen, "`\(field)`, where there was none"
        )
        .with { $0.request = .warning }
        unset = SchemaDifference(
            "\(words)-unset", .widens, mirror: "\(words)-set", concern: .unseen, "no `\(field)` any more")
        increased = SchemaDifference(
            "\(words)-increased", isUpper ? .widens : .narrows, mirror: "\(words)-decreased", concern: .unseen,
            "a greater `\(field)`")
        decreased = SchemaDifference(
            "\(words)-decreased", isUpper ? .narrows : .widens, mirror: "\(words)-increased", concern: .unseen,
            "a smaller `\(field)`")
    }

    static let all: [Self] = [
        Self("maximum", "max", isUpper: true), Self("minimum", "min", isUpper: false),
        Self("exclusiveMaximum", "exclusive-max", isUpper: true),
        Self("exclusiveMinimum", "exclusive-min", isUpper: false),
        Self("maxLength", "max-length", isUpper: true), Self("minLength", "min-length", isUpper: false),
        Self("maxItems", "max-items", isUpper: true), Self("minItems", "min-items", isUpper: false),
        Self("maxProperties", "max-properties", isUpper: true),
        Self("minProperties", "min-properties", isUpper: false),
    ]

    /// Whether it bounds a count.
    var isCount: Bool { field.hasSuffix("Length") || field.hasSuffix("Items") || field.hasSuffix("Properties") }
}

extension SchemaDifference {
    static let bounds: [Self] =
        SchemaBound.all.flatMap { [$0.set, $0.unset, $0.increased, $0.decreased] } + [
            maxBecameExclusive, maxBecameInclusive, minBecameExclusive, minBecameInclusive, multipleOfSet,
            multipleOfUnset, multipleOfChanged, uniqueItemsSet, uniqueItemsUnset,
        ]

    static let (maxBecameExclusive, maxBecameInclusive) = mirrored(
        Self("max-became-exclusive", .narrows, "`exclusiveMaximum: true`: the maximum itself is no longer allowed"),
        Self("max-became-inclusive", .widens, "the maximum itself is allowed"), concern: .unseen)
    static let (minBecameExclusive, minBecameInclusive) = mirrored(
        Self("min-became-exclusive", .narrows, "`exclusiveMinimum: true`: the minimum itself is no longer allowed"),
        Self("min-became-inclusive", .widens, "the minimum itself is allowed"), concern: .unseen)
    static let (multipleOfSet, multipleOfUnset) = mirrored(
        Self("multiple-of-set", .narrows, "`multipleOf`, where there was none").with { $0.request = .warning },
        Self("multiple-of-unset", .widens, "no `multipleOf` any more"), concern: .unseen)
    static let multipleOfChanged = Self("multiple-of-changed", .unknown, concern: .unseen, "another `multipleOf`")
    static let (uniqueItemsSet, uniqueItemsUnset) = mirrored(
        Self("unique-items-set", .narrows, "elements must be unique").with { $0.request = .warning },
        Self("unique-items-unset", .widens, "elements may repeat"), concern: .unseen)
}
