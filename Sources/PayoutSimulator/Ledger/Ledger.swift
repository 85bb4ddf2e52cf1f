/// Keeps what happened at the simulated provider: the only place that payments are counted from.
public protocol Ledger: Sendable {
    /// Every entry, in order.
    func entries() throws(LedgerError) -> [LedgerEntry]

    /// Adds entries, all or none; when it returns they survive whatever the ledger is made to survive.
    func append(_ entries: [LedgerEntry]) throws(LedgerError)
}

extension Ledger {
    /// Every payment, in order. An item that was paid twice is in it twice.
    public func payments() throws(LedgerError) -> [Payment] {
        try entries().flatMap(\.payments)
    }
}

/// Why a ledger cannot be read or written.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, without anything that the ledger holds.
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}
