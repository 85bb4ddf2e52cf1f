public import Foundation

/// An order in one reading of the journal.
public struct JournaledOrder: Hashable, Sendable {
    /// Its position among the journal's orders, which grows with the time of recording.
    public let position: Int
    /// The order's payouts and items.
    public let plan: RecordedPlan
    /// When it was recorded; nil in a journal's first version.
    public let recordedAt: Date?
    /// Who recorded it; nil in a journal's first version.
    public let actor: String?
    /// Its payouts, in the order's sequence.
    public let payouts: [PayoutHistory]

    /// An order in one reading of the journal.
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

    /// The number of items by end, as far as the journal knows.
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
    /// Nothing was sent.
    case recorded
    /// Something was sent, and nothing is authorized.
    case begun
    /// Its open payouts wait for a worker to authorize them.
    case queued
    /// A payout is or may be authorized and has not ended.
    case authorized
    /// A payout is being cancelled and has not ended.
    case cancelling
    /// Every payout has ended.
    case ended
}

extension PayoutState {
    /// How far this payout has come, in the terms of an order.
    public var standing: OrderStanding {
        if ends != nil { return .ended }
        if isUnsettled { return .authorized }
        if isCancelling { return .cancelling }
        if isReleased { return .queued }
        return lineCount > 0 ? .begun : .recorded
    }
}

/// An order to record, with the rules that decide whether it repeats another one.
public struct OrderRecording: Sendable {
    /// The order's payouts and items.
    public let plan: RecordedPlan
    /// Who records it.
    public let actor: String
    /// A random text that identifies this recording.
    public let token: String
    private let rules: RepeatRules
    private let allowed: Set<String>
    /// The search for repeats in the journal's other orders.
    public let query: RepeatQuery

    /// Creates a recording.
    ///
    /// - Parameters:
    ///   - plan: The order's payouts and items.
    ///   - query: The search for repeats: `RepeatQuery(_:key:)`.
    ///   - rules: How far back a repeat is refused or noted.
    ///   - allowed: Ids of the orders that this one may repeat.
    ///   - actor: Who records it.
    ///   - token: A text that is unique among recordings.
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

    /// Returns the repeats among the items that were found; the order is written only if none of them is refused.
    public func repeats(_ earlier: EarlierItems) -> OrderRepeats {
        rules.repeats(of: query, in: earlier, allowing: allowed)
    }
}

/// The outcome of a recording.
public enum RecordingOutcome: Hashable, Sendable {
    /// It is kept, with its permitted repeats.
    case recorded(OrderRepeats)
    /// Nothing was written, because of its repeats.
    case repeats(OrderRepeats)
    /// The journal has an order of this id, the same one or another; nothing was written.
    case known(JournaledOrder)
    /// A payout of it belongs to another order; nothing was written.
    case payoutKnown(PayoutHistory)
}
