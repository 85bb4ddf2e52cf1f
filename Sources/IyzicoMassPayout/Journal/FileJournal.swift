import KurusJSON
import Synchronization

/// A journal in a file of JSON lines: mode 0600, each line synced before the step that it announces, locked against
/// every other opening of it, in this process or another.
///
/// The first line says whose payouts it keeps. A last line without its line break, which a crash leaves behind, is
/// dropped; any other line that is no entry is an error, and nothing is sent then.
public final class FileJournal: PayoutJournal {
    private let kept: Mutex<Kept>
    private let claims = PayoutClaims()

    private struct Kept: ~Copyable {
        var file: JournalFile
        var entries: [JournalEntry]
    }

    /// Opens the journal at a path, making it and its folder if need be.
    public init(at path: String, for identity: JournalIdentity) throws(JournalError) {
        var file = try JournalFile(at: path)
        let (lines, torn) = try file.readLines()
        let header = JSONWriter.bytes(of: JournalHeader(identity))
        if let first = lines.first {
            let found = try Self.read(JournalHeader.self, first, path, line: 1).identity
            guard found == identity else { throw .otherIdentity(path: path, expected: identity, found: found) }
        } else if !header.starts(with: torn) {
            // Not what a crash leaves of a journal: somebody else's file.
            throw .badLine(path: path, line: 1)
        }
        let entries = try Self.entries(in: lines, path)
        try file.cut(torn)
        if lines.isEmpty { try file.append([header]) }
        kept = Mutex(Kept(file: file, entries: entries))
    }

    private static func entries(in lines: [[UInt8]], _ path: String) throws(JournalError) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        var payoutIDs: Set<String> = []
        for (index, line) in lines.enumerated().dropFirst() {
            let entry = try read(JournalEntry.self, line, path, line: index + 1)
            switch entry {
            case .plan(let plan): payoutIDs.formUnion(plan.payouts.map(\.id))
            case .step(let payoutID, _):
                // A step of a payout that was never planned: a line is missing.
                guard payoutIDs.contains(payoutID) else { throw .badLine(path: path, line: index + 1) }
            }
            entries.append(entry)
        }
        return entries
    }

    public func entries() -> [JournalEntry] {
        kept.withLock { $0.entries }
    }

    public func append(_ entry: JournalEntry) throws(JournalError) {
        let line = JSONWriter.bytes(of: entry)
        try kept.withLock { kept throws(JournalError) in
            try kept.file.append([line])
            kept.entries.append(entry)
        }
    }

    public func claim(_ payoutID: String) -> Bool {
        claims.claim(payoutID)
    }

    public func release(_ payoutID: String) {
        claims.release(payoutID)
    }

    private static func read<Entry: JSONReadable>(
        _ type: Entry.Type, _ bytes: [UInt8], _ path: String, line: Int
    ) throws(JournalError) -> Entry {
        guard let entry = try? JSONReader.read(type, from: bytes) else { throw .badLine(path: path, line: line) }
        return entry
    }
}
