import KurusCommandLine

extension ExitStatus {
    /// An item was not paid, or what was to be cancelled was not.
    static let notPaid = ExitStatus(code: 1)
    /// The provider or the network failed; no money moved.
    static let providerFailed = ExitStatus(code: 4)
    /// Money may have moved, and it is not known whether.
    static let outcomeUnknown = ExitStatus(code: 5)
    /// Somebody else is at work on it.
    static let busy = ExitStatus(code: 6)
    /// It is authorized, and not yet at its end.
    static let underWay = ExitStatus(code: 7)

    /// From the one that asks least of the payer to the one that asks most.
    private static let byGravity: [ExitStatus] = [
        .done, .notPaid, .underWay, .usage, .unusableInput, .busy, .providerFailed, .outcomeUnknown,
    ]

    /// The gravest of an order's payouts; done where there is none.
    static func gravest(of statuses: some Sequence<ExitStatus>) -> ExitStatus {
        let gravity = { (status: ExitStatus) in byGravity.firstIndex(of: status) ?? byGravity.count }
        return statuses.max { gravity($0) < gravity($1) } ?? .done
    }
}
