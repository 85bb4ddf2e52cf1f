public import Foundation

/// The state of one payout in a journal, folded from its lines in order.
public struct PayoutState: Hashable, Sendable {
    /// The order that it belongs to.
    public let orderID: String
    /// The payout as it was ordered.
    public let payout: RecordedPayout
    /// How many lines were folded.
    public private(set) var lineCount = 0
    /// How often initialize was announced and may have been carried out. At 0, a payout of this id at the provider is
    /// not this journal's.
    public private(set) var initializations = 0
    /// Whether the provider had it before this journal requested it.
    public private(set) var isStartedElsewhere = false
    /// The last answer to initialize.
    public private(set) var initialized: PayoutRequest?
    /// The request to which this payout is bound, once decided.
    public private(set) var pinned: PayoutRequest?
    /// Whether the payer handed it over to workers.
    public private(set) var isReleased = false
    /// How often authorize was announced and may have left a machine.
    public private(set) var authorizations = 0
    /// The authorization announced last, sent or not.
    public private(set) var lastAuthorization: AnnouncedAuthorization?
    /// Whether another party authorized it.
    public private(set) var isFollowed = false
    /// Its requestId, if it was read.
    public private(set) var followedID: String?
    /// Whether the payer cancelled it.
    public private(set) var isCancelling = false
    /// The last reading in which nothing was open; nil before.
    public private(set) var recordedEnds: [RecordedEnd]?
    /// The ends of that reading by item id.
    public private(set) var ends: [String: ItemEnd]?
    /// When it ended; nil before its end, or in a journal's first version.
    public private(set) var endedAt: Date?

    init(orderID: String, payout: RecordedPayout) {
        self.orderID = orderID
        self.payout = payout
    }

    /// The request that is known by its id, pinned or not.
    public var request: PayoutRequest? { pinned ?? initialized }

    /// Whether it is authorized as far as this journal knows, or may have been authorized by it.
    public var mayBeAuthorized: Bool { authorizations > 0 || isFollowed }

    /// Whether any of its money may have moved, through this journal or where it was started elsewhere.
    public var mayHaveMovedMoney: Bool { mayBeAuthorized || isStartedElsewhere }

    /// Whether money may have moved and the outcome is unknown.
    public var isUnsettled: Bool { mayHaveMovedMoney && ends == nil }

    /// The number of the next authorization.
    public var nextAuthorization: Int { (lastAuthorization?.number ?? 0) + 1 }

    /// Returns the end of an item as far as the journal knows: open until an end was read.
    public func end(of itemID: String) -> ItemEnd {
        guard let ends else { return .open }
        return ends[itemID] ?? (pinned?.refusedItems.contains(itemID) == true ? .refused : .open)
    }

    /// Returns a line of a journal's first version with the number that it would have had.
    func numbered(_ line: JournalLine) -> JournalLine {
        let step: JournalStep
        switch line.step {
        case .authorizing(let id, 0): step = .authorizing(requestID: id, number: nextAuthorization)
        case .authorizationNotSent(0, let writer):
            step = .authorizationNotSent(number: lastAuthorization?.number ?? 0, writer: writer)
        default: return line
        }
        return JournalLine(number: line.number, time: line.time, actor: line.actor, token: line.token, step: step)
    }

    mutating func take(_ line: JournalLine) {
        lineCount += 1
        switch line.step {
        case .initializing: initializations += 1
        case .notInitialized: initializations = max(0, initializations - 1)
        case .startedElsewhere: isStartedElsewhere = true
        case .initialized(let id, let refused): initialized = PayoutRequest(id: id, refusedItems: Set(refused))
        case .pinned(let id, let refused): pinned = PayoutRequest(id: id, refusedItems: Set(refused))
        case .released: isReleased = true
        case .authorizing(_, let number):
            authorizations += 1
            lastAuthorization = AnnouncedAuthorization(number: number, token: line.token, time: line.time)
        case .authorizationNotSent: authorizations = max(0, authorizations - 1)
        case .following(let id):
            isFollowed = true
            followedID = id
        case .cancelling(let id):
            isCancelling = true
            // The requestId that the caller gave for a payout started elsewhere; nothing is authorized from here on.
            if request == nil { initialized = id.map { PayoutRequest(id: $0, refusedItems: []) } }
        case .ended(let recorded):
            recordedEnds = recorded
            ends = Dictionary(recorded.map { ($0.itemID, $0.end) }) { _, last in last }
            endedAt = line.time
        }
    }
}

/// A payout at the provider.
public struct PayoutRequest: Hashable, Sendable {
    /// The requestId.
    public let id: String
    /// The items that initialize refused.
    public let refusedItems: Set<String>
}

/// The line `authorizing` that was written last.
public struct AnnouncedAuthorization: Hashable, Sendable {
    /// The number of the authorization in its payout, from 1.
    public let number: Int
    /// The line's token; nil in a journal's first version.
    public let token: String?
    /// The line's time; nil in a journal's first version, whose writer held the journal for itself and is gone.
    public let time: Date?
}

/// A payout in one reading of the journal.
public struct PayoutHistory: Hashable, Sendable {
    /// The order that it belongs to.
    public let orderID: String
    /// The payout as it was ordered.
    public let payout: RecordedPayout
    /// The lines in order: the line of number n is at index n - 1.
    public private(set) var lines: [JournalLine]
    /// When it was read, by the journal's clock.
    public var readAt: Date
    /// The state after all lines.
    public private(set) var state: PayoutState

    /// A history of these lines.
    ///
    /// - Parameters:
    ///   - orderID: The order that it belongs to.
    ///   - payout: The payout as it was ordered.
    ///   - lines: The payout's lines in their sequence.
    ///   - readAt: When it was read, by the journal's clock.
    public init(orderID: String, payout: RecordedPayout, lines: [JournalLine] = [], readAt: Date) {
        self.orderID = orderID
        self.payout = payout
        self.readAt = readAt
        self.lines = []
        state = PayoutState(orderID: orderID, payout: payout)
        for line in lines { take(line) }
    }

    /// Adds a line after the last one.
    public mutating func take(_ line: JournalLine) {
        let line = state.numbered(line)
        lines.append(line)
        state.take(line)
    }
}

/// The verdict about an append.
public enum AppendVerdict: Hashable, Sendable {
    /// Write it, as the line of this number.
    case write(number: Int)
    /// It was written before, as this line.
    case written(JournalLine)
    /// Write nothing and refuse.
    case refuse(AppendRefusal)
}

extension PayoutHistory {
    /// Decides about an append to this history, which must not change until the decision is carried out.
    ///
    /// Rules 1 to 4 of `PayoutJournal`. A journal may also enforce the number of the line and the number of the
    /// authorization by unique indexes.
    public func verdict(on append: JournalAppend) -> AppendVerdict {
        if lines.indices.contains(append.after), lines[append.after].token == append.token {
            return .written(lines[append.after])
        }
        if let refusal = refusal(of: append.step) { return .refuse(refusal) }
        return append.after == lines.count ? .write(number: lines.count + 1) : .refuse(.overtaken)
    }

    private func refusal(of step: JournalStep) -> AppendRefusal? {
        let last = state.lastAuthorization
        switch step {
        case .authorizing(_, let number):
            if number <= last?.number ?? 0 { return .authorizationExists }
            return state.isCancelling || state.isStartedElsewhere ? .neverAuthorized : nil
        case .authorizationNotSent(let number, let writer):
            let isWriter = last?.number == number && writer != nil && last?.token == writer
            return isWriter ? nil : .notTheWriter
        default: return nil
        }
    }
}
