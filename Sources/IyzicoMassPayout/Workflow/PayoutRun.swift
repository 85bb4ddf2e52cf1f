import IyzicoMassPayoutAPI
import KurusRuntime

/// One task's work on one payout: the steps that `MassPayouts` documents, starting from the journal's state.
struct PayoutRun {
    let payouts: MassPayouts
    private(set) var state: PayoutState
    private var lease: JournalLease
    /// The time since the lease was taken or renewed.
    private var leaseAge: @Sendable () -> Duration
    /// The order, if the caller gave it.
    var order: MassPayout?
    var invalidItems = InvalidItemsPolicy.stop
    var authorizesAgain = false
    var goal = PayoutGoal.end
    /// Whether it authorizes only payouts that the payer has released.
    var needsRelease = false
    /// The items that initialize refused, if this task sent it.
    var refusedItems: [RefusedItem] = []

    init(_ payouts: MassPayouts, _ history: PayoutHistory, _ lease: JournalLease) {
        self.payouts = payouts
        self.lease = lease
        state = history.state
        leaseAge = payouts.clock.stopwatch()
    }

    mutating func toTheEnd() async throws(PayoutError) -> PayoutReport {
        if goal == .verified { return try await verified() }
        if state.ends != nil { return try await readAgain() }
        if state.isCancelling { return try await cancel(requestID: nil) }
        if state.isFollowed { return try await follow() }
        if state.authorizations > 0 { return try await settle(nil) }
        let request = if let pinned = state.pinned { pinned } else { try await initialized() }
        guard let request, try await isAsOrdered(request) else { return try await follow() }
        return try await authorize(request)
    }

    /// Takes the payout as far as it goes without moving money.
    private mutating func verified() async throws(PayoutError) -> PayoutReport {
        if state.isBeyondVerification { return PayoutReport(state) }
        let request = if let pinned = state.pinned { pinned } else { try await initialized() }
        if let request { _ = try await isAsOrdered(request) }
        return PayoutReport(state)
    }

    /// Releases the payout for workers, once the provider has it as it was ordered.
    mutating func release() async throws(PayoutError) -> PayoutReport {
        if !state.isBeyondVerification {
            guard state.pinned != nil else { throw failure(.notInitialized(.noPayout)) }
            try await record(.released)
        }
        return PayoutReport(state)
    }

    /// Records a step in the journal before it is taken.
    ///
    /// - Returns: The token of its line.
    @discardableResult
    mutating func record(_ step: JournalStep) async throws(PayoutError) -> String {
        let append = JournalAppend(
            payoutID: state.payout.id, after: state.lineCount, token: payouts.randomToken(), actor: payouts.actor,
            step: step)
        let outcome = try await payouts.journaled(state.payout.id, state) { journal throws(JournalError) in
            try await journal.append(append)
        }
        guard case .appended(let line) = outcome, line.token == append.token else { throw failure(.overtaken) }
        state.take(line)
        return append.token
    }

    /// Renews the lease when a third of it is over. A lease that ended, as it may while calls wait for their turns, is
    /// taken again if the payout is free; another run's line would still make the next append fail.
    mutating func keepLease() async throws(PayoutError) {
        let duration = payouts.settings.lease
        guard leaseAge() >= duration / 3 else { return }
        let current = lease
        let renewed = try await payouts.journaled(state.payout.id, state) { journal throws(JournalError) in
            try await journal.renew(current, for: duration)
        }
        lease = if let renewed { renewed } else { try await takeAgain() }
        leaseAge = payouts.clock.stopwatch()
    }

    private func takeAgain() async throws(PayoutError) -> JournalLease {
        let (owner, duration) = (lease.owner, payouts.settings.lease)
        let outcome = try await payouts.journaled(state.payout.id, state) { journal throws(JournalError) in
            try await journal.claim(state.payout.id, by: owner, for: duration)
        }
        switch outcome {
        case .claimed(let lease): return lease
        case .busy(let other): throw failure(.alreadyRunning(other))
        case .unknownPayout: throw failure(.unknownPayout)
        }
    }

    func failure(_ kind: PayoutError.Kind) -> PayoutError {
        payouts.failure(state.payout.id, kind, state)
    }

    func tell(_ progress: PayoutProgress) {
        payouts.progress(state.payout.id, progress)
    }

    func snapshot(_ reference: PayoutReference) async throws(PayoutReadError) -> PayoutSnapshot {
        try await PayoutSnapshot(payouts.cursor(reference))
    }

    func reading(_ reference: PayoutReference) async -> Result<PayoutSnapshot, PayoutReadError> {
        do {
            return .success(try await snapshot(reference))
        } catch {
            return .failure(error)
        }
    }

    func report(_ snapshot: PayoutSnapshot) -> PayoutReport {
        let report = PayoutReport(
            snapshot, id: state.payout.id, requestID: state.request?.id, planned: state.payout,
            refused: state.request?.refusedItems ?? [])
        tell(.read(report))
        return report
    }

    /// Reads a payout that has ended: refunds may have come since; everything else is settled. The journal's ends stand
    /// in for items that an older answer leaves open, and for all items if it cannot be read.
    mutating func readAgain() async throws(PayoutError) -> PayoutReport {
        guard state.request != nil || state.isFollowed else { return PayoutReport(state) }
        let found: PayoutSnapshot
        do {
            found = try await snapshot(state.reference)
        } catch {
            return PayoutReport(state, readError: error)
        }
        let report = report(found).keeping(state.ends ?? [:])
        try await end(report)
        return report
    }

    /// Records a reading as the end, unless the journal has it already.
    mutating func end(_ report: PayoutReport) async throws(PayoutError) {
        let ends = report.items.map {
            RecordedEnd(
                itemID: $0.id, end: $0.end, referenceCode: $0.referenceCode, commission: $0.commission)
        }
        guard ends.contains(where: { state.ends?[$0.itemID] != $0.end }) else { return }
        try await record(.ended(ends))
    }
}

extension PayoutState {
    /// Whether it was released, authorized, cancelled or ended before.
    fileprivate var isBeyondVerification: Bool {
        isReleased || mayBeAuthorized || isCancelling || ends != nil
    }
}

// Checks, immediately before authorizing, that no one with another journal works on the payout (step 5 of
// `MassPayouts`).
extension PayoutRun {
    /// Whether the provider finds this request in INIT by the payer's id; false where it is beyond INIT and this journal
    /// authorized it before. One page is read: it has the payout's status and names the request.
    ///
    /// - Throws: `startedElsewhere` when it is another request, or another party authorized or cancelled it.
    mutating func isAlone(_ request: PayoutRequest) async throws(PayoutError) -> Bool {
        let elsewhere = PayoutError.Kind.startedElsewhere(initializations: state.initializations)
        // A payout that was seen once exists, even if this answer lacks it.
        guard !state.isStartedElsewhere else { throw failure(elsewhere) }
        var pauses = PayoutFollower(payouts, patience: payouts.settings.patience)
        var problem = PayoutReadError.noPayout
        for reading in 1...max(1, payouts.settings.verifications) {
            if reading > 1 {
                guard await pauses.pause() else { break }
            }
            var cursor = payouts.cursor(.externalID(state.payout.id))
            let page: PageCursor.Page?
            do {
                page = try await cursor.next()
            } catch {
                problem = error
                continue
            }
            guard let page, let status = page.payout.massPayoutStatus else { continue }
            let isThis = page.items.allSatisfy { [nil, request.id].contains($0.massPayoutRequestId) }
            if isThis, status == .initValue { return true }
            if isThis, state.authorizations > 0 { return false }
            try await record(.startedElsewhere)
            throw failure(elsewhere)
        }
        throw failure(Task.isCancelled ? .interrupted : .notInitialized(problem))
    }
}
