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
