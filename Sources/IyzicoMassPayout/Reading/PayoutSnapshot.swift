import IyzicoMassPayoutAPI
public import KurusRuntime

/// A payout with all of its items, from one reading of its pages.
struct PayoutSnapshot: Sendable {
    let payout: MassPayoutSummary
    /// The accepted items.
    let items: [MassPayoutItemDetail]
    /// The refused items.
    let refused: [MassPayoutItemDetail]

    typealias Status = MassPayoutSummary.MassPayoutStatus

    var status: Status? { payout.massPayoutStatus }

    /// The payout's status if all pages agree. Pages of different ages cannot decide about items without a status.
    let agreedStatus: Status?

    /// How far the payout has come, by one reading.
    enum Stage {
        /// The payout and all of its items are in INIT, so that nothing is authorized at this reading.
        case initial
        /// It was authorized or cancelled.
        case beyond
        /// The reading has no status.
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
        // Pages may be of different ages, and no payout returns to INIT.
        let isPast: (MassPayoutSummary) -> Bool = { ![nil, .initValue].contains($0.massPayoutStatus) }
        guard let payout = summaries.last(where: isPast) ?? summaries.last else { throw .noPayout }
        self.payout = payout
        agreedStatus = Set(summaries.map(\.massPayoutStatus)).count == 1 ? payout.massPayoutStatus : nil
        // Split by status, since a provider that ignores itemType lists them together.
        self.items = items.filter { $0.itemStatus != .invalid }
        refused = items.filter { $0.itemStatus == .invalid }
    }

    /// The requestId, if all items have the same.
    var requestID: String? {
        let ids = Set((items + refused).map(\.massPayoutRequestId))
        return ids.count == 1 ? ids.first ?? nil : nil
    }

    var refusedIDs: [String] { refused.compactMap(\.itemExternalId) }
}

/// The payout to read.
public enum PayoutReference: Hashable, Sendable {
    /// By the requestId that initialize answered.
    case requestID(String)
    /// By the payer's own id, the externalId of initialize. The result for an externalId that was initialized twice is
    /// not documented.
    case externalID(String)

    func request(page: Int, size: Int, _ type: MassPayoutRetrieveRequest.ItemType) -> MassPayoutRetrieveRequest {
        switch self {
        case .requestID(let id): MassPayoutRetrieveRequest(requestId: id, page: page, size: size, itemType: type)
        case .externalID(let id):
            MassPayoutRetrieveRequest(externalMassPayoutId: id, page: page, size: size, itemType: type)
        }
    }
}

/// The reason why a payout could not be read.
public enum PayoutReadError: Error, Hashable, Sendable {
    /// A call failed.
    case api(APIError)
    /// A success without a payout, one of a provider's possible answers for an unknown payout.
    case noPayout
    /// A page without new items before the announced total was reached; reading on would not end.
    case pagesRepeat(page: Int)
}

extension PayoutReadError {
    /// Whether the provider rejected the keys, so that repeating the call does not help.
    var isAboutKeys: Bool {
        guard case .api(let error) = self, let code = error.refusal.flatMap({ IyzicoFailure($0)?.code }) else {
            return false
        }
        return code.isAboutTheCaller && code != .requestLimitExceeded
    }
}

extension PayoutReadError: MaskedText {
    /// The reason, without the provider's own words.
    public var description: String {
        switch self {
        case .api(let error): error.plainText
        case .noPayout: "the answer holds no payout"
        case .pagesRepeat(let page): "page \(page) of the items brought nothing new, and the total was not reached"
        }
    }
}
