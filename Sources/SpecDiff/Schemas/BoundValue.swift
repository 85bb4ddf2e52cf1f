import SpecTree

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The number of a bound, exact up to 38 digits.
struct BoundValue: Comparable {
    private let value: Decimal
    /// The number as written.
    let text: String

    /// Nil when it is no number, or none that can be compared.
    init?(_ node: JSONNode) {
        guard case .number(let text) = node.content, let value = Decimal(string: text), !value.isNaN else { return nil }
        self.value = value
        self.text = text
    }

    static func < (first: Self, second: Self) -> Bool { first.value < second.value }
    static func == (first: Self, second: Self) -> Bool { first.value == second.value }

    var isZero: Bool { value.isZero }
}
