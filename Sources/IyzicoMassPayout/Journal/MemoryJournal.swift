public import Foundation
import Synchronization

/// A journal in memory, for tests and dry runs, never for money.
public final class MemoryJournal: PayoutJournal {
    private struct Kept: BookKeeping {
        typealias Failure = Never

        var book = JournalBook()
        var leases: [String: JournalLease] = [:]

        mutating func write(_ line: StoredLine) { _ = book.take(line) }
    }

    public let key: JournalKey
    private let kept = Mutex(Kept())
    private let now: @Sendable () -> Date

    /// A journal without orders.
    ///
    /// - Parameters:
    ///   - key: A random one when nil.
    ///   - now: The journal's clock.
    public init(key: JournalKey? = nil, now: @escaping @Sendable () -> Date = { Date() }) {
        self.key = key ?? .random()
        self.now = now
    }

    public func record(_ recording: OrderRecording) -> RecordingOutcome {
        let now = now()
        return kept.withLock { $0.record(recording, at: now) }
    }

    public func earlierItems(_ query: RepeatQuery) -> EarlierItems {
        let now = now()
        return kept.withLock { $0.book.earlierItems(query, at: now) }
    }

    public func order(_ id: String) -> JournaledOrder? {
        let now = now()
        return kept.withLock { $0.book.order(id, at: now) }
    }

    public func payout(_ id: String) -> PayoutHistory? {
        let now = now()
        return kept.withLock { $0.book.payout(id, at: now) }
    }

    public func orders(after position: Int, limit: Int) -> [JournaledOrder] {
        let now = now()
        return kept.withLock { $0.book.orders(after: position, limit: limit, at: now) }
    }

    public func append(_ append: JournalAppend) -> AppendOutcome {
        let now = now()
        return kept.withLock { $0.append(append, at: now) }
    }

    public func claim(_ payoutID: String, by owner: LeaseOwner, for duration: Duration) -> ClaimOutcome {
        let now = now()
        return kept.withLock { kept in
            guard kept.book.orderID(ofPayout: payoutID) != nil else { return .unknownPayout }
            if let lease = kept.leases[payoutID], lease.end ?? .distantFuture > now, lease.owner != owner {
                return .busy(lease.owner)
            }
            let lease = JournalLease(payoutID: payoutID, owner: owner, end: now.addingTimeInterval(duration.seconds))
            kept.leases[payoutID] = lease
            return .claimed(lease)
        }
    }

    public func renew(_ lease: JournalLease, for duration: Duration) -> JournalLease? {
        let now = now()
        return kept.withLock { kept in
            guard let current = kept.leases[lease.payoutID], current.owner == lease.owner,
                current.end ?? .distantFuture > now
            else { return nil }
            let renewed = JournalLease(
                payoutID: lease.payoutID, owner: lease.owner, end: now.addingTimeInterval(duration.seconds))
            kept.leases[lease.payoutID] = renewed
            return renewed
        }
    }

    public func release(_ lease: JournalLease) {
        kept.withLock { kept in
            if kept.leases[lease.payoutID]?.owner == lease.owner { kept.leases[lease.payoutID] = nil }
        }
    }
}
