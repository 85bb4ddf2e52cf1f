public import IyzicoMassPayoutAPI

/// A payer's order: one payout, or the several that it is cut into.
public struct PayoutPlan: Hashable, Sendable {
    /// The payer's id of the whole.
    public let id: String
    /// The payouts of the order, in its sequence.
    public let payouts: [MassPayout]

    /// A plan of one payout, whose id it takes.
    public init(_ payout: MassPayout) {
        id = payout.id
        payouts = [payout]
    }

    /// A payout cut into several of at most so many items, in their order; their ids are the payout's with -1, -2 and so
    /// on behind it, and so are their conversation ids. A payout that fits stays as it is. iyzico documents no largest number of items.
    ///
    /// - Throws: `InvalidMassPayout`, which cannot happen to parts of a valid payout.
    public init(_ payout: MassPayout, itemsAPayout limit: Int) throws(InvalidMassPayout) {
        id = payout.id
        guard payout.items.count > max(1, limit) else {
            payouts = [payout]
            return
        }
        // The whole was checked as far as its maker wanted; its parts hold nothing else.
        var parts: [MassPayout] = []
        var rest = payout.items[...]
        while !rest.isEmpty {
            parts.append(
                try MassPayout(
                    id: "\(payout.id)-\(parts.count + 1)", purpose: payout.purpose,
                    items: Array(rest.prefix(max(1, limit))), checks: []))
            rest = rest.dropFirst(max(1, limit))
        }
        payouts = parts
    }
}

/// How far a run takes a payout.
public enum PayoutGoal: Hashable, Sendable {
    /// Until the provider has it exactly as it was ordered; no money moves. A payout beyond that is left alone.
    case verified
    /// Until nothing of it is open any more.
    case end
    /// Until it is authorized, and read once after that. It is followed to its end by `resume`.
    case authorized
}

/// The policy for a payout that the provider accepts without some of its items.
public enum InvalidItemsPolicy: Hashable, Sendable {
    /// Cancel the payout, pay nobody, and report the items.
    case stop
    /// Pay the accepted items.
    case payTheRest
}

/// The limits and reading options of a workflow.
public struct PayoutSettings: Hashable, Sendable {
    /// The language of the provider's texts.
    public var locale: LocaleQuery = .en
    /// The number of items per page. iyzico documents no maximum.
    public var pageSize = 100
    /// How often initialize, which moves no money, is sent at most without a clear answer.
    public var initializations = 3
    /// How often a payout is read to verify it before its authorization.
    public var verifications = 3
    /// How often a payout is read after an authorize or cancel without a clear answer.
    public var settlements = 6
    /// How many readings in a row may fail while a payout is followed.
    public var failedReadings = 5
    /// How often a final payout with items still open is read again: its items may be older than its status.
    public var finalReadings = 3
    /// The first pause between readings; each further one is half as long again.
    public var pause: Duration = .seconds(1)
    /// The longest pause between readings.
    public var longestPause: Duration = .seconds(30)
    /// How long a lease lasts without renewal. It only decides who works next.
    public var lease: Duration = .seconds(60)
    /// How often a write to the journal is attempted when its answer is lost.
    public var journalAttempts = 5
    /// The maximum time between beginning to write the line `authorizing` and sending authorize.
    public var sendsWithin: Duration = .seconds(5)
    /// The minimum age of the line `authorizing` before the caller's confirmation authorizes again.
    public var authorizesAgainAfter: Duration = .seconds(15 * 60)
    /// The rules by which an order repeats another one.
    public var repeats = RepeatRules()
    /// How long a payout is followed after its authorization.
    public var patience: Duration = .seconds(600)

    /// The defaults; change what differs.
    public init() {}
}

/// A step of a payout, for observers.
public enum PayoutProgress: Hashable, Sendable {
    /// The order is in the journal.
    case recorded(items: Int)
    /// initialize is about to be sent, for the first time or again.
    case initializing(attempt: Int)
    /// The provider has the payout; nothing moves yet.
    case initialized(requestID: String, refusedItems: Int)
    /// The provider has every item as it was ordered.
    case verified(requestID: String)
    /// authorize is about to be sent.
    case authorizing(requestID: String)
    /// It was read, with the states of its items.
    case read(PayoutReport)
    /// cancel is about to be sent.
    case cancelling(requestID: String)
}
