import IyzicoMassPayout
import PayoutSimulator
import Synchronization

// The possible next choices.
extension SteeredRun {
    /// Everything that can be chosen now, the workers' undisturbed steps first; empty at the end.
    var possible: [Choice] {
        world.state.withLock { state in
            var steps: [Choice] = []
            var faults: [Choice] = []
            var begun: Set<Scenario.Role> = []
            for (worker, role) in scenario.workers.enumerated() {
                guard case .standing(let step, _) = state.workers[worker].place else { continue }
                if !state.workers[worker].hasBegun {
                    // Those that have not begun are alike.
                    guard begun.insert(role).inserted, mayBegin(role, state) else { continue }
                }
                if case .insert(let line) = step, state.store.insertWaits(line) { continue }
                steps.append(.step(worker: worker))
                guard state.faultsLeft > 0 else { continue }
                faults += disturbances(of: worker, state, before: step)
            }
            for (number, message) in state.messages.sorted(by: { $0.key < $1.key }) {
                steps.append(.arrive(message: number))
                if message.canBeLost { faults.append(.lose(message: number)) }
            }
            return state.faultsLeft > 0 ? steps + faults + pauses(state) : steps
        }
    }

    /// The payer's word is given when an authorization was announced, and the provider knows of none and none is on its
    /// way.
    private func mayBegin(_ role: Scenario.Role, _ state: SteeredWorld.State) -> Bool {
        guard role == .authorizeAgain else { return true }
        return state.store.history.state.authorizations > 0 && payments.isEmpty && !state.hasAuthorizeOnItsWay
    }

    private func disturbances(of worker: Int, _ state: SteeredWorld.State, before step: SteeredStep) -> [Choice] {
        var choices: [Choice] = []
        switch step {
        case .request(let operation):
            let call = state.workers[worker].request
            choices = world.distinct(scenario.faults(of: operation), of: call, state).map { .fault(worker: worker, $0) }
            if operation.isWrite { choices.append(.crash(worker: worker, sent: true)) }
        case .commit:
            choices = [
                .fault(worker: worker, .commitStaysOpen), .fault(worker: worker, .commitRolledBack),
                .crash(worker: worker, sent: true),
            ]
        default: break
        }
        // One before COMMIT, whose line nobody saw, is one before the INSERT.
        if step.isVisible, !step.isCommit, state.workers[worker].hasBegun {
            choices.append(.crash(worker: worker, sent: false))
        }
        return choices
    }

    /// Time that passes makes a difference only to workers that are at work, and once.
    private func pauses(_ state: SteeredWorld.State) -> [Choice] {
        let isBusy = state.workers.contains { worker in
            if case .standing = worker.place { worker.hasBegun } else { false }
        }
        guard isBusy else { return [] }
        return scenario.passedTimes.filter { time in
            time == .lease || !state.hasAuthorizeOnItsWay
        }.map { .pass($0) }
    }
}

extension SteeredWorld.Message {
    /// A COMMIT that is yet to be sent may fail.
    fileprivate var canBeLost: Bool { if case .commit(_, _?) = self { true } else { false } }
}

extension SteeredWorld.State {
    /// Whether an authorize passed the check of its line's age and has not arrived: the promise excludes that this
    /// takes 15 minutes.
    fileprivate var hasAuthorizeOnItsWay: Bool {
        messages.values.contains { if case .request(.authorize) = $0 { true } else { false } }
            || workers.contains { worker in
                if case .standing(let step, _) = worker.place { step.isBetweenCheckAndSend } else { false }
            }
    }
}
