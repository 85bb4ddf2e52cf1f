import SpecDiagnostics
import SpecTree

// Fields that bound a value by a number, `multipleOf` and `uniqueItems`.
extension Walk {
    mutating func compareBounds(_ pair: inout SchemaPair) {
        for bound in SchemaBound.all { compare(bound, &pair) }
        compareExclusive(
            "exclusiveMaximum", became: .maxBecameExclusive, becameNot: .maxBecameInclusive, "maximum", &pair)
        compareExclusive(
            "exclusiveMinimum", became: .minBecameExclusive, becameNot: .minBecameInclusive, "minimum", &pair)
        compareMultiples(&pair)
        compareUniqueness(&pair)
    }

    private mutating func compare(_ bound: SchemaBound, _ pair: inout SchemaPair) {
        guard let field = pair.peek(bound.field), field.isNumber else { return }
        _ = pair.take(bound.field)
        let was = field.was.flatMap { BoundValue($0.node) }.flatMap { bound.means($0) ? $0 : nil }
        let now = field.now.flatMap { BoundValue($0.node) }.flatMap { bound.means($0) ? $0 : nil }
        guard let difference = bound.difference(was, now) else { return }
        report(
            difference, pair, field,
            "`\(bound.field)` of \(pair.subject.text) \(now.map { "is \($0.text)" } ?? "is gone")", was: was?.text,
            now: now?.text)
    }

    /// `exclusiveMaximum` and `exclusiveMinimum` of OpenAPI 3.0: whether the bound itself is excluded.
    private mutating func compareExclusive(
        _ name: String, became: SchemaDifference, becameNot: SchemaDifference, _ bound: String,
        _ pair: inout SchemaPair
    ) {
        guard let field = pair.peek(name), field.isBoolean else { return }
        _ = pair.take(name)
        let isExclusive = field.now.isTrue
        guard field.was.isTrue != isExclusive else { return }
        report(
            isExclusive ? became : becameNot, pair, field,
            "the \(bound) of \(pair.subject.text) is \(isExclusive ? "not allowed" : "allowed") itself")
    }

    private mutating func compareMultiples(_ pair: inout SchemaPair) {
        guard let field = pair.peek("multipleOf"), field.isNumber else { return }
        _ = pair.take("multipleOf")
        let was = field.was.flatMap { BoundValue($0.node) }
        let now = field.now.flatMap { BoundValue($0.node) }
        guard was != now else { return }
        let difference: SchemaDifference =
            was == nil ? .multipleOfSet : now == nil ? .multipleOfUnset : .multipleOfChanged
        report(
            difference, pair, field,
            "\(pair.subject.text) \(now.map { "is a multiple of \($0.text)" } ?? "may be any number") now",
            was: was?.text, now: now?.text)
    }

    private mutating func compareUniqueness(_ pair: inout SchemaPair) {
        guard let field = pair.peek("uniqueItems"), field.isBoolean else { return }
        _ = pair.take("uniqueItems")
        let isUnique = field.now.isTrue
        guard field.was.isTrue != isUnique else { return }
        report(
            isUnique ? .uniqueItemsSet : .uniqueItemsUnset, pair, field,
            "elements of \(pair.subject.text) \(isUnique ? "may not" : "may") stand twice")
    }
}

extension SchemaBound {
    /// Whether the bound keeps anything out: a length is never less than 0.
    fileprivate func means(_ value: BoundValue) -> Bool { !(isCount && !isUpper && value.isZero) }

    fileprivate func difference(_ was: BoundValue?, _ now: BoundValue?) -> SchemaDifference? {
        guard let was else { return now == nil ? nil : set }
        guard let now else { return unset }
        return was == now ? nil : was < now ? increased : decreased
    }
}

extension FieldPair {
    /// Whether both are numbers that can be compared, or missing.
    fileprivate var isNumber: Bool { [was, now].allSatisfy { $0 == nil || $0.flatMap { BoundValue($0.node) } != nil } }
}
