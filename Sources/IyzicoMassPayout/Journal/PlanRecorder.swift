import IyzicoMassPayoutAPI
import KurusRuntime

/// Records orders in the journal, and compares them with recorded ones.
struct PlanRecorder {
    let payouts: MassPayouts

    /// Records a plan unless the journal has it.
    ///
    /// - Returns: The repeats of other orders' items.
    func record(_ plan: PayoutPlan, allowing allowed: Set<String>) async throws(PayoutError) -> OrderRepeats {
        switch try await outcome(of: plan, allowing: allowed) {
        case .recorded(let repeats):
            for payout in plan.payouts { payouts.progress(payout.id, .recorded(items: payout.items.count)) }
            return repeats
        case .repeats(let repeats): throw payouts.failure(plan.id, .repeats(repeats))
        case .known(let order): try check(plan, is: order)
        case .payoutKnown(let history): try check(plan, isPartOf: history)
        }
        return .none
    }

    /// Checks a plan like `record`, without recording it.
    func check(_ plan: PayoutPlan, allowing allowed: Set<String>) async throws(PayoutError) -> OrderRepeats {
        let order = try await payouts.journaled(plan.id) { journal throws(JournalError) in
            try await journal.order(plan.id)
        }
        if let order {
            try check(plan, is: order)
            return .none
        }
        for payout in plan.payouts {
            let known = try await payouts.journaled(payout.id) { journal throws(JournalError) in
                try await journal.payout(payout.id)
            }
            if let known { try check(plan, isPartOf: known) }
        }
        let recording = recording(plan, allowing: allowed)
        let earlier = try await payouts.journaled(plan.id) { journal throws(JournalError) in
            try await journal.earlierItems(recording.query)
        }
        let repeats = recording.repeats(earlier)
        guard repeats.refused.isEmpty else { throw payouts.failure(plan.id, .repeats(repeats)) }
        return repeats
    }

    /// Records a payout as a plan of its own, unless it is part of another plan.
    func record(_ payout: MassPayout, allowing allowed: Set<String>) async throws(PayoutError) {
        let history = try await payouts.history(of: payout.id)
        if let history {
            try check(payout, history)
        } else {
            _ = try await record(PayoutPlan(payout), allowing: allowed)
        }
    }

    func check(_ payout: MassPayout, isRecordedAs payoutID: String) async throws(PayoutError) {
        guard let history = try await payouts.history(of: payoutID) else {
            throw payouts.failure(payoutID, .unknownPayout)
        }
        try check(payout, history)
    }

    private func check(_ payout: MassPayout, _ history: PayoutHistory) throws(PayoutError) {
        let id = history.payout.id
        let given = RecordedPayout(payout, key: payouts.journal.key, form: history.payout.form)
        let differences = PlanDifference.between(
            RecordedPlan(id: id, payouts: [history.payout]), RecordedPlan(id: id, payouts: [given]))
        guard differences.isEmpty else { throw payouts.failure(id, .differentOrder(differences), history.state) }
    }

    private func check(_ plan: PayoutPlan, is order: JournaledOrder) throws(PayoutError) {
        let given = RecordedPlan(plan, key: payouts.journal.key, form: order.plan.form)
        let differences = PlanDifference.between(order.plan, given)
        guard differences.isEmpty else {
            let moved = order.payouts.map(\.state).first(where: \.mayHaveMovedMoney)
            throw payouts.failure(plan.id, .differentOrder(differences), moved)
        }
    }

    /// Checks a payout that is known although its order is not: its id belongs to another order, or it is a plan of one
    /// payout.
    private func check(_ plan: PayoutPlan, isPartOf known: PayoutHistory) throws(PayoutError) {
        throw payouts.failure(known.payout.id, .differentOrder([.division]), known.state)
    }

    /// Records again when an answer was lost: the order is then known or not.
    private func outcome(
        of plan: PayoutPlan, allowing allowed: Set<String>
    ) async throws(PayoutError) -> RecordingOutcome {
        let recording = recording(plan, allowing: allowed)
        return try await payouts.journaled(plan.id) { journal throws(JournalError) in
            try await journal.record(recording)
        }
    }

    private func recording(_ plan: PayoutPlan, allowing allowed: Set<String>) -> OrderRecording {
        let (key, rules) = (payouts.journal.key, payouts.settings.repeats)
        return OrderRecording(
            RecordedPlan(plan, key: key), query: RepeatQuery(plan, key: key, reach: rules.reach), rules: rules,
            allowing: allowed, actor: payouts.actor, token: payouts.randomToken())
    }
}

// The journal keeps only a hash of a recipient under its key, so that equal recipients are recognized and none can be
// guessed from stored data.
extension RecordedPlan {
    init(_ plan: PayoutPlan, key: JournalKey, form: RecipientHash.Form = .account) {
        self.init(id: plan.id, payouts: plan.payouts.map { RecordedPayout($0, key: key, form: form) })
    }

    /// The form of its recipients' hashes, one per order.
    var form: RecipientHash.Form { payouts.first?.form ?? .account }
}

extension RecordedPayout {
    init(_ payout: MassPayout, key: JournalKey, form: RecipientHash.Form = .account) {
        self.init(
            id: payout.id, currency: payout.total.currency.code,
            bodyHash: key.hash(JSONWriter.bytes(of: payout.request)),
            items: payout.items.map {
                RecordedItem(id: $0.id, amount: $0.amount.amount, recipient: RecipientHash($0.recipient, key, form))
            })
    }

    var form: RecipientHash.Form { items.first?.recipient.form ?? .account }
}

extension RecipientHash {
    /// The recipient in its normal form, an IBAN in capitals and without spaces, with its name or without.
    init(_ recipient: Recipient, _ key: JournalKey, _ form: Form) {
        var parts = [recipient.kind.rawValue, recipient.canonicalText]
        if form == .accountAndName { parts.append(recipient.name ?? "") }
        self.init(key.hash(parts.joined(separator: "\0").utf8), form)
    }
}

extension RepeatQuery {
    /// Creates the query for an order's repeats, with its recipients' hashes in every form that a journal may hold.
    public init(_ plan: PayoutPlan, key: JournalKey, reach: Duration) {
        let forms: [RecipientHash.Form] = [.account, .accountAndName]
        self.init(
            orderID: plan.id,
            items: plan.payouts.flatMap(\.items).map { item in
                Item(
                    id: item.id, amount: item.amount.amount, currency: item.amount.currency.code,
                    recipients: Set(forms.map { RecipientHash(item.recipient, key, $0) }))
            }, reach: reach)
    }
}
