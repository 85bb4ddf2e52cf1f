import KurusCommandLine

extension ExitStatus {
    /// An item was not paid, or what was to be cancelled was not.
    static let notPaid = ExitStatus(code: 1)
    /// The provider or the network failed; no money moved.
    static let providerFailed = ExitStatus(code: 4)
    /// Money may have moved, and it is not known whether.
    static let outcomeUnknown = ExitStatus(code: 5)
}
