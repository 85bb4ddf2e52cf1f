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
        set = SchemaDifference("\(words)-set", .narrows, mirror: "\(words)-unset", "`\(field)`, where there was none")
            .with { $0.request = .warning }
        unset = SchemaDifference("\(words)-unset", .widens, mirror: "\(words)-set", "no `\(field)` any more")
        increased = SchemaDifference(
            "\(words)-increased", isUpper ? .widens : .narrows, mirror: "\(words)-decreased", "a greater `\(field)`")
        decreased = SchemaDifference(
            "\(words)-decreased", isUpper ? .narrows : .widens, mirror: "\(words)-increased", "a smaller `\(field)`")
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
        "max-became-exclusive", .narrows, mirror: "max-became-inclusive",
        "`exclusiveMaximum: true`: the maximum itself is no longer allowed")
    static let maxBecameInclusive = Self(
        "max-became-inclusive", .widens, mirror: "max-became-exclusive", "the maximum itself is allowed")
    static let minBecameExclusive = Self(
        "min-became-exclusive", .narrows, mirror: "min-became-inclusive",
        "`exclusiveMinimum: true`: the minimum itself is no longer allowed")
    static let minBecameInclusive = Self(
        "min-became-inclusive", .widens, mirror: "min-became-exclusive", "the minimum itself is allowed")
    static let multipleOfSet = Self(
        "multiple-of-set", .narrows, mirror: "multiple-of-unset", "`multipleOf`, where there was none"
    ).with { $0.request = .warning }
    static let multipleOfUnset = Self(
        "multiple-of-unset", .widens, mirror: "multiple-of-set", "no `multipleOf` any more")
    static let multipleOfChanged = Self("multiple-of-changed", .unknown, "another `multipleOf`")
    static let uniqueItemsSet = Self(
        "unique-items-set", .narrows, mirror: "unique-items-unset", "no element may stand twice"
    ).with { $0.request = .warning }
    static let uniqueItemsUnset = Self(
        "unique-items-unset", .widens, mirror: "unique-items-set", "elements may stand twice")
}
