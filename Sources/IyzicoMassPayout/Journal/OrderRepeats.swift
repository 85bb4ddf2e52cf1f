public import Foundation

/// The repeats of other orders' items in an order.
public struct OrderRepeats: Hashable, Sendable {
    /// Repeats that prevent the recording.
    public let refused: [RepeatedItem]
    /// Repeats that are only reported.
    public let notes: [RepeatedItem]
    /// Ids of orders that hold every item of this one with the same recipient, amount and currency: the same payroll
    /// under another id. Report these first.
    public let wholeOrders: [String]

    static let none = OrderRepeats(refused: [], notes: [], itemCount: 0)

    /// - Parameter itemCount: How many items the order has.
    init(refused: [RepeatedItem], notes: [RepeatedItem], itemCount: Int) {
        self.refused = refused
        self.notes = notes
        var items: [String: Set<String>] = [:]
        var sequence: [String] = []
        for match in refused + notes where match.kind == .sameContent {
            if items[match.earlier.orderID] == nil { sequence.append(match.earlier.orderID) }
            items[match.earlier.orderID, default: []].insert(match.itemID)
        }
        wholeOrders = sequence.filter { itemCount > 0 && items[$0]?.count == itemCount }
    }

    /// Ids of the orders that prevent the recording, in the order in which they were found.
    public var refusingOrders: [String] {
        var ids: [String] = []
        for match in refused where !ids.contains(match.earlier.orderID) { ids.append(match.earlier.orderID) }
        return ids
    }
}

/// An item that repeats one of another order.
public struct RepeatedItem: Hashable, Sendable {
    /// How much of the earlier item is repeated.
    public enum Kind: Hashable, Sendable {
        /// The same recipient, amount and currency.
        case sameContent
        /// The same item id and recipient, and another amount or currency: a corrected order that is sent again.
        case sameIDAndRecipient
        /// The same item id for another recipient: a corrected recipient, or ids that restart in every order.
        case sameIDOfAnotherRecipient
    }

    /// The item's id in the new order.
    public let itemID: String
    /// How much of the earlier item is repeated.
    public let kind: Kind
    /// The item of the other order.
    public let earlier: EarlierItem

    /// An item that repeats an earlier one.
    public init(itemID: String, kind: Kind, earlier: EarlierItem) {
        self.itemID = itemID
        self.kind = kind
        self.earlier = earlier
    }
}

/// The items of an order to look for in other orders.
public struct RepeatQuery: Hashable, Sendable {
    /// An item of the new order.
    public struct Item: Hashable, Sendable {
        /// The item's id in its order.
        public let id: String
        /// The amount in the currency's major unit.
        public let amount: Decimal
        /// ISO 4217.
        public let currency: String
        /// The recipient's hash in each form that a journal may hold.
        public let recipients: Set<RecipientHash>

        /// An item to look for in other orders.
        public init(id: String, amount: Decimal, currency: String, recipients: Set<RecipientHash>) {
            self.id = id
            self.amount = amount
            self.currency = currency
            self.recipients = recipients
        }
    }

    /// The order that asks; its own items are no repeats.
    public let orderID: String
    /// The items to look for.
    public let items: [Item]
    /// Orders recorded longer ago than this are left out, except those without a time.
    public let reach: Duration

    /// Creates a query.
    public init(orderID: String, items: [Item], reach: Duration) {
        self.orderID = orderID
        self.items = items
        self.reach = reach
    }
}

/// An item of another order that an order may repeat: one of the same recipient, amount and currency, or one of the same
/// id, that does not read as unpaid.
public struct EarlierItem: Hashable, Sendable {
    /// The order that it belongs to.
    public let orderID: String
    /// The payout that it belongs to.
    public let payoutID: String
    /// The item's id in that order.
    public let itemID: String
    /// The amount in the currency's major unit.
    public let amount: Decimal
    /// ISO 4217.
    public let currency: String
    /// The keyed hash of its recipient.
    public let recipient: RecipientHash
    /// When its order was recorded; nil in a journal's first version.
    public let recordedAt: Date?
    /// Its end as far as the journal knows it.
    public let end: ItemEnd

    /// Creates an item of another order.
    public init(
        orderID: String, payoutID: String, itemID: String, amount: Decimal, currency: String,
        recipient: RecipientHash, recordedAt: Date?, end: ItemEnd
    ) {
        self.orderID = orderID
        self.payoutID = payoutID
        self.itemID = itemID
        self.amount = amount
        self.currency = currency
        self.recipient = recipient
        self.recordedAt = recordedAt
        self.end = end
    }
}

/// The result of a query.
public struct EarlierItems: Hashable, Sendable {
    /// In the sequence in which they were recorded.
    public let items: [EarlierItem]
    /// The time of the query, by the journal's clock.
    public let readAt: Date

    /// Creates a result.
    public init(items: [EarlierItem], readAt: Date) {
        self.items = items
        self.readAt = readAt
    }
}

/// The rules by which an order repeats another order.
///
/// Item ids belong to their order: two orders may use the same ones. Repeats are found by content, the recipient with
/// the amount and currency. The provider does not document whether item ids must be unique across payouts.
public struct RepeatRules: Hashable, Sendable {
    /// Repeats of orders recorded within this time are refused. Orders of a journal's first version have no time and
    /// count as recent.
    public var window: Duration
    /// Repeats of orders recorded within this time are reported.
    public var noteWindow: Duration

    /// Rules with these windows.
    public init(window: Duration = .days(20), noteWindow: Duration = .days(45)) {
        self.window = window
        self.noteWindow = noteWindow
    }

    /// How far back repeats are searched.
    public var reach: Duration { max(window, noteWindow) }

    /// - Parameter allowed: Ids of the orders that may be repeated; their items are still reported.
    func repeats(of query: RepeatQuery, in earlier: EarlierItems, allowing allowed: Set<String>) -> OrderRepeats {
        let found = EarlierItemTable(earlier.items)
        var refused: [RepeatedItem] = []
        var notes: [RepeatedItem] = []
        for item in query.items {
            for (kind, other) in found.matches(of: item) {
                let isRecent = other.recordedAt.map { earlier.readAt.timeIntervalSince($0) <= window.seconds } ?? true
                let match = RepeatedItem(itemID: item.id, kind: kind, earlier: other)
                if kind != .sameIDOfAnotherRecipient, isRecent, !allowed.contains(other.orderID) {
                    refused.append(match)
                } else if kind != .sameIDOfAnotherRecipient || isRecent {
                    notes.append(match)
                }
            }
        }
        return OrderRepeats(refused: refused, notes: notes, itemCount: query.items.count)
    }
}

/// The items found, indexed for lookup.
private struct EarlierItemTable {
    private struct Content: Hashable {
        let recipient: RecipientHash
        let amount: Decimal
        let currency: String
    }

    private var byContent: [Content: [EarlierItem]] = [:]
    private var byID: [String: [EarlierItem]] = [:]

    init(_ items: [EarlierItem]) {
        for item in items {
            let content = Content(recipient: item.recipient, amount: item.amount, currency: item.currency)
            byContent[content, default: []].append(item)
            byID[item.itemID, default: []].append(item)
        }
    }

    func matches(of item: RepeatQuery.Item) -> [(RepeatedItem.Kind, EarlierItem)] {
        let same = item.recipients.flatMap { recipient in
            byContent[Content(recipient: recipient, amount: item.amount, currency: item.currency)] ?? []
        }
        let others = (byID[item.id] ?? []).filter { !same.contains($0) }
        return same.map { (.sameContent, $0) }
            + others.map {
                (item.recipients.contains($0.recipient) ? .sameIDAndRecipient : .sameIDOfAnotherRecipient, $0)
            }
    }
}

extension Duration {
    /// Returns a number of days of 24 hours.
    public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

    var seconds: TimeInterval { TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18 }
}
