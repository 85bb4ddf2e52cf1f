import IyzicoMassPayoutAPI

// Step 5, immediately before it authorizes: whether somebody else is at the payout, with another journal.
extension PayoutRun {
    /// Whether the provider finds this request in INIT by the payer's id; false where it is beyond INIT and this journal
    /// authorized it before. One page is read: it has the payout's status and names the request.
    ///
    /// - Throws: `startedElsewhere` where it is another request, or somebody else authorized or cancelled it.
    mutating func isAlone(_ request: PayoutRequest) async throws(PayoutError) -> Bool {
        let elsewhere = PayoutError.Kind.startedElsewhere(initializations: state.initializations)
        // What was seen once is there, even where this answer lacks it.
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
