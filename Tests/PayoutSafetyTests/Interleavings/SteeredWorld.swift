import Foundation
import IyzicoMassPayout
import KurusRuntime
import PayoutSimulator
import Synchronization

/// One payout, its journal and its provider, and the workers, each paused before its next step until it is released.
final class SteeredWorld: Sendable {
    /// The instruction to a worker that continues.
    enum Order: Hashable, Sendable {
        case go
        case meet(StepFault)
        /// It has crashed: nothing that it does from here on has an effect.
        case die
    }

    /// How far a worker is.
    enum Place: Sendable {
        case running
        case standing(SteeredStep, UnsafeContinuation<Order, Never>)
        case ended
    }

    struct Worker: Sendable {
        var place = Place.running
        var isDead = false
        /// Whether it took a step.
        var hasBegun = false
        /// Whether it asked for the payout.
        var hasClaimed = false
        var tokens = 0
        /// When it looked at its clock, of what it may yet measure from, and how often.
        var marks: [Int: Int] = [:]
        /// How many messages are its own.
        var messages = 0
        /// Everything that it was told so far: a worker that was told the same does the same.
        var knowledge = Fingerprint()
        /// The transaction that it has open.
        var transaction: Int?
        /// The request that it is about to send.
        var request: ProviderCall?
        var outcome: Outcome?
    }

    /// Requests on their way for which nobody waits.
    enum Message: Hashable, Sendable {
        /// - holder: The worker with whose crash the transaction is rolled back; nil where COMMIT has left it.
        case commit(transaction: Int, holder: Int?)
        case request(ProviderCall)
    }

    struct State: Sendable {
        var workers: [Worker]
        var store: SteeredStore
        var messages: [Int: Message] = [:]
        /// Since the beginning, in seconds.
        var time = 0
        /// The provider's ledger and its fingerprint.
        var entries: [LedgerEntry] = []
        var ledger = Fingerprint()
        var faultsLeft: Int
        /// Whether the workers go on by themselves.
        var isSteered = true

        var now: Date { Date(timeIntervalSince1970: 1_800_000_000 + TimeInterval(time)) }

        /// A number names the same message in every schedule that leads to a state.
        mutating func send(_ message: Message, from worker: Int) {
            workers[worker].messages += 1
            messages[worker * 100 + workers[worker].messages] = message
        }
    }

    let scenario: Scenario
    let provider: RememberedProvider
    let executor = SteppedExecutor()
    let state: Mutex<State>

    init(_ scenario: Scenario, _ history: PayoutHistory, _ provider: RememberedProvider) {
        self.scenario = scenario
        self.provider = provider
        // One more, which comes when all others have ended.
        let workers = Array(repeating: Worker(), count: scenario.workers.count + 1)
        state = Mutex(
            State(
                workers: workers, store: SteeredStore(history, scenario.weaknesses), faultsLeft: scenario.faults))
    }

    /// Returns when the worker may take its next step.
    func stand(_ worker: Int, before step: SteeredStep, sending request: ProviderCall? = nil) async -> Order {
        let goesOn = state.withLock { state -> Order? in
            if state.workers[worker].isDead { return .die }
            return state.isSteered ? nil : .go
        }
        if let goesOn { return goesOn }
        return await withUnsafeContinuation { continuation in
            state.withLock { state in
                state.workers[worker].place = .standing(step, continuation)
                state.workers[worker].request = request
                state.workers[worker].knowledge.add(step)
            }
        }
    }

    /// Lets a worker continue, and returns when it pauses again or has ended.
    func release(_ worker: Int, _ order: Order) {
        let continuation = state.withLock { state -> UnsafeContinuation<Order, Never>? in
            guard case .standing(_, let continuation) = state.workers[worker].place else { return nil }
            state.workers[worker].place = .running
            state.workers[worker].hasBegun = true
            if order == .die { state.workers[worker].isDead = true }
            state.workers[worker].knowledge.add(order)
            return continuation
        }
        continuation?.resume(returning: order)
        executor.runUntilIdle()
    }

    /// A worker was told something.
    func tell(_ worker: Int, _ fact: some Hashable) {
        state.withLock { $0.workers[worker].knowledge.add(fact) }
    }

    /// A text that is never the same again, and always the same in a schedule.
    func token(_ worker: Int) -> String {
        state.withLock { state in
            state.workers[worker].tokens += 1
            return "\(worker).\(state.workers[worker].tokens)"
        }
    }

    /// Those of some faults that make a difference to a request.
    func distinct(_ faults: [StepFault], of call: ProviderCall?, _ state: State) -> [StepFault] {
        guard let call else { return [] }
        let found = Mutex(faults)
        executor.begin { [provider] in
            guard let distinct = try? await provider.distinct(faults, of: call, ledger: (state.entries, state.ledger))
            else { return }
            found.withLock { $0 = distinct }
        }
        executor.runUntilIdle()
        return found.withLock { $0 }
    }

    /// The provider takes a request up.
    ///
    /// - Parameter worker: Whoever is told of it; nil where nobody waits for it.
    func carryOut(
        _ call: ProviderCall, meeting fault: StepFault? = nil, for worker: Int? = nil
    ) async -> Result<ProviderCall.Answer, APIError> {
        let ledger = state.withLock { (entries: $0.entries, print: $0.ledger) }
        do {
            let outcome = try await provider.outcome(of: call, meeting: fault, ledger: ledger)
            state.withLock { state in
                for entry in outcome.entries { state.ledger.add(entry) }
                state.entries += outcome.entries
                if let worker { state.workers[worker].knowledge.add(outcome.print) }
            }
            return outcome.result
        } catch {
            return .failure(.cancelled)
        }
    }
}

/// Tells states apart: 128 bits of everything that was added.
struct Fingerprint: Hashable, Sendable {
    private var high = 0
    private var low = 1

    mutating func add(_ value: some Hashable) {
        var first = Hasher()
        first.combine(high)
        first.combine(value)
        var second = Hasher()
        second.combine(value)
        second.combine(low)
        (high, low) = (first.finalize(), second.finalize())
    }
}
