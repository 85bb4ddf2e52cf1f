public import Foundation
public import IyzicoMassPayoutAPI
import KurusRuntime

/// A payout and where each of its items stands.
public struct PayoutReport: Hashable, Sendable {
    /// The payer's id of the payout; the provider's word for it where the journal does not know the payout.
    public let id: String
    /// The provider's id of the payout, where it is known.
    public let requestID: String?
    /// nil where the payout was given up before the provider knew it.
    public let status: MassPayoutSummary.MassPayoutStatus?
    /// ISO 4217.
    public let currency: String?
    /// In the order of the plan; items that the plan does not know follow.
    public let items: [ItemReport]
    /// Whether the provider says of the payout that it is over, or no item is open.
    public let isFinal: Bool
    /// Why the provider could not be asked again about a payout that is at its end: the ends are the journal's then, and a
    /// refund may have come since. nil for every other report.
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

    /// The items whose end is one of these.
    public func items(that ends: ItemEnd...) -> [ItemReport] {
        items.filter { ends.contains($0.end) }
    }
}

/// One item of a report. Printed without its recipient, which it does not hold, and without the provider's texts.
public struct ItemReport: Hashable, Sendable {
    /// The payer's id of the item.
    public let id: String
    /// Its end, or `open` while it has none.
    public let end: ItemEnd
    /// As the provider has it; nil where nothing was read.
    public let status: MassPayoutItemDetail.ItemStatus?
    /// The amount that was to be paid, in the payout's currency.
    public let amount: Decimal?
    /// The provider's commission for it, where it is known.
    public let commission: Decimal?
    /// The provider's code of the item, for `getItem` and for asking the provider.
    public let referenceCode: String?
    /// What the provider says of a failure, as it came: it may hold people's data.
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
