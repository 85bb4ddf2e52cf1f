import Foundation

/// When an order counts as paying again what another order pays.
///
/// Item ids belong to their order: two orders may use the same ones. Repeats are found by content, the recipient with the
/// amount and currency. Whether the provider wants item ids to be unique across payouts is not documented.
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

    /// How far back is looked.
    public var reach: Duration { max(window, noteWindow) }

    /// - Parameter allowed: Ids of the orders that may be repeated; their items are reported all the same.
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

/// The items found, for looking them up.
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
    /// So many times 24 hours.
    public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

    var seconds: TimeInterval { TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18 }
}
