import IyzicoMassPayoutAPI
import KurusRuntime

/// One task's work on one payout: the steps that `MassPayouts` documents, each from where the journal is.
struct PayoutRun {
    let payouts: MassPayouts
    private(set) var state: PayoutState
    /// The order, where the caller gave it.
    var order: MassPayout?
    var invalidItems = InvalidItemsPolicy.stop
    var authorizesAgain = false
    /// What initialize said of the items that it refused, where this task sent it.
    var refusedItems: [RefusedItem] = []

    init(_ payouts: MassPayouts, _ state: PayoutState) {
        self.payouts = payouts
        self.state = state
    }

    mutating func toTheEnd() async throws(PayoutError) -> PayoutReport {
        if state.ends != nil { return try await readAgain() }
        if state.isCancelling { return try await cancel(requestID: nil) }
        if state.isFollowed { return try await follow() }
        if state.authorizations > 0 { return try await settle(nil) }
        let request = if let pinned = state.pinned { pinned } else { try await initialized() }
        guard let request, try await isAsOrdered(request) else { return try await follow() }
        return try await authorize(request)
    }

    /// Announces a step, on the disk before it is taken.
    mutating func record(_ step: JournalStep) throws(PayoutError) {
        do {
            try payouts.journal.append(.step(payoutID: state.payout.id, step))
        } catch {
            throw failure(.journal(error))
        }
        state.take(step)
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

    /// A payout that was at its end: refunds may have come since, everything else is settled. What an answer older than
    /// that end leaves open stays as the journal has it.
    mutating func readAgain() async throws(PayoutError) -> PayoutReport {
        guard state.request != nil || state.isFollowed else { return PayoutReport(state) }
        let found: PayoutSnapshot
        do {
            found = try await snapshot(state.reference)
        } catch {
            throw failure(.stillOpen(PayoutReport(state), error))
        }
        let report = report(found).keeping(state.ends ?? [:])
        try end(report)
        return report
    }

    /// Records a reading as the end, unless the journal has it.
    mutating func end(_ report: PayoutReport) throws(PayoutError) {
        let ends = report.items.map { RecordedEnd(itemID: $0.id, end: $0.end) }
        guard ends.contains(where: { state.ends?[$0.itemID] != $0.end }) else { return }
        try record(.ended(ends))
    }
}
