import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Synchronization

/// One schedule while it is carried out: what can be chosen next, and what is wrong with what was chosen.
struct SteeredRun {
    let scenario: Scenario
    let world: SteeredWorld
    private let order: MassPayout
    private(set) var choices: [Choice] = []
    private var trace: [String] = []
    /// Whether it keeps what each choice did, in words.
    private let isTraced: Bool
    /// The violation of the promise; nil without one.
    private(set) var violation: String?

    // The state of the ledger and the workers' reports so far.
    private var entryCount = 0
    private var reported: Set<Int> = []
    /// The items that a worker reported as never to be paid.
    private var reportedUnpaid: Set<String> = []
    private(set) var payments: [String: Int] = [:]
    /// Whether each request takes the provider's payouts one step on.
    private(set) var isMoving = false

    /// - Parameter provider: The same for all schedules of a scenario.
    init(_ scenario: Scenario, _ provider: RememberedProvider, isTraced: Bool = false) throws {
        self.isTraced = isTraced
        self.scenario = scenario
        order = try Self.order.get()
        world = SteeredWorld(scenario, try Self.recorded.get(), provider)
        if scenario.beginning == .initialized { initialize() }
        for (worker, role) in scenario.workers.enumerated() { begin(worker, role) }
        world.executor.runUntilIdle()
    }

    /// Of one item: nothing that workers do to each other depends on how many there are.
    private static let order = Result {
        try MassPayout(
            id: "2026-11",
            items: [PayoutItem(id: "burak", recipient: .memberID("7"), amount: Money(20, .tryLira), description: "pay")]
        )
    }

    /// The order, recorded and not begun.
    private static let recorded = Result {
        let (order, executor) = (try Self.order.get(), SteppedExecutor())
        let journal = MemoryJournal(key: JournalKey([1, 2, 3]))
        let client = APIClient(
            server: IyzicoMassPayoutClient.sandbox, transport: SimulatorTransport(try SimulatedIyzico()))
        let payouts = MassPayouts(IyzicoMassPayoutClient(client), journal: journal)
        executor.begin { _ = try? await payouts.record(PayoutPlan(order)) }
        executor.runUntilIdle()
        guard let history = journal.payout(order.id) else { throw LedgerError("the order was not recorded") }
        return history
    }

    /// Somebody initialized the payout and wrote it down.
    private func initialize() {
        let order = order
        world.executor.begin { [world] in
            guard case .success(.initialized(let response)) = await world.carryOut(.initialize(.en, order.request)),
                let id = response.requestId
            else { return }
            world.state.withLock { state in
                state.store.write([.initializing, .initialized(requestID: id, refusedItems: [])], at: state.now)
            }
        }
        world.executor.runUntilIdle()
    }

    func begin(_ worker: Int, _ role: Scenario.Role) {
        let (payouts, order, world) = (payouts(worker), order, world)
        let isRecorded = scenario.beginning == .recorded
        // Only reading follows an authorization, so the last worker continues to the end.
        let goal = worker < scenario.workers.count ? PayoutGoal.authorized : .end
        world.executor.begin {
            let outcome = await Outcome { () async throws(PayoutError) in
                switch role {
                case .pay where isRecorded: try await payouts.pay(order, until: goal)
                case .pay: try await payouts.resume(order.id, until: goal)
                case .authorizeAgain: try await payouts.resume(order.id, authorizeAgain: true, until: goal)
                case .cancel: try await payouts.cancel(order.id)
                }
            }
            world.state.withLock { state in
                state.workers[worker].place = .ended
                state.workers[worker].outcome = outcome
            }
        }
    }

    private func payouts(_ worker: Int) -> MassPayouts {
        let clock = SteeredClock(world: world, worker: worker)
        var settings = PayoutSettings()
        (settings.initializations, settings.verifications, settings.settlements) = (2, 2, 2)
        (settings.failedReadings, settings.finalReadings) = (2, 2)
        if scenario.weaknesses.contains(.sendsLate) { settings.sendsWithin = .days(1) }
        return MassPayouts(
            SteeredOperations(worker: worker, world: world), journal: SteeredJournal(worker: worker, world: world),
            settings: settings, clock: clock, actor: "worker \(worker)",
            randomToken: { [world] in world.token(worker) })
    }
}

// The choices and their effects.
extension SteeredRun {
    mutating func take(_ choice: Choice) {
        choices.append(choice)
        if isTraced { trace.append(text(of: choice)) }
        if choice.isFault { world.state.withLock { $0.faultsLeft -= 1 } }
        switch choice {
        case .step(let worker): world.release(worker, .go)
        case .fault(let worker, let fault): world.release(worker, .meet(fault))
        case .crash(let worker, let sent): crash(worker, sent: sent)
        case .pass(let time): world.state.withLock { $0.time += time.seconds }
        case .arrive(let message): arrive(message)
        case .lose(let message): lose(message)
        }
        look()
    }

    private func crash(_ worker: Int, sent: Bool) {
        world.state.withLock { state in
            let transaction = state.workers[worker].transaction
            if let transaction, !sent { state.store.rollBack(transaction) }
            if let transaction, sent { state.send(.commit(transaction: transaction, holder: nil), from: worker) }
            if case .standing(.request, _) = state.workers[worker].place, sent,
                let call = state.workers[worker].request
            {
                state.send(.request(call), from: worker)
            }
            for (number, message) in state.messages {
                guard case .commit(let transaction, worker) = message else { continue }
                state.store.rollBack(transaction)
                state.messages[number] = nil
            }
        }
        world.release(worker, .die)
    }

    private func arrive(_ number: Int) {
        let message = world.state.withLock { state -> SteeredWorld.Message? in
            let message = state.messages.removeValue(forKey: number)
            if case .commit(let transaction, _)? = message { _ = state.store.commit(transaction) }
            return message
        }
        guard case .request(let call)? = message else { return }
        world.executor.begin { [world] in _ = await world.carryOut(call) }
        world.executor.runUntilIdle()
    }

    private func lose(_ number: Int) {
        world.state.withLock { state in
            guard case .commit(let transaction, _)? = state.messages.removeValue(forKey: number) else { return }
            state.store.rollBack(transaction)
        }
    }

    private func text(of choice: Choice) -> String {
        switch choice {
        case .step(let worker): "\(worker): \(step(worker))"
        case .fault(let worker, let fault): "\(worker): \(step(worker)) ✗ \(fault)"
        case .crash(let worker, let sent): "\(worker) crashes before: \(step(worker))\(sent ? ", which is sent" : "")"
        case .pass(let time): "\(time.seconds) s pass"
        case .arrive(let message): "arrives: \(name(message))"
        case .lose(let message): "is lost: \(name(message))"
        }
    }

    private func name(_ message: Int) -> String { world.state.withLock { $0.messages[message]?.name ?? "nothing" } }

    private func step(_ worker: Int) -> String {
        world.state.withLock { state in
            if case .standing(let step, _) = state.workers[worker].place { "\(step)" } else { "nothing" }
        }
    }
}

extension SteeredWorld.Message {
    fileprivate var name: String {
        switch self {
        case .commit: "commit"
        case .request(let call): "\(call.operation)"
        }
    }
}

// The outcome.
extension SteeredRun {
    /// Takes in what the provider's ledger and the workers say since the last look.
    mutating func look() {
        readLedger()
        for worker in scenario.workers.indices where !reported.contains(worker) {
            guard let outcome = world.state.withLock({ $0.workers[worker].outcome }) else { continue }
            reported.insert(worker)
            guard case .ended(let report) = outcome else { continue }
            let paid = report.items.filter { $0.end == .paid }.map(\.id)
            if !payments.keys.contains(all: paid) { fail("\(paid) are reported as paid") }
            reportedUnpaid.formUnion(report.items.filter(\.end.isUnpaid).map(\.id))
        }
        if let item = reportedUnpaid.first(where: { payments[$0] != nil }) { fail("\(item) is reported as unpaid") }
    }

    private mutating func readLedger() {
        let entries = world.state.withLock { $0.entries }
        for case .authorized(_, let payments, _) in entries[entryCount...] {
            for payment in payments {
                self.payments[payment.itemExternalID, default: 0] += 1
                if self.payments[payment.itemExternalID, default: 0] > 1 {
                    fail("\(payment.itemExternalID) is paid more than once")
                }
            }
        }
        entryCount = entries.count
        isMoving = !payments.isEmpty
    }

    mutating func fail(_ text: String) {
        if violation == nil { violation = "\(text):\n    " + trace.joined(separator: "\n    ") }
    }

    /// Everything that what comes next depends on, but the faults that are left.
    var fingerprint: Fingerprint {
        world.state.withLock { state in
            var print = state.ledger
            print.add(reportedUnpaid)
            for worker in state.workers {
                guard case .standing(let step, _) = worker.place else {
                    print.add(0)
                    continue
                }
                print.add(step)
                print.add(worker.knowledge)
                // The age, because absolute times carry no information.
                print.add(Dictionary(uniqueKeysWithValues: worker.marks.map { (state.time - $0.key, $0.value) }))
            }
            print.add(scenario.known(state.store.history, at: state.now))
            print.add(state.store.lease.map { $0.end ?? .distantFuture > state.now ? $0.owner : nil })
            print.add(state.store.lease?.end.map { max(0, $0.timeIntervalSince(state.now)) })
            print.add(state.store.openAppends)
            for (number, message) in state.messages.sorted(by: { $0.key < $1.key }) {
                print.add(number)
                print.add(message)
            }
            return print
        }
    }

    var faultsLeft: Int { world.state.withLock { $0.faultsLeft } }

    /// Whether a worker waits for something that never comes.
    var standsStill: Bool {
        world.state.withLock { state in
            state.workers.contains { if case .standing = $0.place { $0.hasBegun } else { false } }
        }
    }

    /// Ends the tasks of a schedule that is not carried out to its end.
    func abandon() {
        for worker in scenario.workers.indices { world.release(worker, .die) }
    }
}

extension Dictionary.Keys where Key == String {
    fileprivate func contains(all keys: [String]) -> Bool { keys.allSatisfy(contains) }
}
