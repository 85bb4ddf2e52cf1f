import IyzicoMassPayout
import KurusRuntime
import Synchronization

/// The record of the simulated provider's events: the only source for counting payments.
public protocol Ledger: Sendable {
    /// Returns every entry, in order.
    func entries() throws(LedgerError) -> [LedgerEntry]

    /// Adds entries, all or none, and returns when they are as durable as the ledger promises.
    func append(_ entries: [LedgerEntry]) throws(LedgerError)
}

extension Ledger {
    /// Every payment, in order; an item that was paid twice appears twice.
    public func payments() throws(LedgerError) -> [Payment] {
        try entries().flatMap(\.payments)
    }
}

/// The reason why a ledger cannot be read or written.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The problem, without data of the ledger.
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}

/// A ledger in memory, for a simulator that is restarted in one process.
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

/// A ledger in a file of JSON lines, which survives its process: each append is synced before it returns.
///
/// The file has mode 0600, since it holds the recipients of payouts, and is locked against a second simulator. An
/// unfinished last line is dropped, because its request was not answered; any other unreadable line is an error.
public final class FileLedger: Ledger {
    private let kept: Mutex<Kept>

    private struct Kept: ~Copyable {
        /// The open file; nil once it is closed.
        var file: JournalFile?
        var entries: [LedgerEntry]
    }

    /// Opens the file, or creates it and its folder.
    ///
    /// - Throws: `LedgerError` when it cannot be opened or read, or another simulator has it open.
    public init(at path: String) throws(LedgerError) {
        do {
            var file = try JournalFile(at: path)
            guard try file.lock() else { throw LedgerError("another simulator has the ledger open") }
            let entries = try Self.entries(in: file.readLines().lines)
            try file.cutTornEnd()
            kept = Mutex(Kept(file: consume file, entries: entries))
        } catch {
            throw LedgerError(error)
        }
    }

    public func entries() -> [LedgerEntry] {
        kept.withLock { $0.entries }
    }

    public func append(_ entries: [LedgerEntry]) throws(LedgerError) {
        let lines = entries.map { JSONWriter.bytes(of: $0) }
        try kept.withLock { (kept) throws(LedgerError) in
            do {
                guard try kept.file?.append(lines) != nil else { throw LedgerError("the ledger is closed") }
            } catch {
                throw LedgerError(error)
            }
            kept.entries += entries
        }
    }

    /// Closes the file for another simulator; nothing can be added afterwards.
    public func close() {
        kept.withLock { $0.file = nil }
    }

    /// Reads the payments in a ledger, even while a simulator writes to it.
    ///
    /// - Throws: `LedgerError` when the file cannot be opened or read.
    public static func payments(at path: String) throws(LedgerError) -> [Payment] {
        do {
            var file = try JournalFile(at: path, makes: false)
            return try entries(in: file.readLines().lines).flatMap(\.payments)
        } catch {
            throw LedgerError(error)
        }
    }

    private static func entries(in lines: [ArraySlice<UInt8>]) throws(LedgerError) -> [LedgerEntry] {
        var entries: [LedgerEntry] = []
        for (index, line) in lines.enumerated() {
            do {
                entries.append(try JSONReader.read(LedgerEntry.self, from: Array(line)))
            } catch {
                throw LedgerError("line \(index + 1) of the ledger cannot be read")
            }
        }
        return entries
    }
}

extension LedgerError {
    /// Converts an error of the ledger's file, which is a journal's.
    fileprivate init(_ error: any Error) {
        switch error {
        case let error as LedgerError: self = error
        default: self.init("the ledger cannot be used: \(error)")
        }
    }
}
