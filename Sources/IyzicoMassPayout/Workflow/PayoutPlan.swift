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
