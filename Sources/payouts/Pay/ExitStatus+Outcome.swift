import IyzicoMassPayout
import KurusCommandLine

extension ExitStatus {
    /// How a run ended by what became of its payouts.
    init(of outcomes: [PayoutOutcome]) {
        self = outcomes.map(\.exitStatus).reduce(.done) { $0.combined(with: $1) }
    }
}

extension PayoutOutcome {
    fileprivate var exitStatus: ExitStatus {
        switch result {
        case .success(let report):
            report.isPaid ? .done : report.items.allSatisfy(\.end.isClosed) ? .notPaid : .outcomeUnknown
        case .failure(let error): error.exitStatus
        }
    }
}

extension PayoutError {
    var exitStatus: ExitStatus {
        if money == .unknown { return .outcomeUnknown }
        switch kind {
        case .journal, .differentOrder, .itemsAlreadyOrdered, .alreadyRunning, .unknownPayout: return .unusableInput
        case .orderNeeded, .requestIDNeeded: return .usage
        case .refused, .itemsRefused: return .notPaid
        // Somebody else may be paying it, or it may still be cancelled later.
        case .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .stillOpen: return .outcomeUnknown
        case .notInitialized, .mismatch, .authorizationNotSent, .interrupted: return .providerFailed
        }
    }
}
