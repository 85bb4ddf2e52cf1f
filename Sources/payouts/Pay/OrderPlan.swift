import IyzicoMassPayout

/// Cuts an order into payouts: as the journal has it, else by the limit that was asked for.
enum OrderPlan {
    static let standardLimit = 500

    static func plan(
        _ payout: MassPayout, recorded: RecordedPlan?, limit: Int?
    ) throws(InvalidMassPayout) -> PayoutPlan {
        guard let recorded else {
            return try PayoutPlan(payout, itemsAPayout: limit ?? standardLimit)
        }
        // A recorded order of one payout had room for all of its rows, whatever the limit was then.
        let isWhole = recorded.payouts.count == 1
        return try PayoutPlan(payout, itemsAPayout: isWhole ? .max : recorded.payouts.first?.items.count ?? .max)
    }
}
