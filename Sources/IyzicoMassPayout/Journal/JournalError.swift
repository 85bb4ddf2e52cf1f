/// Why a journal cannot be used. Nothing is sent without one.
public enum JournalError: Error, Hashable, Sendable {
    /// Another process has it open.
    case inUse(path: String)
    /// It was kept for another provider, host or key.
    case otherIdentity(path: String, expected: JournalIdentity, found: JournalIdentity)
    /// A line that is no entry, counted from 1. An unfinished last line is none of these: it is dropped.
    case badLine(path: String, line: Int)
    /// Others than its owner may read or write it.
    case openToOthers(path: String)
    /// The system refused; its words for why.
    case system(path: String, operation: String, reason: String)
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let path): "the journal \(path) is in use by another process"
        case .otherIdentity(let path, let expected, let found):
            "the journal \(path) was kept for \(found), not for \(expected)"
        case .badLine(let path, let line): "line \(line) of the journal \(path) is no entry; nothing was changed"
        case .openToOthers(let path): "the journal \(path) can be read or written by others; its mode must be 0600"
        case .system(let path, let operation, let reason): "\(operation) \(path): \(reason)"
        }
    }
}
