public import Foundation
public import IyzicoMassPayoutAPI
public import KurusRuntime

/// A payout and the state of each of its items.
public struct PayoutReport: Hashable, Sendable {
    /// The payer's id of the payout, from the provider if the journal does not know the payout.
    public let id: String
    /// The provider's id of the payout, where it is known.
    public let requestID: String?
    /// The provider's status; nil when the payout was cancelled before the provider knew it.
    public let status: MassPayoutSummary.MassPayoutStatus?
    /// ISO 4217.
    public let currency: String?
    /// The items in the order of the plan, then items that are not in the plan.
    public let items: [ItemReport]
    /// Whether the provider reports the payout as ended, or no item is open.
    public let isFinal: Bool
    /// The reason why an ended payout could not be read again: its ends are then the journal's, and a refund may have
    /// come since. nil for every other report.
    public let readError: PayoutReadError?

    /// A report of these items.
    public init(
        id: String, requestID: String?, status: MassPayoutSummary.MassPayoutStatus?, currency: String?,
        items: [ItemReport], isFinal: Bool, readError: PayoutReadError? = nil
    ) {
        self.readError = readError
        self.id = id
        self.requestID = requestID
        self.status = status
        self.currency = currency
        self.items = items
        self.isFinal = isFinal
    }

    /// Whether every item was paid.
    public var isPaid: Bool { !items.isEmpty && items.allSatisfy { $0.end == .paid } }

    /// Returns the items that have one of these ends.
    public func items(that ends: ItemEnd...) -> [ItemReport] {
        items.filter { ends.contains($0.end) }
    }
}

/// One item of a report. It does not hold the recipient, and it prints without the provider's texts.
public struct ItemReport: Hashable, Sendable {
    /// The payer's id of the item.
    public let id: String
    /// Its end, or `open` while it has none.
    public let end: ItemEnd
    /// The provider's status; nil if nothing was read.
    public let status: MassPayoutItemDetail.ItemStatus?
    /// The amount that was to be paid, in the payout's currency.
    public let amount: Decimal?
    /// The provider's commission for it, if known.
    public let commission: Decimal?
    /// The provider's code of the item, for `getItem` and for asking the provider.
    public let referenceCode: String?
    /// The provider's messages about a failure, unmasked: they may hold personal data.
    public let messages: [String]

    /// A report of one item.
    public init(
        id: String, end: ItemEnd, status: MassPayoutItemDetail.ItemStatus?, amount: Decimal?, commission: Decimal?,
        referenceCode: String?, messages: [String]
    ) {
        self.id = id
        self.end = end
        self.status = status
        self.amount = amount
        self.commission = commission
        self.referenceCode = referenceCode
        self.messages = messages
    }
}

extension PayoutReport: MaskedText {
    public var description: String {
        let counts = ItemEnd.allCases.compactMap { end in
            let count = items.count { $0.end == end }
            return count == 0 ? nil : "\(count) \(end.rawValue)"
        }
        let status = status.map(\.rawValue) ?? "not at the provider"
        return "\(id): \(Redaction.masked(status)); \(counts.joined(separator: ", "))"
    }
}

extension ItemReport: MaskedText {
    public var description: String { "\(ItemID.text(id)) \(end.rawValue)" }
}

extension PayoutReport {
    private var isUnderWay: Bool { status != nil && status != .initValue && !status.isFinal }

    /// Creates a report from a snapshot, in the order of the plan if there is one.
    ///
    /// - Parameter refused: Items that the provider refused, which it may leave out of its answers.
    init(
        _ snapshot: PayoutSnapshot, id: String?, requestID: String?, planned: RecordedPayout?, refused: Set<String>
    ) {
        let read = snapshot.items + snapshot.refused
        let byID = Dictionary(grouping: read) { $0.itemExternalId ?? "" }
        let plannedIDs = planned?.items.map(\.id) ?? []
        let others = read.filter { !plannedIDs.contains($0.itemExternalId ?? "") }
        let items =
            (planned?.items ?? []).map { ItemReport($0, byID[$0.id] ?? [], snapshot.agreedStatus, refused) }
            + others.map { ItemReport($0, snapshot.agreedStatus) }
        self.init(
            id: id ?? snapshot.payout.externalId ?? "", requestID: requestID ?? snapshot.requestID,
            status: snapshot.status, currency: planned?.currency ?? snapshot.payout.currency, items: items,
            isFinal: snapshot.agreedStatus.isFinal || (!items.isEmpty && items.allSatisfy(\.end.isClosed)))
    }

    /// Returns the report with known ends in place of older states.
    func keeping(_ ends: [String: ItemEnd]) -> PayoutReport {
        let items = items.map { item in
            // An item that is being processed is not unpaid, whatever was read before.
            let isDoubtful = item.isUnderWay || isUnderWay
            guard let end = ends[item.id], item.end.comesBefore(end), !(end.isOfPayout && isDoubtful) else {
                return item
            }
            return ItemReport(
                id: item.id, end: end, status: item.status, amount: item.amount, commission: item.commission,
                referenceCode: item.referenceCode, messages: item.messages)
        }
        return PayoutReport(
            id: id, requestID: requestID, status: status, currency: currency, items: items,
            isFinal: isFinal || items.allSatisfy(\.end.isClosed))
    }

    /// Creates a report from the journal, without reading.
    init(_ state: PayoutState, readError: PayoutReadError? = nil) {
        let items = state.payout.items.map { ItemReport($0, end: state.end(of: $0.id)) }
        self.init(
            id: state.payout.id, requestID: state.request?.id, status: nil, currency: state.payout.currency,
            items: items, isFinal: state.ends != nil, readError: readError)
    }
}

extension ItemReport {
    fileprivate var isUnderWay: Bool { end == .open && status != nil && status != .initValue }

    init(_ item: RecordedItem, end: ItemEnd) {
        self.init(
            id: item.id, end: end, status: nil, amount: item.amount, commission: nil, referenceCode: nil, messages: [])
    }

    /// - Parameter read: The items read under the item's id. Several that differ leave it open; so does none, unless
    ///   the provider is known to have refused it.
    init(
        _ planned: RecordedItem, _ read: [MassPayoutItemDetail], _ payout: PayoutSnapshot.Status?,
        _ refused: Set<String>
    ) {
        let reports = read.map { ItemReport($0, payout) }
        if let report = reports.first, Set(reports.map(\.end)).count == 1 {
            self = report
        } else {
            self.init(planned, end: read.isEmpty && refused.contains(planned.id) ? .refused : .open)
        }
    }

    init(_ item: MassPayoutItemDetail, _ payout: PayoutSnapshot.Status?) {
        self.init(
            id: item.itemExternalId ?? "", end: ItemEnd(item.itemStatus, in: payout), status: item.itemStatus,
            amount: item.totalAmount, commission: item.commissionAmount, referenceCode: item.referenceCode,
            messages: (item.errorMessages ?? []) + [item.errorMessage].compactMap { $0 })
    }
}

extension ItemEnd {
    /// Whether an item can go from this end to another: from open to any, and from failed to a refund.
    fileprivate func comesBefore(_ other: ItemEnd) -> Bool {
        switch self {
        case .open: other != .open
        case .failed: other == .refunded || other == .refundFailed
        default: false
        }
    }

    /// Whether the payout's status decides this end when the item has none.
    fileprivate var isOfPayout: Bool { self == .canceled || self == .unfunded }

    /// Creates the end from an item's status, or from the payout's if that leaves it open.
    init(_ status: MassPayoutItemDetail.ItemStatus?, in payout: PayoutSnapshot.Status?) {
        self =
            switch status {
            case .success: .paid
            case .failed: .failed
            case .depositSuccess: .refunded
            case .depositFail: .refundFailed
            case .invalid: .refused
            case .massPayoutCanceled: .canceled
            case nil, .initValue: Self.ofUntouchedItem(in: payout)
            default: .open
            }
    }

    /// iyzico documents CANCELED and INSUFFICIENT_BALANCE as nothing paid, FAIL as "all items failed". They decide
    /// about items that were never started; an item that is being processed may still be paid, whatever its payout's
    /// status.
    private static func ofUntouchedItem(in payout: PayoutSnapshot.Status?) -> ItemEnd {
        switch payout {
        case .fail: .failed
        case .canceled: .canceled
        case .insufficientBalance: .unfunded
        default: .open
        }
    }
}

extension PayoutSnapshot.Status? {
    /// Whether the pages describe the status as an end. SUCCESS and IYZICO_INSUFFICIENT_BALANCE are known only from
    /// iyzico's Java client, so there the items decide.
    var isFinal: Bool {
        switch self {
        case .completed, .fail, .insufficientBalance, .canceled: true
        default: false
        }
    }
}
