import IyzicoMassPayout
import IyzicoMassPayoutAPI

/// Finds items that pay the same recipient the same amount: most often one row that was copied.
enum Duplicates {
    /// Each such item's index, and that of the first one.
    static func pairs(in items: [PayoutItem], among indices: some Sequence<Int>) -> [(index: Int, first: Int)] {
        var places = FirstPlaces(count: items.count)
        var pairs: [(index: Int, first: Int)] = []
        for index in indices {
            let item = items[index]
            let recipient = item.recipient.canonicalText
            var hasher = Hasher()
            hasher.combine(recipient)
            hasher.combine(item.amount)
            let first = places.first(equalTo: index, hash: hasher.finalize()) { other in
                isDuplicate(items[other], item, recipient)
            }
            if let first { pairs.append((index, first)) }
        }
        return pairs
    }

    /// The name beside an account does not tell two payments apart.
    private static func isDuplicate(_ other: PayoutItem, _ item: PayoutItem, _ recipient: String) -> Bool {
        other.amount == item.amount && other.recipient.kind == item.recipient.kind
            && other.recipient.canonicalText == recipient
    }
}
