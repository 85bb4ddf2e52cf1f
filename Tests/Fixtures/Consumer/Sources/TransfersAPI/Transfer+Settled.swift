extension Transfer {
    /// Code of the target's own, beside the generated code.
    public var isSettled: Bool {
        status == .settled
    }
}
