import IyzicoMassPayout
import PayoutSimulator
import Synchronization

// When all workers have ended, somebody comes and does what the errors say, undisturbed.
extension SteeredRun {
    /// Takes the payout to its end; anything else than the end is a violation, and so is an end that is not true.
    mutating func close() {
        if standsStill { fail("a worker stands still") }
        let closer = scenario.workers.count
        world.state.withLock { state in
            state.isSteered = false
            state.time += PassedTime.untilAuthorizedAgain.seconds
        }
        var outcome = run(closer, .pay)
        for _ in 0..<2 where !outcome.isEnd { outcome = run(closer, .pay) }
        for _ in 0..<2 where !outcome.isEnd {
            guard let advised = advised(by: outcome) else { break }
            outcome = run(closer, advised)
        }
        judge(outcome)
    }

    /// The action that `PayoutError.advice` asks of a person; nil for resuming, which was done.
    private func advised(by outcome: Outcome) -> Scenario.Role? {
        guard case .failed(let error) = outcome else { return nil }
        switch error.kind {
        // The provider has nothing on its way and nothing authorized: the payer may say so, or give the payout up.
        case .outcomeUnknown: return choices.count.isMultiple(of: 2) ? .cancel : .authorizeAgain
        case .startedElsewhere, .refused: return .cancel
        default: return nil
        }
    }

    private mutating func run(_ worker: Int, _ role: Scenario.Role) -> Outcome {
        begin(worker, role)
        world.executor.runUntilIdle()
        look()
        return world.state.withLock { $0.workers[worker].outcome } ?? .unheard
    }

    private mutating func judge(_ outcome: Outcome) {
        switch outcome {
        case .ended(let report):
            let paid = Set(report.items.filter { $0.end == .paid }.map(\.id))
            if report.items.contains(where: { $0.end == .open }) || !report.isFinal {
                fail("it is left open: \(report)")
            }
            if paid != Set(payments.keys) { fail("paid \(payments.keys), reported \(paid)") }
        case .failed(let error): fail("left with \(error)")
        case .unheard: fail("somebody stands still")
        }
    }
}

extension SteeredRun {
    /// The violation of a schedule, with every step of it.
    static func inWords(_ choices: [Choice], _ scenario: Scenario, _ provider: RememberedProvider) throws -> String {
        var run = try SteeredRun(scenario, provider, isTraced: true)
        for choice in choices { run.take(choice) }
        if run.violation == nil { run.close() }
        run.abandon()
        return run.violation ?? "no violation the second time"
    }
}
