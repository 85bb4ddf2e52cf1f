import IyzicoMassPayoutAPI
import KurusRuntime

// Cancelling a payout. Once the cancellation is recorded, this journal never authorizes it. A payout that was
// authorized before is cancelled only if iyzico has not started the authorization, which reading CANCELED shows.
extension PayoutRun {
    mutating func cancel(requestID given: String?) async throws(PayoutError) -> PayoutReport {
        if state.ends != nil { return try await readAgain() }
        // Authorized elsewhere: it cannot be cancelled any more, and only the request that was seen shows its end.
        if state.isFollowed { return try await follow() }
        if let id = state.request?.id { return try await cancel(id) }
        guard let given else { return try await cancelUnnamed() }
        try await checkIsThisOrder(given)
        return try await cancel(given)
    }

    /// Accepts a caller's requestId only if reading it shows this order, because another payout must not be cancelled.
    private func checkIsThisOrder(_ id: String) async throws(PayoutError) {
        switch await reading(.requestID(id)) {
        case .success(let found) where found.payout.externalId == state.payout.id: return
        case .success: throw failure(.mismatch([.externalID]))
        case .failure(let error): throw failure(.stillOpen(nil, error))
        }
    }

    private mutating func cancel(_ id: String) async throws(PayoutError) -> PayoutReport {
        var pauses = PayoutFollower(payouts, patience: payouts.settings.patience)
        var last: APIError?
        for reading in 0...max(1, payouts.settings.settlements) {
            if reading > 1 {
                guard await pauses.pause() else { break }
            }
            if case .success(let found) = await self.reading(.requestID(id)) {
                if let report = try await ended(found, id) { return report }
            }
            // Read first: an authorized payout is followed, not cancelled.
            if reading == 0 { last = try await sendCancel(id) }
        }
        throw failure(Task.isCancelled ? .interrupted : .cancellationUnknown(last))
    }

    /// Returns the end of a payout that reads as cancelled or authorized; nil while it is in INIT.
    private mutating func ended(_ found: PayoutSnapshot, _ id: String?) async throws(PayoutError) -> PayoutReport? {
        guard found.stage == .beyond else { return nil }
        let report = report(found)
        guard report.status == .canceled, report.isFinal, report.items.allSatisfy(\.end.isClosed) else {
            if !state.mayBeAuthorized { try await record(.following(requestID: id)) }
            return try await follow()
        }
        try await end(report)
        return report
    }

    private mutating func sendCancel(_ id: String) async throws(PayoutError) -> APIError? {
        tell(.cancelling(requestID: id))
        try await record(.cancelling(requestID: id))
        do throws(APIError) {
            _ = try await payouts.operations.cancel(requestId: id, locale: payouts.settings.locale)
            return nil
        } catch {
            return error
        }
    }

    /// Cancels a payout without a known request. This journal never authorized it, so stopping is enough unless another
    /// party started it.
    private mutating func cancelUnnamed() async throws(PayoutError) -> PayoutReport {
        switch await reading(.externalID(state.payout.id)) {
        case .success(let found):
            if state.initializations == 0, !state.isStartedElsewhere { try await record(.startedElsewhere) }
            if let id = found.requestID { return try await cancel(requestID: id) }
            if let report = try await ended(found, nil) { return report }
        case .failure(let error):
            guard state.initializations > 0 || error.saysThereIsNone else { throw failure(.notInitialized(error)) }
        }
        // A payout that another party started or authorized does not end because this journal cancels it.
        guard !state.isStartedElsewhere else { throw failure(.requestIDNeeded) }
        guard !state.mayBeAuthorized else { throw failure(.cancellationUnknown(nil)) }
        try await record(.cancelling(requestID: nil))
        try await record(.ended(state.payout.items.map { RecordedEnd(itemID: $0.id, end: .canceled) }))
        return PayoutReport(state)
    }
}
