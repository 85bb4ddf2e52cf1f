import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine

extension ExitStatus {
    /// An item was not paid, or a payout was not cancelled.
    static let notPaid = ExitStatus(code: 1)
    /// The provider or the network failed; no money moved.
    static let providerFailed = ExitStatus(code: 4)
    /// Money may have moved.
    static let outcomeUnknown = ExitStatus(code: 5)
    /// Somebody else is working on the order.
    static let busy = ExitStatus(code: 6)
    /// The order is authorized and not at its end.
    static let underWay = ExitStatus(code: 7)

    /// Statuses from the least to the most urgent for the payer.
    private static let byGravity: [ExitStatus] = [
        .done, .notPaid, .underWay, .usage, .unusableInput, .busy, .providerFailed, .outcomeUnknown,
    ]

    /// Returns the most urgent status of an order's payouts; `done` where there are none.
    static func gravest(of statuses: some Sequence<ExitStatus>) -> ExitStatus {
        let gravity = { (status: ExitStatus) in byGravity.firstIndex(of: status) ?? byGravity.count }
        return statuses.max { gravity($0) < gravity($1) } ?? .done
    }
}

extension ExitStatus {
    /// The status of a run, from the outcomes of its payouts.
    init(of outcomes: [PayoutOutcome], _ states: [String: PayoutState], _ findings: RunFindings) {
        self = .gravest(of: outcomes.map { $0.exitStatus(states[$0.payoutID], findings) })
    }
}

extension PayoutOutcome {
    fileprivate func exitStatus(_ state: PayoutState?, _ findings: RunFindings) -> ExitStatus {
        switch result {
        case .success(let report) where report.isPaid: return .done
        case .success(let report):
            if report.items.allSatisfy(\.end.isClosed) { return .notPaid }
            // Nothing is authorized yet, so the order can be resumed.
            guard state?.mayHaveMovedMoney == true else { return .providerFailed }
            let isUnderWay = report.isUnderWay || findings.isUnderWay(payoutID, report.requestID)
            return isUnderWay ? .underWay : .outcomeUnknown
        case .failure(let error):
            switch error.kind {
            // Readings before the stop or the failure are more precise than the error.
            case .interrupted where findings.isUnderWay(payoutID, error.requestID): return .underWay
            case .stillOpen(nil, _) where findings.isUnderWay(payoutID, error.requestID): return .underWay
            default: return error.exitStatus
            }
        }
    }
}

extension PayoutError {
    var exitStatus: ExitStatus {
        switch kind {
        // The command's input is wrong, whatever happened to the money.
        case .differentOrder, .repeats, .unknownPayout: .unusableInput
        case .orderNeeded: .usage
        case .alreadyRunning, .overtaken: .busy
        case .stillOpen(let report?, _) where report.isUnderWay: .underWay
        case .stillOpen where money == .nothing: .providerFailed
        // Somebody else may be paying it, or it may still be cancelled.
        case .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .stillOpen: .outcomeUnknown
        case .journal: money == .unknown ? .outcomeUnknown : .unusableInput
        // Resuming cannot correct what the provider refuses or has differently from the order.
        case .refused, .itemsRefused, .mismatch: money == .unknown ? .outcomeUnknown : .notPaid
        case .requestIDNeeded, .notReleased, .notInitialized, .tooSoonToAuthorizeAgain,
            .authorizationNotSent,
            .interrupted:
            money == .unknown ? .outcomeUnknown : .providerFailed
        }
    }
}

extension PayoutReport {
    /// Whether the provider is processing the payout, and it is not at its end.
    var isUnderWay: Bool {
        let isBegun =
            (status != nil && status != .initValue)
            || items.contains { $0.status != nil && $0.status != .initValue && $0.end == .open }
        return isBegun && !isFinal
    }
}
