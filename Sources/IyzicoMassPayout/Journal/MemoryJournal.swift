import Synchronization

/// A journal that ends with its process: for tests and dry runs, never for money.
public final class MemoryJournal: PayoutJournal {
    private let kept: Mutex<[JournalEntry]>
    private let claims = PayoutClaims()

    public init(_ entries: [JournalEntry] = []) {
        kept = Mutex(entries)
    }

    public func entries() -> [JournalEntry] {
        kept.withLock { $0 }
    }

    public func append(_ entry: JournalEntry) {
        kept.withLock { $0.append(entry) }
    }

    public func claim(_ payoutID: String) -> Bool {
        claims.claim(payoutID)
    }

    public func release(_ payoutID: String) {
        claims.release(payoutID)
    }
}
