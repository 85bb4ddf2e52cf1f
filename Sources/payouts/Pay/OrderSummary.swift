import IyzicoMassPayout

/// An order before it is paid: its sums, its rows, and what is unusual among them.
struct OrderSummary {
    /// The rows of one currency.
    struct Total {
        let sum: Money
        let count: Int
    }

    let plan: PayoutPlan
    /// As people know it.
    let host: String
    /// In the order of the file.
    let rows: [OrderRow]
    /// By currency.
    let totals: [Total]
    let unusual: UnusualRows
    /// What a second person approves.
    let hash: PlanHash

    static let largestCount = 5

    init(_ plan: PayoutPlan, _ payroll: Payroll, _ host: PlanHost) {
        self.plan = plan
        self.host = host.name
        rows = payroll.rows
        totals = Dictionary(grouping: rows, by: \.item.amount.currency.code).sorted { $0.key < $1.key }
            .compactMap { _, rows in
                Money.sum(of: rows.map(\.item.amount)).map { Total(sum: $0, count: rows.count) }
            }
        unusual = UnusualRows(rows)
        hash = PlanHash(plan, host: host.hashed)
    }

    /// The largest amounts, of each currency so many; rows of one amount in the order of the file.
    var largest: [OrderRow] {
        Dictionary(grouping: rows, by: \.item.amount.currency.code).sorted { $0.key < $1.key }
            .flatMap { _, rows in
                rows.sorted {
                    ($1.item.amount.minorAmount, $0.line) < ($0.item.amount.minorAmount, $1.line)
                }.prefix(Self.largestCount)
            }
    }

    var totalText: String { totals.map(\.sum.description).joined(separator: ", ") }
}
