/// What an update may do.
struct UpdateMode {
    let isCheck: Bool
    /// Whether pages are written over changes that are not committed.
    let isForced: Bool
    /// Whether pages are written that no client can be generated from, and nothing else.
    let writesPagesOnly: Bool
}
