/// Why a journal cannot be used. Nothing is sent without one.
public enum JournalError: Error, Hashable, Sendable {
    /// Another process has held its file for longer than an entry takes.
    case inUse(path: String)
    /// There is none at this path, and none was to be begun.
    case missing(path: String)
    /// It was kept for another provider, host or key.
    case otherIdentity(path: String, expected: JournalIdentity, found: JournalIdentity)
    /// It was kept under another secret of the account with this fingerprint; the journal's `rekey` takes both.
    case otherSecret(path: String, fingerprint: String)
    /// A line that does not follow from those before it, counted from 1: it or one before it was changed, removed or
    /// inserted. What was cut off behind the last line cannot be seen.
    case changed(path: String, line: Int)
    /// A line that is no entry, counted from 1. An unfinished last line is none of these: it is dropped.
    case badLine(path: String, line: Int)
    /// Others than its owner may read or write it.
    case openToOthers(path: String)
    /// The system refused; its words for why.
    case system(path: String, operation: String, reason: String)
    /// The answer to a write was lost: it may be kept or not. Repeating the same write settles it.
    case outcomeUnknown(reason: String)
    /// The journal cannot be reached or does not answer; nothing was written.
    case unavailable(reason: String)
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let path): "the journal \(path) is in use by another process"
        case .missing(let path): "there is no journal at \(path)"
        case .otherIdentity(let path, let expected, let found):
            "the journal \(path) was kept for \(found), not for \(expected)"
        case .otherSecret(let path, let fingerprint):
            "the journal \(path) was kept under another secret of key \(fingerprint)"
        case .changed(let path, let line):
            "line \(line) of the journal \(path) does not follow from the lines before it: one was changed, removed or "
                + "inserted; nothing was written"
        case .badLine(let path, let line): "line \(line) of the journal \(path) is no entry; nothing was changed"
        case .openToOthers(let path): "the journal \(path) can be read or written by others; its mode must be 0600"
        case .system(let path, let operation, let reason): "\(operation) \(path): \(reason)"
        case .outcomeUnknown(let reason): "the journal may or may not have kept an entry: \(reason)"
        case .unavailable(let reason): "the journal cannot be used: \(reason)"
        }
    }
}
