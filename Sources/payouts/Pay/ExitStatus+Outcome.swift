import IyzicoMassPayout
import KurusCommandLine

extension ExitStatus {
    /// How a run ended by what became of its payouts.
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
            // Nothing of it is authorized yet: it can be gone on with, and nobody is to be paid in another way.
            guard state?.mayHaveMovedMoney == true else { return .providerFailed }
            let isUnderWay = report.isUnderWay || findings.isUnderWay(payoutID, report.requestID)
            return isUnderWay ? .underWay : .outcomeUnknown
        case .failure(let error):
            switch error.kind {
            // What was learnt before the run was stopped, or reading failed, tells more than that.
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
        // What the command was given is wrong, whatever became of the money.
        case .differentOrder, .repeats, .unknownPayout: .unusableInput
        case .orderNeeded: .usage
        case .alreadyRunning, .overtaken: .busy
        case .stillOpen(let report?, _) where report.isUnderWay: .underWay
        case .stillOpen where money == .nothing: .providerFailed
        // Somebody else may be paying it, or it may still be cancelled later.
        case .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .stillOpen: .outcomeUnknown
        case .journal: money == .unknown ? .outcomeUnknown : .unusableInput
        // Going on does not mend what the provider refuses, or has otherwise than it was ordered.
        case .refused, .itemsRefused, .mismatch: money == .unknown ? .outcomeUnknown : .notPaid
        case .requestIDNeeded, .notReleased, .notInitialized, .tooSoonToAuthorizeAgain,
            .authorizationNotSent,
            .interrupted:
            money == .unknown ? .outcomeUnknown : .providerFailed
        }
    }
}
