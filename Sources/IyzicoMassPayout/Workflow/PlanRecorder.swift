/// Puts orders into the journal, and compares them with what it has.
struct PlanRecorder {
    private let payouts: MassPayouts

    /// What a task claims while it records: no payout has this id, since ids hold no control characters.
    private static let claim = "\u{0}plans"

    init(_ payouts: MassPayouts) {
        self.payouts = payouts
    }

    func record(_ plan: PayoutPlan, payAgain: Set<String>) throws(PayoutError) {
        let recorded = RecordedPlan(plan, hashKey: payouts.hashKey)
        var isNew = false
        try recording(plan.id) { journal throws(PayoutError) in
            isNew = journal.plans[plan.id] == nil
            try record(recorded, journal, payAgain: payAgain)
        }
        if isNew { tell(recorded) }
    }

    /// Records a payout as a plan of its own, unless it is part of one.
    func record(_ payout: MassPayout, payAgain: Set<String>) throws(PayoutError) {
        let plan = RecordedPlan(PayoutPlan(payout), hashKey: payouts.hashKey)
        var isNew = false
        try recording(payout.id) { journal throws(PayoutError) in
            isNew = journal.payouts[payout.id] == nil
            if isNew {
                try record(plan, journal, payAgain: payAgain)
            } else {
                try check(payout, isRecordedAs: payout.id, journal)
            }
        }
        if isNew { tell(plan) }
    }

    /// After its turn is over: who is told may record something.
    private func tell(_ plan: RecordedPlan) {
        for payout in plan.payouts {
            payouts.progress(payout.id, .recorded(items: payout.items.count))
        }
    }

    func check(_ payout: MassPayout, isRecordedAs payoutID: String) throws(PayoutError) {
        try check(payout, isRecordedAs: payoutID, payouts.reading(for: payoutID))
    }

    private func check(
        _ payout: MassPayout, isRecordedAs payoutID: String, _ journal: JournalReading
    ) throws(PayoutError) {
        guard let state = journal.payouts[payoutID] else { throw payouts.failure(payoutID, .unknownPayout) }
        let given = RecordedPayout(payout, hashKey: payouts.hashKey)
        let differences = PlanDifference.between(
            RecordedPlan(id: payoutID, payouts: [state.payout]), RecordedPlan(id: payoutID, payouts: [given]))
        guard differences.isEmpty else { throw payouts.failure(payoutID, .differentOrder(differences), state) }
    }

    private func record(
        _ plan: RecordedPlan, _ journal: JournalReading, payAgain: Set<String>
    ) throws(PayoutError) {
        if let recorded = journal.plans[plan.id] {
            let differences = PlanDifference.between(recorded, plan)
            let states = recorded.payouts.compactMap { journal.payouts[$0.id] }
            guard differences.isEmpty else {
                let moved = states.first(where: \.mayHaveMovedMoney)
                throw payouts.failure(plan.id, .differentOrder(differences), moved)
            }
            return
        }
        for payout in plan.payouts {
            if let state = journal.payouts[payout.id] {
                throw payouts.failure(payout.id, .differentOrder([.division]), state)
            }
        }
        let ordered = plan.payouts.flatMap(\.items).flatMap { orders(of: $0.id, journal) }
            .filter { !payAgain.contains($0.itemID) }
        guard ordered.isEmpty else { throw payouts.failure(plan.id, .itemsAlreadyOrdered(ordered)) }
        do {
            try payouts.journal.append(.plan(plan))
        } catch {
            throw payouts.failure(plan.id, .journal(error))
        }
    }

    private func orders(of itemID: String, _ journal: JournalReading) -> [OrderedItem] {
        journal.payoutsHolding(item: itemID).map {
            OrderedItem(itemID: itemID, payoutID: $0.payout.id, end: $0.end(of: itemID))
        }
    }

    /// Two tasks that record at once could both find an item free: they take turns, and another value of `MassPayouts`
    /// over the same journal is kept out.
    private func recording(
        _ id: String, _ body: (JournalReading) throws(PayoutError) -> Void
    ) throws(PayoutError) {
        try payouts.turn.take { () throws(PayoutError) in
            guard payouts.journal.claim(Self.claim) else { throw payouts.failure(id, .alreadyRunning) }
            defer { payouts.journal.release(Self.claim) }
            try body(payouts.reading(for: id))
        }
    }
}
