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

    init(_ cursor: PageCursor) async throws(PayoutReadError) {
        var cursor = cursor
        var last: MassPayoutSummary?
        var items: [MassPayoutItemDetail] = []
        while let page = try await cursor.next() {
            last = page.payout
            items += page.items
        }
        guard let last else { throw .noPayout }
        payout = last
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
