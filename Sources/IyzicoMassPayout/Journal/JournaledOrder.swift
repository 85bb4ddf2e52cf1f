public import Foundation

/// An order as one reading of the journal found it.
public struct JournaledOrder: Hashable, Sendable {
    /// Its place among the journal's orders: greater for one recorded later.
    public let position: Int
    /// The order's payouts and items.
    public let plan: RecordedPlan
    /// When it was recorded; nil in a journal's first version.
    public let recordedAt: Date?
    /// Who recorded it; nil in a journal's first version.
    public let actor: String?
    /// Its payouts, in the order's sequence.
    public let payouts: [PayoutHistory]

    /// An order as one reading of the journal found it.
    public init(position: Int, plan: RecordedPlan, recordedAt: Date?, actor: String?, payouts: [PayoutHistory]) {
        self.position = position
        self.plan = plan
        self.recordedAt = recordedAt
        self.actor = actor
        self.payouts = payouts
    }

    /// The order's id.
    public var id: String { plan.id }

    /// The payout of an id.
    public func payout(_ id: String) -> PayoutHistory? { payouts.first { $0.payout.id == id } }

    /// How far the order has come.
    public var standing: OrderStanding {
        let states = payouts.map(\.state)
        if states.allSatisfy({ $0.ends != nil }) { return .ended }
        if states.contains(where: \.isUnsettled) { return .authorized }
        if states.contains(where: \.isCancelling) { return .cancelling }
        if states.allSatisfy({ [.ended, .queued].contains($0.standing) }) { return .queued }
        return states.contains { $0.lineCount > 0 } ? .begun : .recorded
    }

    /// How many items came to which end, as far as the journal knows.
    public var ends: [ItemEnd: Int] {
        var counts: [ItemEnd: Int] = [:]
        for history in payouts {
            for item in history.payout.items { counts[history.state.end(of: item.id), default: 0] += 1 }
        }
        return counts
    }

    /// The sum of the items' amounts by currency.
    public var totals: [String: Decimal] {
        payouts.reduce(into: [:]) { totals, history in
            totals[history.payout.currency, default: 0] += history.payout.items.reduce(0) { $0 + $1.amount }
        }
    }
}

/// How far an order has come, as far as its journal knows.
public enum OrderStanding: String, Hashable, Sendable, CaseIterable {
    /// Nothing of it was sent.
    case recorded
    /// Something of it was sent, and nothing is authorized.
    case begun
    /// What is open of it waits for a worker that authorizes it.
    case queued
    /// A payout is authorized, or may be, and is not at its end.
    case authorized
    /// A payout is given up, and is not at its end.
    case cancelling
    /// Every payout is at its end.
    case ended
}

extension PayoutState {
    /// How far this payout is, by the words for an order.
    public var standing: OrderStanding {
        if ends != nil { return .ended }
        if isUnsettled { return .authorized }
        if isCancelling { return .cancelling }
        if isReleased { return .queued }
        return lineCount > 0 ? .begun : .recorded
    }
}

/// An order to be recorded, and what decides whether it repeats another one.
public struct OrderRecording: Sendable {
    /// The order's payouts and items.
    public let plan: RecordedPlan
    /// The name of whoever records it.
    public let actor: String
    /// A random text of this recording's own.
    public let token: String
    private let rules: RepeatRules
    private let allowed: Set<String>
    /// What to look for in the journal's other orders.
    public let query: RepeatQuery

    /// An order for a journal to record.
    ///
    /// - Parameters:
    ///   - plan: The order's payouts and items.
    ///   - query: What the order would repeat: `RepeatQuery(_:key:)`.
    ///   - rules: How far back a repeat is refused or noted.
    ///   - allowed: Ids of the orders that this one may repeat.
    ///   - actor: The name of whoever records it.
    ///   - token: A text that no other recording has.
    public init(
        _ plan: RecordedPlan, query: RepeatQuery, rules: RepeatRules = RepeatRules(), allowing allowed: Set<String>,
        actor: String, token: String
    ) {
        self.plan = plan
        self.query = query
        self.rules = rules
        self.allowed = allowed
        self.actor = actor
        self.token = token
    }

    /// What the order repeats of what was found: the order is written only where nothing of it is refused.
    public func repeats(_ earlier: EarlierItems) -> OrderRepeats {
        rules.repeats(of: query, in: earlier, allowing: allowed)
    }
}

/// What became of a recording.
public enum RecordingOutcome: Hashable, Sendable {
    /// It is kept, with what it repeats.
    case recorded(OrderRepeats)
    /// Nothing was written, because of what it repeats.
    case repeats(OrderRepeats)
    /// The journal has an order of this id, the same one or another; nothing was written.
    case known(JournaledOrder)
    /// A payout of it belongs to another order; nothing was written.
    case payoutKnown(PayoutHistory)
}
