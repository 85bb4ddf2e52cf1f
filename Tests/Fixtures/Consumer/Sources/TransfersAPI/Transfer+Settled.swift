extension Transfer {
    /// Code of the target's own, beside what is generated.
    public var isSettled: Bool {
        status == .settled
    }
}
