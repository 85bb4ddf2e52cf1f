import IyzicoMassPayout
import PayoutSimulator

/// Runs a schedule to its end and reports violations.
struct SafetyCheck {
    private let world: World
    private var told: [Outcome] = []
    /// Compares the ledger with what was reported to the caller; nil if they agree.
    private(set) var violation: String?

    init(_ schedule: Schedule) async throws {
        // A schedule never waits for anything, and other tests want the processors, too.
        await Task.yield()
        world = try World(schedule)
        if let violation = await run() { self.violation = "\(violation) · \(schedule)" }
    }

    /// Why the caller was left with nothing that ends it, though no more than two requests met a fault; nil when it ended.
    var unsettled: String? {
        if case .ended(let report)? = told.last, report.items.contains(where: { $0.end == .open }) {
            return "an item is left open · \(world.schedule)"
        }
        guard case .failed(let error)? = told.last else { return nil }
        switch error.kind {
        // A repeated initialize that is refused leaves a payout that nobody can authorize.
        case .refused where world.schedule.behaviour.repeatedInitialize == .isRefused: return nil
        // An initialize that the network repeats is refused, and taken for somebody else's.
        case .startedElsewhere where world.schedule.repeatsInitialize(operations): return nil
        // A repeated initialize made a second payout, which may be somebody else's: cancelling it is the way out.
        case .startedElsewhere(let initializations) where world.schedule.makesSecondPayout(initializations, operations):
            return nil
        default: return "left with \(error) · \(world.schedule)"
        }
    }

    /// The requests of the run to the provider.
    var operations: [SimulatedOperation] { world.simulator.operations }

    /// How often an operation was carried out or may have been.
    func deliveries(of operation: SimulatedOperation) -> Int {
        operations.indices.reduce(0) { count, number in
            guard operations[number] == operation else { return count }
            return count + (world.schedule.faults[number] == .duplicatedDelivery ? 2 : 1)
        }
    }

    private mutating func run() async -> String? {
        for steps in world.schedule.deaths {
            let process = MortalProcess(livingFor: steps)
            let outcome = await pay(process)
            told.append(process.isDead ? .unheard : outcome)
            if let violation = violation(told.last) { return violation }
        }
        let process = MortalProcess(livingFor: nil)
        told.append(await pay(process))
        if let violation = violation(told.last) { return violation }
        await insist(process)
        await world.simulator.deliverLateRequests()
        if let violation = violation(told.last) { return violation }
        return await violationOfOrderingAnew(process)
    }

    /// Items reported as unpaid are ordered again under another id, and paid once over both orders.
    private func violationOfOrderingAnew(_ process: MortalProcess) async -> String? {
        guard world.schedule.ordersAnew, case .ended(let report)? = told.last else { return nil }
        let unpaid = report.items.filter(\.end.isUnpaid)
        guard !unpaid.isEmpty else { return nil }
        let payouts = world.payouts(process)
        let order: MassPayout
        do {
            order = try world.anew(unpaid)
        } catch {
            return "\(error)"
        }
        let outcome = await Outcome { () async throws(PayoutError) in try await payouts.pay(order) }
        await world.simulator.deliverLateRequests()
        if case .failed(let error) = outcome, case .repeats = error.kind {
            return "what was reported as unpaid cannot be ordered anew"
        }
        return violationOfLedger
    }

    private func pay(_ process: MortalProcess) async -> Outcome {
        let (payouts, order) = (world.payouts(process), world.order)
        let policy = world.schedule.invalidItems
        guard world.schedule.isRace else {
            return await Outcome { () async throws(PayoutError) in
                try await payouts.pay(order, invalidItems: policy)
            }
        }
        // Another task of the caller's is at it, too. The one that knows more is what the caller knows: a task may be told
        // that nothing moved, and be slow to say so while the other one goes on.
        return await withTaskGroup(of: Outcome.self) { group in
            group.addTask {
                await Outcome { () async throws(PayoutError) in
                    try await payouts.pay(order, invalidItems: policy)
                }
            }
            group.addTask {
                await Outcome { () async throws(PayoutError) in
                    try await payouts.resume(order.id, with: order, invalidItems: policy)
                }
            }
            var outcomes: [Outcome] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes.max { $0.knowledge < $1.knowledge } ?? .unheard
        }
    }

    /// The caller does what the errors say.
    private mutating func insist(_ process: MortalProcess) async {
        let (payouts, order) = (world.payouts(process), world.order)
        let policy = world.schedule.invalidItems
        for _ in 0..<world.schedule.resumptions where told.last?.isEnd != true {
            told.append(
                await Outcome { () async throws(PayoutError) in
                    try await payouts.resume(order.id, with: order, invalidItems: policy)
                })
        }
        guard case .failed(let error)? = told.last, case .outcomeUnknown = error.kind else { return }
        switch world.schedule.lastWord {
        case .leave: break
        case .cancel:
            // Twice, following the first error's advice.
            for _ in 0..<2 where told.last?.isEnd != true {
                told.append(await Outcome { () async throws(PayoutError) in try await payouts.cancel(order.id) })
            }
        case .authorizeAgain:
            guard world.schedule.behaviour.repeatedAuthorize != .paysAgain else { break }
            world.time.pass(15 * 60)
            told.append(
                await Outcome { () async throws(PayoutError) in
                    try await payouts.resume(order.id, authorizeAgain: true)
                })
        }
    }

    /// Whether an item is paid twice, or wrongly.
    private var violationOfLedger: String? {
        let payments = world.simulator.payments
        for item in world.order.items {
            let paid = payments.filter { $0.itemExternalID == item.id }
            if paid.count > 1 { return "\(item.id) is paid \(paid.count) times" }
            if let payment = paid.first, payment.amount != item.amount.amount {
                return "\(item.id) is paid \(payment.amount)"
            }
        }
        return nil
    }

    /// The differences between the ledger and the reports to the caller.
    private func violation(_ outcome: Outcome?) -> String? {
        if let violation = violationOfLedger { return violation }
        let payments = world.simulator.payments
        switch outcome {
        case .failed(let error) where error.money == .nothing && !payments.isEmpty:
            return "\(payments.count) payments, and the caller was told of none: \(error)"
        case .ended(let report):
            let reported = Set(report.items.filter { $0.end == .paid }.map(\.id))
            let open = Set(report.items.filter { $0.end == .open }.map(\.id))
            let paid = Set(payments.map(\.itemExternalID))
            // Answers that stay old leave an item open, which is true of what can be read.
            let isTrue = reported.isSubset(of: paid) && paid.isSubset(of: reported.union(open))
            return isTrue ? nil : "paid \(paid), reported \(reported), open \(open)"
        default: return nil
        }
    }
}
