import Foundation

/// The orders of a journal and their lines in memory, for the journals in memory and in a file.
struct JournalBook {
    private struct Order {
        let plan: RecordedPlan
        let recordedAt: Date?
        let actor: String?
    }

    /// The location of an item: its order, payout and index.
    private struct ItemPlace {
        let order: Int
        let payoutID: String
        let item: Int
    }

    private var orders: [Order] = []
    private var orderPlaces: [String: Int] = [:]
    private var payouts: [String: PayoutHistory] = [:]
    // Built on the first search for repeats, which most openings never make.
    private var indexedOrders = 0
    private var placesOfRecipient: [String: [ItemPlace]] = [:]
    private var placesOfItem: [String: [ItemPlace]] = [:]

    /// Adds a line. Returns false when its payout is unknown, or its order or one of the order's payouts exists
    /// already.
    mutating func take(_ line: StoredLine) -> Bool {
        switch line.entry {
        case .plan(let plan):
            return take(plan, line)
        case .step(let payoutID, let step):
            guard let number = payouts[payoutID]?.lines.count else { return false }
            payouts[payoutID]?.take(
                JournalLine(number: number + 1, time: line.time, actor: line.actor, token: line.token, step: step))
            return true
        }
    }

    private mutating func take(_ plan: RecordedPlan, _ line: StoredLine) -> Bool {
        guard orderPlaces[plan.id] == nil else { return false }
        orderPlaces[plan.id] = orders.count
        orders.append(Order(plan: plan, recordedAt: line.time, actor: line.actor))
        for payout in plan.payouts where payouts[payout.id] == nil {
            payouts[payout.id] = PayoutHistory(orderID: plan.id, payout: payout, readAt: .distantPast)
        }
        return true
    }

    func payout(_ id: String, at now: Date) -> PayoutHistory? {
        guard var history = payouts[id] else { return nil }
        history.readAt = now
        return history
    }

    func orderID(ofPayout id: String) -> String? { payouts[id]?.orderID }

    func order(_ id: String, at now: Date) -> JournaledOrder? {
        orderPlaces[id].map { order(at: $0, now) }
    }

    func orders(after position: Int, limit: Int, at now: Date) -> [JournaledOrder] {
        let start = min(max(0, position), orders.count)
        return (start..<min(orders.count, start + max(0, limit))).map { order(at: $0, now) }
    }

    private func order(at place: Int, _ now: Date) -> JournaledOrder {
        let order = orders[place]
        return JournaledOrder(
            position: place + 1, plan: order.plan, recordedAt: order.recordedAt, actor: order.actor,
            payouts: order.plan.payouts.compactMap { payout($0.id, at: now) })
    }

    /// The line to write for an append, or what becomes of it without.
    func verdict(on append: JournalAppend) -> AppendVerdict {
        payouts[append.payoutID]?.verdict(on: append) ?? .refuse(.unknownPayout)
    }
}

/// The place of the lines of a book: memory, or a file.
protocol BookKeeping: ~Copyable {
    associatedtype Failure: Error

    var book: JournalBook { get set }

    /// Keeps a line, and adds it to the book.
    mutating func write(_ line: StoredLine) throws(Failure)
}

extension BookKeeping where Self: ~Copyable {
    mutating func record(_ recording: OrderRecording, at now: Date) throws(Failure) -> RecordingOutcome {
        if let order = book.order(recording.plan.id, at: now) { return .known(order) }
        for payout in recording.plan.payouts {
            if let known = book.payout(payout.id, at: now) { return .payoutKnown(known) }
        }
        let repeats = recording.repeats(book.earlierItems(recording.query, at: now))
        guard repeats.refused.isEmpty else { return .repeats(repeats) }
        try write(StoredLine(recording, at: now))
        return .recorded(repeats)
    }

    mutating func append(_ append: JournalAppend, at now: Date) throws(Failure) -> AppendOutcome {
        switch book.verdict(on: append) {
        case .written(let line): return .appended(line)
        case .refuse(let refusal): return .refused(refusal)
        case .write(let number):
            try write(StoredLine(append, at: now))
            return .appended(JournalLine(append, number: number, at: now))
        }
    }
}

extension JournalBook {
    mutating func earlierItems(_ query: RepeatQuery, at now: Date) -> EarlierItems {
        indexItems()
        var found: [(place: ItemPlace, item: EarlierItem)] = []
        for item in query.items {
            // A first-version hash includes the name, so texts of different forms never match.
            for place in item.recipients.flatMap({ placesOfRecipient[$0.text] ?? [] }) {
                guard let earlier = earlierItem(at: place, query, now), earlier.amount == item.amount,
                    earlier.currency == item.currency
                else { continue }
                found.append((place, earlier))
            }
            for place in placesOfItem[item.id] ?? [] {
                if let earlier = earlierItem(at: place, query, now) { found.append((place, earlier)) }
            }
        }
        var seen: Set<[String]> = []
        let items = found.sorted { ($0.place.order, $0.place.item) < ($1.place.order, $1.place.item) }.map(\.item)
            .filter { seen.insert([$0.payoutID, $0.itemID]).inserted }
        return EarlierItems(items: items, readAt: now)
    }

    private mutating func indexItems() {
        for place in indexedOrders..<orders.count {
            for payout in orders[place].plan.payouts {
                for (index, item) in payout.items.enumerated() {
                    let itemPlace = ItemPlace(order: place, payoutID: payout.id, item: index)
                    placesOfRecipient[item.recipient.text, default: []].append(itemPlace)
                    placesOfItem[item.id, default: []].append(itemPlace)
                }
            }
        }
        indexedOrders = orders.count
    }

    /// Returns the item at a location; nil when it is the query's own, out of its reach, or unpaid.
    private func earlierItem(at place: ItemPlace, _ query: RepeatQuery, _ now: Date) -> EarlierItem? {
        let order = orders[place.order]
        guard order.plan.id != query.orderID, let history = payouts[place.payoutID] else { return nil }
        if let time = order.recordedAt, now.timeIntervalSince(time) > query.reach.seconds { return nil }
        let item = history.payout.items[place.item]
        let end = history.state.end(of: item.id)
        guard !end.isUnpaid else { return nil }
        return EarlierItem(
            orderID: order.plan.id, payoutID: place.payoutID, itemID: item.id, amount: item.amount,
            currency: history.payout.currency, recipient: item.recipient, recordedAt: order.recordedAt, end: end)
    }
}
