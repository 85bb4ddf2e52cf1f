/// What an order repeats of other orders.
public struct OrderRepeats: Hashable, Sendable {
    /// What keeps the order from being recorded.
    public let refused: [RepeatedItem]
    /// What the payer may want to know.
    public let notes: [RepeatedItem]
    /// Ids of orders that hold every item of this one with the same recipient, amount and currency: the same payroll
    /// under another id. To be reported first.
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

    /// Ids of the orders that are in the way, in the sequence in which they were found.
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
        /// The same item id for somebody else: a corrected recipient, or ids that begin anew in every order.
        case sameIDOfAnotherRecipient
    }

    /// Of the order at hand.
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
