import Foundation
import IyzicoMassPayout

/// Everything that is known of an order, for who files it: what the journal has, and of the provider what the journal lacks.
struct OrderRecord {
    /// Who did something when; both are unknown in a journal's first version.
    struct Event {
        let time: Date?
        let actor: String?
    }

    struct Payout {
        let id: String
        let requestID: String?
        /// nil where it was never authorized by this journal.
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
        /// When its end was read; nil while it is open, and where the journal does not know.
        let ended: Date?
        /// The provider's code of the item.
        let reference: String?
        let commission: Decimal?
        let authorized: Date?
        /// Of the file that the caller gives.
        let given: PayoutItem?
    }

    let id: String
    let host: String
    /// The fingerprint of the account's API key.
    let key: String
    let recorded: Event
    let payouts: [Payout]
    /// When it was put together.
    let made: Date

    var items: [Item] { payouts.flatMap(\.items) }

    /// - Parameters:
    ///   - readings: Of payouts of which the journal lacks something.
    ///   - file: The items of the order's file by their ids; empty where it is not given.
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

/// The ends of a payout's items as its lines have them.
private struct RecordedEnds {
    private(set) var last: [String: RecordedEnd] = [:]
    /// When each item's last end was written first.
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
    /// Whether the provider may know something that a record needs and the journal lacks.
    var lacksEnds: Bool {
        guard state.mayHaveMovedMoney else { return false }
        guard state.ends != nil else { return true }
        let ends = lines.flatMap { line -> [RecordedEnd] in if case .ended(let ends) = line.step { ends } else { [] } }
        let ended = Set(ends.filter { $0.referenceCode != nil }.map(\.itemID))
        return payout.items.contains { !ended.contains($0.id) && state.request?.refusedItems.contains($0.id) != true }
    }
}
