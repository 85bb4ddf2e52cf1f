import KurusRuntime
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A ledger in a file of JSON lines, which survives its process: each append is synced before it returns.
///
/// The file is made with mode 0600, since it holds the recipients of payouts, and locked against a second simulator. A
/// last line that was not written to its end is dropped, because nothing was answered on its account; any other line that
/// cannot be read is an error.
public final class FileLedger: Ledger {
    private let file: LedgerFile
    private let kept: Mutex<Kept>

    private struct Kept {
        var entries: [LedgerEntry]
        /// The length of the file's whole lines, in bytes.
        var length: Int
        var isClosed = false
    }

    /// Opens the file, or makes it; the folder has to be there.
    ///
    /// - Throws: `LedgerError` when it cannot be opened or read, or another simulator has it open.
    public init(at path: String) throws(LedgerError) {
        file = try LedgerFile(openingOrMaking: path)
        let content = try file.content()
        let entries = try Self.entries(in: content)
        let length = Self.lengthOfWholeLines(in: content)
        if length < content.count { try file.cut(to: length) }
        kept = Mutex(Kept(entries: entries, length: length))
    }

    public func entries() -> [LedgerEntry] {
        kept.withLock { $0.entries }
    }

    public func append(_ entries: [LedgerEntry]) throws(LedgerError) {
        let lines = entries.flatMap { JSONWriter.bytes(of: $0) + [Self.newline] }
        try kept.withLock { (kept) throws(LedgerError) in
            guard !kept.isClosed else { throw LedgerError("the ledger is closed") }
            do throws(LedgerError) {
                try file.append(lines)
            } catch {
                try file.cut(to: kept.length)
                throw error
            }
            kept.entries += entries
            kept.length += lines.count
        }
    }

    /// Lets another simulator open the file; nothing can be added from here on.
    public func close() {
        kept.withLock { kept in
            guard !kept.isClosed else { return }
            kept.isClosed = true
            file.unlock()
        }
    }

    /// The payments in a ledger that a simulator may be writing to at the moment.
    ///
    /// - Throws: `LedgerError` when the file cannot be opened or read.
    public static func payments(at path: String) throws(LedgerError) -> [Payment] {
        try entries(in: try LedgerFile(reading: path).content()).flatMap(\.payments)
    }
}

extension FileLedger {
    private static let newline = UInt8(ascii: "\n")

    private static func lengthOfWholeLines(in content: [UInt8]) -> Int {
        content.lastIndex(of: newline).map { $0 + 1 } ?? 0
    }

    private static func entries(in content: [UInt8]) throws(LedgerError) -> [LedgerEntry] {
        var entries: [LedgerEntry] = []
        let lines = content.prefix(lengthOfWholeLines(in: content)).split(
            separator: newline, omittingEmptySubsequences: false)
        for (index, line) in lines.dropLast().enumerated() {
            do {
                entries.append(try JSONReader.read(LedgerEntry.self, from: Array(line)))
            } catch {
                throw LedgerError("line \(index + 1) of the ledger cannot be read")
            }
        }
        return entries
    }
}
