/// A field that bounds a value by a number.
struct SchemaBound: Sendable {
    let field: String
    /// What the rules' ids call it.
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

    /// Whether it bounds how many there are.
    var isCount: Bool { field.hasSuffix("Length") || field.hasSuffix("Items") || field.hasSuffix("Properties") }
}

extension SchemaDifference {
    static let bounds: [Self] =
        SchemaBound.all.flatMap { [$0.set, $0.unset, $0.increased, $0.decreased] } + [
            maxBecameExclusive, maxBecameInclusive, minBecameExclusive, minBecameInclusive, multipleOfSet,
            multipleOfUnset, multipleOfChanged, uniqueItemsSet, uniqueItemsUnset,
        ]

    static let maxBecameExclusive = Self(
        "max-became-exclusive", .narrows, mirror: "max-became-inclusive", concern: .unseen,
        "`exclusiveMaximum: true`: the maximum itself is no longer allowed")
    static let maxBecameInclusive = Self(
        "max-became-inclusive", .widens, mirror: "max-became-exclusive", concern: .unseen,
        "the maximum itself is allowed")
    static let minBecameExclusive = Self(
        "min-became-exclusive", .narrows, mirror: "min-became-inclusive", concern: .unseen,
        "`exclusiveMinimum: true`: the minimum itself is no longer allowed")
    static let minBecameInclusive = Self(
        "min-became-inclusive", .widens, mirror: "min-became-exclusive", concern: .unseen,
        "the minimum itself is allowed")
    static let multipleOfSet = Self(
        "multiple-of-set", .narrows, mirror: "multiple-of-unset", concern: .unseen, "`multipleOf`, where there was none"
    ).with { $0.request = .warning }
    static let multipleOfUnset = Self(
        "multiple-of-unset", .widens, mirror: "multiple-of-set", concern: .unseen, "no `multipleOf` any more")
    static let multipleOfChanged = Self("multiple-of-changed", .unknown, concern: .unseen, "another `multipleOf`")
    static let uniqueItemsSet = Self(
        "unique-items-set", .narrows, mirror: "unique-items-unset", concern: .unseen, "no element may stand twice"
    ).with { $0.request = .warning }
    static let uniqueItemsUnset = Self(
        "unique-items-unset", .widens, mirror: "unique-items-set", concern: .unseen, "elements may stand twice")
}
