import IyzicoMassPayoutAPI

/// A payout with all of its items, as one walk over its pages found it.
struct PayoutSnapshot: Sendable {
    let payout: MassPayoutSummary
    /// Those that were accepted.
    let items: [MassPayoutItemDetail]
    /// Those that were not.
    let refused: [MassPayoutItemDetail]

    typealias Status = MassPayoutSummary.MassPayoutStatus

    var status: Status? { payout.massPayoutStatus }

    /// The payout's status where all pages say the same; pages of different ages tell nothing of items that say nothing
    /// themselves.
    let agreedStatus: Status?

    /// How far the payout has come, as far as one reading can tell.
    enum Stage {
        /// The payout and all of its items are in INIT: nothing of it is authorized, as far as this reading tells.
        case initial
        /// It was authorized or cancelled.
        case beyond
        /// It does not say.
        case unknown
    }

    var stage: Stage {
        guard let status else { return .unknown }
        let isInitial = status == .initValue && items.allSatisfy { $0.itemStatus == nil || $0.itemStatus == .initValue }
        return isInitial ? .initial : .beyond
    }

    init(_ cursor: PageCursor) async throws(PayoutReadError) {
        var cursor = cursor
        var summaries: [MassPayoutSummary] = []
        var items: [MassPayoutItemDetail] = []
        while let page = try await cursor.next() {
            summaries.append(page.payout)
            items += page.items
        }
        // Pages may be of different ages, and no payout comes back to INIT.
        let isPast: (MassPayoutSummary) -> Bool = { ![nil, .initValue].contains($0.massPayoutStatus) }
        guard let payout = summaries.last(where: isPast) ?? summaries.last else { throw .noPayout }
        self.payout = payout
        agreedStatus = Set(summaries.map(\.massPayoutStatus)).count == 1 ? payout.massPayoutStatus : nil
        // By their status, since a provider that does not know itemType lists them together.
        self.items = items.filter { $0.itemStatus != .invalid }
        refused = items.filter { $0.itemStatus == .invalid }
    }

    /// The requestId, where the items tell it, all alike.
    var requestID: String? {
        let ids = Set((items + refused).map(\.massPayoutRequestId))
        return ids.count == 1 ? ids.first ?? nil : nil
    }

    var refusedIDs: [String] { refused.compactMap(\.itemExternalId) }
}
