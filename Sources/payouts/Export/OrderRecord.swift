import Foundation
import IyzicoMassPayout

/// The complete record of an order, from the journal, completed by the provider.
struct OrderRecord {
    /// The time and the actor of an event; both are unknown in a journal of the first version.
    struct Event {
        let time: Date?
        let actor: String?
    }

    struct Payout {
        let id: String
        let requestID: String?
        /// Nil where this journal never authorized it.
        let authorized: Event?
        let items: [Item]
    }

    struct Item {
        let payoutID: String
        let requestID: String?
        let id: String
        let amount: Decimal
        let currency: String
        let end: ItemEnd
        /// The time when the end was read; nil while it is open, or where the journal does not know.
        let ended: Date?
        /// The provider's code for the item.
        let reference: String?
        let commission: Decimal?
        let authorized: Date?
        /// The item in the order's file, where it is given.
        let given: PayoutItem?
    }

    let id: String
    let host: String
    /// The fingerprint of the account's API key.
    let key: String
    let recorded: Event
    let payouts: [Payout]
    /// The time of the record.
    let made: Date

    var items: [Item] { payouts.flatMap(\.items) }

    /// - Parameters:
    ///   - readings: Readings of payouts that the journal knows incompletely.
    ///   - file: The items of the order's file by id; empty where it is not given.
    init(
        _ order: JournaledOrder, _ account: Account, readings: [String: PayoutReport], file: [String: PayoutItem],
        made: Date
    ) {
        id = order.id
        host = account.hostName
        key = account.credentials.fingerprint
        recorded = Event(time: order.recordedAt, actor: order.actor)
        self.made = made
        payouts = order.payouts.map { Payout($0, readings[$0.payout.id], file) }
    }
}

extension OrderRecord.Payout {
    fileprivate init(_ history: PayoutHistory, _ reading: PayoutReport?, _ file: [String: PayoutItem]) {
        let state = history.state
        let line = history.lines.last { if case .authorizing = $0.step { true } else { false } }
        let isAuthorized = state.authorizations > 0
        id = history.payout.id
        requestID = reading?.requestID ?? state.request?.id
        authorized = isAuthorized ? OrderRecord.Event(time: line?.time, actor: line?.actor) : nil
        let read = Dictionary(reading?.items.map { ($0.id, $0) } ?? []) { first, _ in first }
        let ends = RecordedEnds(history.lines)
        let (request, time) = (requestID, authorized?.time)
        items = history.payout.items.map { item in
            OrderRecord.Item(
                payoutID: history.payout.id, requestID: request, id: item.id, amount: item.amount,
                currency: history.payout.currency, end: read[item.id]?.end ?? state.end(of: item.id),
                ended: ends.times[item.id] ?? nil,
                reference: ends.last[item.id]?.referenceCode ?? read[item.id]?.referenceCode,
                commission: ends.last[item.id]?.commission ?? read[item.id]?.commission, authorized: time,
                given: file[item.id])
        }
    }
}

/// The ends of a payout's items in the journal's lines.
private struct RecordedEnds {
    private(set) var last: [String: RecordedEnd] = [:]
    /// The time when each item's last end was first recorded.
    private(set) var times: [String: Date?] = [:]

    init(_ lines: [JournalLine]) {
        for line in lines {
            guard case .ended(let ends) = line.step else { continue }
            for end in ends where end.end != .open {
                if last[end.itemID]?.end != end.end { times[end.itemID] = line.time }
                last[end.itemID] = end
            }
        }
    }
}

extension PayoutHistory {
    /// Whether the provider may know details for a record that the journal lacks.
    var lacksEnds: Bool {
        guard state.mayHaveMovedMoney else { return false }
        guard state.ends != nil else { return true }
        let ends = lines.flatMap { line -> [RecordedEnd] in if case .ended(let ends) = line.step { ends } else { [] } }
        let ended = Set(ends.filter { $0.referenceCode != nil }.map(\.itemID))
        return payout.items.contains { !ended.contains($0.id) && state.request?.refusedItems.contains($0.id) != true }
    }
}

/// The sums of an order's items by currency and end.
struct ExportSums {
    struct Row {
        let end: ItemEnd
        let currency: String
        let count: Int
        let amount: Decimal
        /// Nil where no commission is known.
        let commission: Decimal?
    }

    /// The rows of each currency, in the order of `ItemEnd.allCases`.
    let rows: [Row]
    /// One row for each currency, whose `end` has no meaning.
    let totals: [Row]

    init(_ items: [OrderRecord.Item]) {
        let currencies = Set(items.map(\.currency)).sorted()
        rows = currencies.flatMap { currency in
            ItemEnd.allCases.compactMap { end in
                Self.row(end, currency, items.filter { $0.currency == currency && $0.end == end })
            }
        }
        totals = currencies.compactMap { currency in Self.row(.open, currency, items.filter { $0.currency == currency })
        }
    }

    private static func row(_ end: ItemEnd, _ currency: String, _ items: [OrderRecord.Item]) -> Row? {
        guard !items.isEmpty else { return nil }
        let commissions = items.compactMap(\.commission)
        return Row(
            end: end, currency: currency, count: items.count, amount: items.reduce(0) { $0 + $1.amount },
            commission: commissions.isEmpty ? nil : commissions.reduce(0, +))
    }
}
