import KurusRuntime
import Synchronization

extension SimulatedIyzico {
    var now: Int { systemTime() }

    func envelope(_ failure: IyzicoFailure, locale: String? = nil, conversationID: String? = nil) -> HTTPResponse {
        .json(
            failure.status(behaviour),
            FailureEnvelope(failure: failure, systemTime: now, locale: locale, conversationId: conversationID),
            fields: failure.fields)
    }

    /// Every payout that is under way goes one step on.
    func takeStep() throws(LedgerError) {
        try state.withLock { (state) throws(LedgerError) in
            guard let step = state.book.nextStep else { return }
            try ledger.append([step])
            state.book.apply(step)
        }
    }

    /// Decides on the present state and books what was decided, in one go.
    func transact<Answer: Sendable>(
        _ decide: (PayoutBook) throws(IyzicoFailure) -> (answer: Answer, entry: LedgerEntry?)
    ) throws(IyzicoFailure) -> Answer {
        try state.withLock { (state) throws(IyzicoFailure) in
            let decision = try decide(state.book)
            guard let entry = decision.entry else { return decision.answer }
            do {
                try ledger.append([entry])
            } catch {
                throw .systemError(status: 500)
            }
            state.book.apply(entry)
            return decision.answer
        }
    }

    /// The state as it is now.
    var present: PayoutBook { state.withLock { $0.book } }
}
