import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI

/// What a person should look at twice in an order.
struct UnusualRows {
    /// Rows of at least ten times the median of their currency.
    struct LargeAmounts {
        let rows: [OrderRow]
        /// Half the sum of the two in the middle where there is an even number of rows.
        let median: Decimal
        let currency: String

        /// Amount and currency.
        var medianText: String { AmountDisplay.text(median, currency) }
    }

    let large: [LargeAmounts]
    /// The rows of each recipient that has more than one, in the order of the file.
    let repeated: [[OrderRow]]

    init(_ payroll: Payroll) {
        large = Set(payroll.items.lazy.map(\.amount.currency)).sorted { $0.code < $1.code }
            .compactMap { Self.large(payroll, $0) }
        repeated = Self.repeated(payroll)
    }

    var isEmpty: Bool { large.isEmpty && repeated.isEmpty }

    private static func large(_ payroll: Payroll, _ currency: Currency) -> LargeAmounts? {
        let amounts = payroll.items.lazy.map(\.amount).filter { $0.currency == currency }
        let sorted = amounts.map(\.minorAmount).sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        // Twice the amount is at least ten times the sum of the two, without a product that could overflow.
        let isLarge = { (amount: Money) in amount.currency == currency && amount.minorAmount / 5 >= low + high }
        let rows = payroll.items.indices.filter { isLarge(payroll.items[$0].amount) }.map(payroll.row)
        guard !rows.isEmpty else { return nil }
        let middle = [low, high].compactMap { minor in amounts.first { $0.minorAmount == minor }?.amount }
        return LargeAmounts(rows: rows, median: middle.reduce(0, +) / 2, currency: currency.code)
    }

    private static func repeated(_ payroll: Payroll) -> [[OrderRow]] {
        var firsts = FirstPlaces(count: payroll.items.count)
        var others: [Int: [Int]] = [:]
        for (index, item) in payroll.items.enumerated() {
            let (kind, text) = (item.recipient.kind, item.recipient.canonicalText)
            let first = firsts.first(equalTo: index, hash: text.hashValue) { other in
                let recipient = payroll.items[other].recipient
                return recipient.kind == kind && recipient.canonicalText == text
            }
            if let first { others[first, default: []].append(index) }
        }
        return others.sorted { $0.key < $1.key }.map { first, others in ([first] + others).map(payroll.row) }
    }
}
