import SpecDiagnostics
import SpecDocument

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The constraints of a schema beyond its type, for documentation; numbers as written.
package struct SchemaConstraints: Sendable, Hashable {
    package var minimum: String?
    package var exclusiveMinimum: String?
    package var maximum: String?
    package var exclusiveMaximum: String?
    /// The divisors; a value is a multiple of each.
    package var factors: [String] = []
    package var minLength: Int?
    package var maxLength: Int?
    /// The patterns; a value matches each.
    package var patterns: [String] = []
    package var format: String?
    package var minItems: Int?
    package var maxItems: Int?
    package var uniqueItems = false
    package var minProperties: Int?
    package var maxProperties: Int?
    /// The values, as lexemes, of an enumeration of numbers, booleans or mixed values.
    package var allowedValues: [String] = []
    /// Whether there is a `not`, which Swift's types cannot express.
    package var hasNegation = false
    /// The media type of a text.
    package var contentMediaType: String?
    package var contentEncoding: String?
    /// Further keywords that limit the value.
    package var unfollowed: [String] = []
}

extension SchemaConstraints {
    init(_ schema: Schema) {
        self.init(
            minimum: schema.minimum, exclusiveMinimum: schema.exclusiveMinimum, maximum: schema.maximum,
            exclusiveMaximum: schema.exclusiveMaximum, factors: schema.multipleOf.map { [$0] } ?? [],
            minLength: schema.minLength, maxLength: schema.maxLength, patterns: schema.pattern.map { [$0] } ?? [],
            format: schema.format?.value, minItems: schema.minItems, maxItems: schema.maxItems,
            uniqueItems: schema.uniqueItems, minProperties: schema.minProperties, maxProperties: schema.maxProperties,
            hasNegation: schema.not != nil || schema.isNever, contentMediaType: schema.contentMediaType?.value,
            contentEncoding: schema.contentEncoding?.value, unfollowed: schema.unfollowed)
    }

    /// Adds the constraints of another schema. A format replaces the earlier one: it is a word, not a set of values.
    mutating func narrow(by other: Self) {
        minimum = Self.bound(minimum, other.minimum, >)
        exclusiveMinimum = Self.bound(exclusiveMinimum, other.exclusiveMinimum, >)
        maximum = Self.bound(maximum, other.maximum, <)
        exclusiveMaximum = Self.bound(exclusiveMaximum, other.exclusiveMaximum, <)
        factors += other.factors.filter { !factors.contains($0) }
        minLength = Self.count(minLength, other.minLength, max)
        maxLength = Self.count(maxLength, other.maxLength, min)
        patterns += other.patterns.filter { !patterns.contains($0) }
        format = other.format ?? format
        minItems = Self.count(minItems, other.minItems, max)
        maxItems = Self.count(maxItems, other.maxItems, min)
        uniqueItems = uniqueItems || other.uniqueItems
        minProperties = Self.count(minProperties, other.minProperties, max)
        maxProperties = Self.count(maxProperties, other.maxProperties, min)
        hasNegation = hasNegation || other.hasNegation
        contentMediaType = other.contentMediaType ?? contentMediaType
        contentEncoding = other.contentEncoding ?? contentEncoding
        unfollowed += other.unfollowed.filter { !unfollowed.contains($0) }
        let shared = allowedValues.filter(other.allowedValues.contains)
        allowedValues = shared.isEmpty ? (other.allowedValues.isEmpty ? allowedValues : other.allowedValues) : shared
    }

    /// Returns the narrower of two bounds; the second one where they cannot be compared.
    private static func bound(_ first: String?, _ second: String?, _ isNarrower: (Decimal, Decimal) -> Bool) -> String?
    {
        guard let first, let second else { return first ?? second }
        guard let a = Decimal(string: first), let b = Decimal(string: second) else { return second }
        return isNarrower(a, b) ? first : second
    }

    private static func count(_ first: Int?, _ second: Int?, _ narrower: (Int, Int) -> Int) -> Int? {
        guard let first, let second else { return first ?? second }
        return narrower(first, second)
    }
}
