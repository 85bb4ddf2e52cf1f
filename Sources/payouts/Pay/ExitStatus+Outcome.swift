import IyzicoMassPayout
import KurusCommandLine

extension ExitStatus {
    /// How a run ended by what became of its payouts.
    init(of outcomes: [PayoutOutcome], _ states: [String: PayoutState]) {
        self = outcomes.map { $0.exitStatus(states[$0.payoutID]) }.reduce(.done) { $0.combined(with: $1) }
    }
}

extension PayoutOutcome {
    fileprivate func exitStatus(_ state: PayoutState?) -> ExitStatus {
        switch result {
        case .success(let report) where report.isPaid: return .done
        case .success(let report):
            let mayMove = state?.mayHaveMovedMoney == true
            return mayMove && !report.items.allSatisfy(\.end.isClosed) ? .outcomeUnknown : .notPaid
        case .failure(let error): return error.exitStatus
        }
    }
}

extension PayoutError {
    var exitStatus: ExitStatus {
        switch kind {
        // What the command was given is wrong, whatever became of the money.
        case .differentOrder, .repeats, .alreadyRunning, .overtaken, .unknownPayout: return .unusableInput
        case .orderNeeded: return .usage
        default: break
        }
        if money == .unknown { return .outcomeUnknown }
        switch kind {
        case .journal: return .unusableInput
        case .refused, .itemsRefused: return .notPaid
        // Somebody else may be paying it, or it may still be cancelled later.
        case .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .stillOpen: return .outcomeUnknown
        default: return .providerFailed
        }
    }
}
