import IyzicoMassPayout
import Synchronization

/// A worker's journal: every call pauses before each of its steps.
struct SteeredJournal: PayoutJournal {
    let worker: Int
    let world: SteeredWorld

    private static let death = JournalError.unavailable(reason: "the worker has crashed")
    private static let lost = JournalError.outcomeUnknown(reason: "the answer to COMMIT was lost")

    private static let onlyKey = JournalKey([1, 2, 3])

    var key: JournalKey { Self.onlyKey }

    func payout(_ id: String) async throws(JournalError) -> PayoutHistory? {
        // Before it claims a payout, a worker compares the order with the recorded one, whatever the lines: no step.
        let isStep = world.state.withLock { $0.workers[worker].hasClaimed }
        if isStep { try await stand(before: .readJournal) }
        let history = world.state.withLock { state in
            var history = state.store.history
            history.readAt = state.now
            return history
        }
        if isStep { world.tell(worker, world.scenario.known(history, at: history.readAt)) }
        return history
    }

    /// The order was recorded before the workers began.
    func record(_ recording: OrderRecording) async throws(JournalError) -> RecordingOutcome {
        throw .unavailable(reason: "not part of a steered schedule")
    }

    func earlierItems(_ query: RepeatQuery) async throws(JournalError) -> EarlierItems {
        throw .unavailable(reason: "not part of a steered schedule")
    }

    func order(_ id: String) async throws(JournalError) -> JournaledOrder? {
        throw .unavailable(reason: "not part of a steered schedule")
    }

    func orders(after position: Int, limit: Int) async throws(JournalError) -> [JournaledOrder] {
        throw .unavailable(reason: "not part of a steered schedule")
    }

    func append(_ append: JournalAppend) async throws(JournalError) -> AppendOutcome {
        try await stand(before: .insert(append.step))
        let inserted = world.state.withLock { state in
            let inserted = state.store.insert(append, of: worker, at: state.now)
            guard case .success(let transaction) = inserted else { return inserted }
            if answersBeforeCommit(append), state.isSteered {
                state.send(.commit(transaction: transaction, holder: worker), from: worker)
            } else {
                state.workers[worker].transaction = transaction
            }
            return inserted
        }
        switch inserted {
        case .failure(let end):
            world.tell(worker, end.outcome.refusal)
            return end.outcome
        case .success(let transaction):
            if answersBeforeCommit(append), isSteered { return .appended(announced(append)) }
            return .appended(try await commit(transaction, append))
        }
    }

    private func commit(_ transaction: Int, _ append: JournalAppend) async throws(JournalError) -> JournalLine {
        let order = await world.stand(worker, before: .commit(append.step))
        let line = world.state.withLock { state -> JournalLine? in
            state.workers[worker].transaction = nil
            switch order {
            case .go: return state.store.commit(transaction)
            case .meet(.commitStaysOpen): state.send(.commit(transaction: transaction, holder: nil), from: worker)
            case .meet: state.store.rollBack(transaction)
            // The crash decided its outcome.
            case .die: break
            }
            return nil
        }
        if order == .die { throw Self.death }
        guard let line else { throw Self.lost }
        world.tell(worker, line.number)
        try await hear()
        return line
    }

    /// The weakness that an append is answered before its COMMIT, which then comes at any later moment.
    private func answersBeforeCommit(_ append: JournalAppend) -> Bool {
        guard case .authorizing = append.step else { return false }
        return world.scenario.weaknesses.contains(.answersBeforeCommit)
    }

    private var isSteered: Bool { world.state.withLock { $0.isSteered } }

    private func announced(_ append: JournalAppend) -> JournalLine {
        JournalLine(
            number: append.after + 1, time: nil, actor: append.actor, token: append.token, step: append.step)
    }

    func claim(
        _ payoutID: String, by owner: LeaseOwner, for duration: Duration
    ) async throws(JournalError) -> ClaimOutcome {
        try await stand(before: .claim)
        let outcome = world.state.withLock { state in
            state.workers[worker].hasClaimed = true
            return state.store.claim(by: owner, for: duration, at: state.now)
        }
        world.tell(worker, outcome.isClaimed)
        try await hear()
        return outcome
    }

    func renew(_ lease: JournalLease, for duration: Duration) async throws(JournalError) -> JournalLease? {
        try await stand(before: .renew)
        let renewed = world.state.withLock { $0.store.renew(lease, for: duration, at: $0.now) }
        world.tell(worker, renewed != nil)
        try await hear()
        return renewed
    }

    func release(_ lease: JournalLease) async {
        guard await world.stand(worker, before: .release) == .go else { return }
        world.state.withLock { $0.store.release(lease) }
    }

    private func stand(before step: SteeredStep) async throws(JournalError) {
        if await world.stand(worker, before: step) == .die { throw Self.death }
    }

    /// A pause between a write and its answer differs from one before the next step in what its clock shows. Once no
    /// time can pass any more, there is no difference.
    private func hear() async throws(JournalError) {
        guard world.state.withLock({ $0.faultsLeft > 0 }) else { return }
        try await stand(before: .answer)
    }
}

extension AppendOutcome {
    /// Why nothing was written; nil where it was.
    fileprivate var refusal: AppendRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

extension ClaimOutcome {
    fileprivate var isClaimed: Bool { if case .claimed = self { true } else { false } }
}
