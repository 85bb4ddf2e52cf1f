/// A type that writes itself as one JSON value.
public protocol JSONWritable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)
}

/// Whether a member may be shown to people.
public enum JSONVisibility: Hashable, Sendable {
    /// Shown, but for account numbers in its text.
    case plain
    /// Replaced by `Redaction.placeholder` in a redacted writing.
    case sensitive
}
