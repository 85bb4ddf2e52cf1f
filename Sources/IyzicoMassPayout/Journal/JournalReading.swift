/// The plans and payouts of a journal.
public struct JournalReading: Sendable {
    /// By plan id.
    public private(set) var plans: [String: RecordedPlan] = [:]
    /// By payout id.
    public private(set) var payouts: [String: PayoutState] = [:]
    /// Payout ids by item id, in the order in which they were planned.
    private var payoutsOfItem: [String: [String]] = [:]

    public init(_ entries: [JournalEntry]) {
        for entry in entries {
            switch entry {
            case .plan(let plan): take(plan)
            case .step(let payoutID, let step): payouts[payoutID]?.take(step)
            }
        }
    }

    /// The payouts in which an item was planned and is paid or may yet be.
    public func payoutsHolding(item itemID: String) -> [PayoutState] {
        (payoutsOfItem[itemID] ?? []).compactMap { payouts[$0] }.filter { !$0.end(of: itemID).isUnpaid }
    }

    private mutating func take(_ plan: RecordedPlan) {
        // The first plan of an id stands: `record` refuses a second one that differs.
        guard plans[plan.id] == nil else { return }
        plans[plan.id] = plan
        for payout in plan.payouts where payouts[payout.id] == nil {
            payouts[payout.id] = PayoutState(planID: plan.id, payout: payout)
            for item in payout.items {
                payoutsOfItem[item.id, default: []].append(payout.id)
            }
        }
    }
}
