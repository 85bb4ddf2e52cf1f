import Synchronization

/// A ledger that lives as long as its value: for a simulator that is restarted in one process.
public final class MemoryLedger: Ledger {
    private let kept = Mutex<[LedgerEntry]>([])

    public init() {}

    public func entries() -> [LedgerEntry] {
        kept.withLock { $0 }
    }

    public func append(_ entries: [LedgerEntry]) {
        kept.withLock { $0 += entries }
    }
}
