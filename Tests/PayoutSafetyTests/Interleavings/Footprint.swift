import Synchronization

/// The inputs and effects of a choice: two choices whose footprints do not meet lead to one state in either order, and
/// neither enables or disables the other.
struct Footprint: Sendable {
    struct Parts: OptionSet, Sendable {
        let rawValue: Int

        /// The lines that are committed.
        static let lines = Parts(rawValue: 1)
        /// The transactions that are open, for which an INSERT waits.
        static let transactions = Parts(rawValue: 2)
        static let lease = Parts(rawValue: 4)
        static let provider = Parts(rawValue: 8)
        /// How many faults are left: none of two can come before the other one where there is only one.
        static let faults = Parts(rawValue: 16)
        static let time = Parts(rawValue: 32)
        static let everything = Parts(rawValue: 63)
    }

    /// nil for what no worker does.
    let worker: Int?
    var reads: Parts
    var writes: Parts

    func meets(_ other: Footprint) -> Bool {
        if let worker, worker == other.worker { return true }
        return !writes.isDisjoint(with: other.reads.union(other.writes)) || !other.writes.isDisjoint(with: reads)
    }
}

extension SteeredStep {
    /// Every worker that goes on looks at its clock.
    ///
    /// - isMoving: Whether each request takes the provider's payouts one step on.
    func footprint(of worker: Int, isMoving: Bool) -> Footprint {
        var print = Footprint(worker: worker, reads: .time, writes: [])
        switch self {
        case .readJournal: print.reads.insert(.lines)
        case .claim, .renew:
            // Whether it pauses before the answer depends on whether time can still pass.
            print.reads.insert(.faults)
            print.writes.insert(.lease)
        case .release: print.writes.insert(.lease)
        case .insert:
            print.reads.insert(.lines)
            print.writes.insert(.transactions)
        case .commit:
            print.reads.insert(.faults)
            print.writes.formUnion([.lines, .transactions])
        case .request(let operation):
            if operation.isWrite || isMoving { print.writes.insert(.provider) } else { print.reads.insert(.provider) }
        case .answer: break
        }
        return print
    }
}

extension SteeredRun {
    /// Returns the footprint of each choice that is possible now.
    func footprint(of choice: Choice) -> Footprint {
        switch choice {
        case .step(let worker): return stepFootprint(worker)
        case .fault(let worker, _):
            var print = stepFootprint(worker)
            if faultsLeft == 1 { print.writes.insert(.faults) }
            return print
        case .crash(let worker, _):
            return Footprint(
                worker: worker, reads: .time, writes: faultsLeft == 1 ? [.faults, .transactions] : .transactions)
        case .pass: return Footprint(worker: nil, reads: .everything, writes: .everything)
        case .arrive(let message): return messageFootprint(message)
        case .lose: return Footprint(worker: nil, reads: [], writes: [.transactions, .faults])
        }
    }

    private func stepFootprint(_ worker: Int) -> Footprint {
        world.state.withLock { state in
            guard case .standing(let step, _) = state.workers[worker].place else {
                return Footprint(worker: worker, reads: .everything, writes: .everything)
            }
            // It begins when the others allow it.
            if !state.workers[worker].hasBegun, scenario.workers[worker] == .authorizeAgain {
                return Footprint(worker: worker, reads: .everything, writes: .everything)
            }
            return step.footprint(of: worker, isMoving: isMoving)
        }
    }

    private func messageFootprint(_ number: Int) -> Footprint {
        world.state.withLock { state in
            switch state.messages[number] {
            case .commit: Footprint(worker: nil, reads: [], writes: [.lines, .transactions])
            default: Footprint(worker: nil, reads: [], writes: .provider)
            }
        }
    }
}
