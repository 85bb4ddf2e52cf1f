import SpecTree

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Fields that bound a value by a number, `multipleOf` and `uniqueItems`.
extension SchemaComparison {
    mutating func compareBounds() {
        for bound in SchemaBound.all { compare(bound) }
        compareExclusive("exclusiveMaximum", .maxBecameExclusive, .maxBecameInclusive, "maximum")
        compareExclusive("exclusiveMinimum", .minBecameExclusive, .minBecameInclusive, "minimum")
        compareMultiples()
        compareUniqueness()
    }

    private mutating func compare(_ bound: SchemaBound) {
        guard let field = take(bound.field, if: \.areNumbers) else { return }
        let was = field.base.flatMap { BoundValue($0.json) }.flatMap { bound.excludesAnything($0) ? $0 : nil }
        let now = field.revision.flatMap { BoundValue($0.json) }.flatMap { bound.excludesAnything($0) ? $0 : nil }
        guard let difference = bound.difference(was, now) else { return }
        report(
            difference, field, "`\(bound.field)` of \(subject.text) \(now.map { "is \($0.text)" } ?? "is gone")",
            was: was?.text, now: now?.text)
    }

    /// `exclusiveMaximum` and `exclusiveMinimum` of OpenAPI 3.0: whether the bound itself is excluded.
    private mutating func compareExclusive(
        _ name: String, _ became: SchemaDifference, _ becameNot: SchemaDifference, _ bound: String
    ) {
        guard let field = takeFlag(name) else { return }
        let isExclusive = field.revision.isTrue
        report(
            isExclusive ? became : becameNot, field,
            "the \(bound) of \(subject.text) itself is \(isExclusive ? "not allowed" : "allowed")")
    }

    private mutating func compareMultiples() {
        guard let field = take("multipleOf", if: \.areNumbers) else { return }
        let was = field.base.flatMap { BoundValue($0.json) }
        let now = field.revision.flatMap { BoundValue($0.json) }
        guard was != now else { return }
        report(
            field.chosen(.multipleOfSet, .multipleOfUnset, .multipleOfChanged), field,
            "\(subject.text) \(now.map { "is a multiple of \($0.text)" } ?? "may be any number") now",
            was: was?.text, now: now?.text)
    }

    private mutating func compareUniqueness() {
        guard let field = takeFlag("uniqueItems") else { return }
        let isUnique = field.revision.isTrue
        report(
            isUnique ? .uniqueItemsSet : .uniqueItemsUnset, field,
            "elements of \(subject.text) \(isUnique ? "must be unique" : "may repeat")")
    }
}

/// The number of a bound, exact up to 38 digits.
private struct BoundValue: Comparable {
    private let value: Decimal
    /// The number as written.
    let text: String

    /// Nil when it is not a number that can be compared.
    init?(_ json: JSONNode) {
        guard case .number(let text) = json.content, let value = Decimal(string: text), !value.isNaN else { return nil }
        self.value = value
        self.text = text
    }

    static func < (first: Self, second: Self) -> Bool { first.value < second.value }
    static func == (first: Self, second: Self) -> Bool { first.value == second.value }

    var isZero: Bool { value.isZero }
}

extension SchemaBound {
    /// Whether a value of the bound excludes anything: a length is never less than 0.
    fileprivate func excludesAnything(_ value: BoundValue) -> Bool { !(isCount && !isUpper && value.isZero) }

    fileprivate func difference(_ was: BoundValue?, _ now: BoundValue?) -> SchemaDifference? {
        guard let was else { return now == nil ? nil : set }
        guard let now else { return unset }
        return was == now ? nil : was < now ? increased : decreased
    }
}

extension NamedPair {
    /// Whether both are numbers that can be compared, or missing.
    fileprivate var areNumbers: Bool { both { BoundValue($0) != nil } }
}
