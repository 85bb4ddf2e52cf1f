import Foundation
import IyzicoMassPayout

/// The sums of an order's items, by currency and end.
struct ExportSums {
    struct Row {
        let end: ItemEnd
        let currency: String
        let count: Int
        let amount: Decimal
        /// nil where none is known.
        let commission: Decimal?
    }

    /// For each currency in the order of `ItemEnd.allCases`.
    let rows: [Row]
    /// A row for each currency; its end means nothing.
    let totals: [Row]

    init(_ items: [OrderRecord.Item]) {
        let currencies = Set(items.map(\.currency)).sorted()
        rows = currencies.flatMap { currency in
            ItemEnd.allCases.compactMap { end in
                Self.row(end, currency, items.filter { $0.currency == currency && $0.end == end })
            }
        }
        totals = currencies.compactMap { currency in Self.row(.open, currency, items.filter { $0.currency == currency })
        }
    }

    private static func row(_ end: ItemEnd, _ currency: String, _ items: [OrderRecord.Item]) -> Row? {
        guard !items.isEmpty else { return nil }
        let commissions = items.compactMap(\.commission)
        return Row(
            end: end, currency: currency, count: items.count, amount: items.reduce(0) { $0 + $1.amount },
            commission: commissions.isEmpty ? nil : commissions.reduce(0, +))
    }
}
