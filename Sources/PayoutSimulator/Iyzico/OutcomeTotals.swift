import Foundation
import IyzicoMassPayoutAPI

/// How many items of a payout have each outcome, and what they come to: summed up once, since a payout may have very many
/// and is read page by page.
struct OutcomeTotals: Sendable {
    private var amounts: [ItemOutcome: Decimal] = [:]
    private var counts: [ItemOutcome: Int] = [:]
    private let commission: Decimal

    init(_ payout: InitializedPayout) {
        commission = payout.commission
        for (item, outcome) in zip(payout.request.items, payout.outcomes) {
            amounts[outcome, default: 0] += item.amount.value
            counts[outcome, default: 0] += 1
        }
    }

    func count(where isCounted: (ItemOutcome) -> Bool) -> Int {
        counts.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
    }

    func amount(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        amounts.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
    }

    func commission(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        commission * Decimal(count(where: isCounted))
    }

    /// Amounts and commissions.
    func cost(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        amount(where: isCounted) + commission(where: isCounted)
    }
}
