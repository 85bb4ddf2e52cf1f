/// What a journal knows of one payout: its entries, folded in their order.
public struct PayoutState: Hashable, Sendable {
    /// The id of the plan that it belongs to.
    public let planID: String
    public let payout: RecordedPayout
    /// How often initialize was announced and may have been carried out. 0: what the provider has under this id is not
    /// this journal's.
    public private(set) var initializations = 0
    /// Whether the provider had it before this journal asked for it.
    public private(set) var isStartedElsewhere = false
    /// What initialize answered last.
    public private(set) var initialized: PayoutRequest?
    /// The one request that this payout is, once it is decided.
    public private(set) var pinned: PayoutRequest?
    /// How often authorize was announced and may have left this machine.
    public private(set) var authorizations = 0
    /// Whether somebody else authorized it.
    public private(set) var isFollowed = false
    /// Its requestId, where it was read.
    public private(set) var followedID: String?
    /// Whether the payer gave it up.
    public private(set) var isCancelling = false
    /// The last reading in which nothing was open; nil before.
    public private(set) var ends: [String: ItemEnd]?

    init(planID: String, payout: RecordedPayout) {
        self.planID = planID
        self.payout = payout
    }

    /// The request that is known by its id, pinned or not.
    public var request: PayoutRequest? { pinned ?? initialized }

    /// Whether it was authorized as far as this journal knows, or may have been by it.
    public var mayBeAuthorized: Bool { authorizations > 0 || isFollowed }

    /// Whether any of its money may have moved, by this journal or by whoever started it elsewhere.
    public var mayHaveMovedMoney: Bool { mayBeAuthorized || isStartedElsewhere }

    /// Where an item stands as far as the journal knows: open until an end was read.
    public func end(of itemID: String) -> ItemEnd {
        guard let ends else { return .open }
        return ends[itemID] ?? (pinned?.refusedItems.contains(itemID) == true ? .refused : .open)
    }

    mutating func take(_ step: JournalStep) {
        switch step {
        case .initializing: initializations += 1
        case .notInitialized: initializations = max(0, initializations - 1)
        case .startedElsewhere: isStartedElsewhere = true
        case .initialized(let id, let refused): initialized = PayoutRequest(id: id, refusedItems: Set(refused))
        case .pinned(let id, let refused): pinned = PayoutRequest(id: id, refusedItems: Set(refused))
        case .authorizing: authorizations += 1
        case .authorizationNotSent: authorizations = max(0, authorizations - 1)
        case .following(let id):
            isFollowed = true
            followedID = id
        case .cancelling(let id):
            isCancelling = true
            // The caller's word for what was started elsewhere; nothing is authorized any more.
            if request == nil { initialized = id.map { PayoutRequest(id: $0, refusedItems: []) } }
        case .ended(let recorded):
            ends = Dictionary(recorded.map { ($0.itemID, $0.end) }) { _, last in last }
        }
    }
}

/// A payout as the provider knows it.
public struct PayoutRequest: Hashable, Sendable {
    /// The requestId.
    public let id: String
    /// The items that initialize refused.
    public let refusedItems: Set<String>
}
