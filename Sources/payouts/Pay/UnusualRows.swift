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

    init(_ rows: [OrderRow]) {
        large = Dictionary(grouping: rows, by: \.item.amount.currency.code).sorted { $0.key < $1.key }
            .compactMap { Self.large($0.value) }
        repeated = Dictionary(grouping: rows) { row in
            "\(row.item.recipient.kind.rawValue)\u{0}\(row.item.recipient.canonicalText)"
        }.values.filter { $0.count > 1 }.sorted { ($0.first?.line ?? 0) < ($1.first?.line ?? 0) }
    }

    var isEmpty: Bool { large.isEmpty && repeated.isEmpty }

    /// - Parameter rows: Those of one currency.
    private static func large(_ rows: [OrderRow]) -> LargeAmounts? {
        let amounts = rows.map(\.item.amount).sorted { $0.minorAmount < $1.minorAmount }
        guard let first = amounts.first else { return nil }
        let (low, high) = (amounts[(amounts.count - 1) / 2], amounts[amounts.count / 2])
        // Twice the amount is at least ten times the sum of the two, without a product that could overflow.
        let sum = low.minorAmount + high.minorAmount
        let large = rows.filter { $0.item.amount.minorAmount / 5 >= sum }
        guard !large.isEmpty else { return nil }
        return LargeAmounts(rows: large, median: (low.amount + high.amount) / 2, currency: first.currency.code)
    }
}
