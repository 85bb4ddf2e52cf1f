import IyzicoMassPayout
import KurusRuntime
import Synchronization

/// A ledger in a file of JSON lines, which survives its process: each append is synced before it returns.
///
/// The file is made with mode 0600, since it holds the recipients of payouts, and locked against a second simulator. A
/// last line that was not written to its end is dropped, because nothing was answered on its account; any other line that
/// cannot be read is an error.
public final class FileLedger: Ledger {
    private let kept: Mutex<Kept>

    private struct Kept: ~Copyable {
        /// nil once it is closed.
        var file: JournalFile?
        var entries: [LedgerEntry]
    }

    /// Opens the file, or makes it and its folder.
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

    /// Lets another simulator open the file; nothing can be added from here on.
    public func close() {
        kept.withLock { $0.file = nil }
    }

    /// The payments in a ledger that a simulator may be writing to at the moment.
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
    /// What a ledger's file says, which is a journal's.
    fileprivate init(_ error: any Error) {
        switch error {
        case let error as LedgerError: self = error
        default: self.init("the ledger cannot be used: \(error)")
        }
    }
}
