import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI

/// A summary of an order before it is paid: its sums, its rows, and the unusual ones.
struct OrderSummary {
    /// The sum and number of the rows of one currency.
    struct Total {
        var sum: Money
        var count: Int
    }

    let plan: PayoutPlan
    /// The host's name for people.
    let host: String
    let payroll: Payroll
    /// Sorted by currency.
    let totals: [Total]
    /// The rows of the largest amounts of each currency; equal amounts in the order of the file.
    let largest: [OrderRow]
    let unusual: UnusualRows
    /// The hash that a second person approves.
    let hash: PlanHash

    private static let largestCount = 5

    init(_ plan: PayoutPlan, _ payroll: Payroll, _ host: PlanHost) {
        self.plan = plan
        self.host = host.name
        self.payroll = payroll
        totals = Self.totals(payroll.items)
        largest = totals.flatMap { Self.largest(payroll, $0.sum.currency) }
        unusual = UnusualRows(payroll)
        hash = PlanHash(plan, host: host.hashed)
    }

    var totalText: String { totals.map(\.sum.description).joined(separator: ", ") }

    private static func totals(_ items: [PayoutItem]) -> [Total] {
        var totals: [Currency: Total] = [:]
        for amount in items.lazy.map(\.amount) {
            guard let total = totals[amount.currency] else {
                totals[amount.currency] = Total(sum: amount, count: 1)
                continue
            }
            // An order's sum always fits into `Money`.
            let sum = (try? total.sum.adding(amount)) ?? total.sum
            totals[amount.currency] = Total(sum: sum, count: total.count + 1)
        }
        return totals.values.sorted { $0.sum.currency.code < $1.sum.currency.code }
    }

    private static func largest(_ payroll: Payroll, _ currency: Currency) -> [OrderRow] {
        var largest: [Int] = []
        for (index, item) in payroll.items.enumerated() where item.amount.currency == currency {
            let place = largest.firstIndex { payroll.items[$0].amount.minorAmount < item.amount.minorAmount }
            largest.insert(index, at: place ?? largest.count)
            if largest.count > largestCount { largest.removeLast() }
        }
        return largest.map(payroll.row)
    }
}

/// A row of an order, as shown before it is paid: the recipient, name and description are never shown whole.
struct OrderRow {
    let location: InputLocation
    let item: PayoutItem

    /// The line, or in JSON the element.
    var number: String { location.element.map { "items[\($0)]" } ?? "\(location.lineNumber)" }

    /// The kind and the last two characters of the recipient.
    var recipient: String { item.recipient.masked }

    /// The first letter of each word of the name; empty without a name.
    var initials: String {
        (item.recipient.name ?? "").split(whereSeparator: \.isWhitespace).compactMap(\.first)
            .map { SafeText.printable(String($0)) + "…" }.joined(separator: " ")
    }

    var amount: String { item.amount.description }
}

extension Payroll {
    /// The rows in the order of the file, each made on demand.
    var rows: some RandomAccessCollection<OrderRow> {
        items.indices.lazy.map { row(at: $0) }
    }

    func row(at index: Int) -> OrderRow { OrderRow(location: locations[index], item: items[index]) }
}

/// Rows of an order that deserve a second look.
struct UnusualRows {
    /// Rows with at least ten times the median amount of their currency.
    struct LargeAmounts {
        let rows: [OrderRow]
        /// The mean of the two middle amounts for an even number of rows.
        let median: Decimal
        let currency: String

        /// The median with its currency.
        var medianText: String { AmountDisplay.text(median, currency) }
    }

    let large: [LargeAmounts]
    /// The rows of each recipient with more than one, in the order of the file.
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
        // Compares twice the amount with ten times the sum of the two, without a product that could overflow.
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
