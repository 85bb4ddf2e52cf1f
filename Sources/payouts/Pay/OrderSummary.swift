import IyzicoMassPayout

/// An order before it is paid: its sums, its rows, and what is unusual among them.
struct OrderSummary {
    /// The rows of one currency.
    struct Total {
        var sum: Money
        var count: Int
    }

    let plan: PayoutPlan
    /// As people know it.
    let host: String
    let payroll: Payroll
    /// By currency.
    let totals: [Total]
    /// The largest amounts of each currency; rows of one amount in the order of the file.
    let largest: [OrderRow]
    let unusual: UnusualRows
    /// What a second person approves.
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
            // An order whose sum is too large for Money cannot be made.
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
