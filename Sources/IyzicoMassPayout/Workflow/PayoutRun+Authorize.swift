import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

// Steps 4 and 5 of `MassPayouts`: the payout that is authorized is the one that was ordered.
extension PayoutRun {
    /// Whether the provider has the request in INIT and exactly as it was ordered; it is then pinned. False when
    /// another party authorized or cancelled it, and it is followed from here on.
    ///
    /// Read several times, since an answer may be older than the request.
    mutating func isAsOrdered(_ request: PayoutRequest) async throws(PayoutError) -> Bool {
        var pauses = PayoutFollower(payouts, patience: payouts.settings.patience)
        var problem = PayoutError.Kind.notInitialized(.noPayout)
        for reading in 1...max(1, payouts.settings.verifications) {
            if reading > 1 {
                guard await pauses.pause() else { throw failure(Task.isCancelled ? .interrupted : problem) }
            }
            let found: PayoutSnapshot
            do {
                found = try await snapshot(.requestID(request.id))
            } catch {
                problem = .notInitialized(error)
                continue
            }
            if found.stage == .beyond {
                try await record(.following(requestID: request.id))
                return false
            }
            // The items that were accepted when it was pinned are final.
            let refused = state.pinned?.refusedItems ?? request.refusedItems.union(found.refusedIDs)
            let mismatches = PayoutMismatch.between(state.payout, found, refused: refused)
            if found.stage == .initial, mismatches.isEmpty {
                return try await isPinned(PayoutRequest(id: request.id, refusedItems: refused), found)
            }
            problem = mismatches.isEmpty ? .notInitialized(.noPayout) : .mismatch(mismatches)
        }
        throw failure(problem)
    }

    /// Pins the request, unless refused items stop it. Returns false when cancelling found it authorized.
    private mutating func isPinned(_ request: PayoutRequest, _ found: PayoutSnapshot) async throws(PayoutError) -> Bool
    {
        guard state.pinned == nil else { return true }
        let stops = invalidItems == .stop && !request.refusedItems.isEmpty
        guard !stops, !found.items.isEmpty else {
            let isCanceled = try await isCanceled()
            if state.isFollowed { return false }
            throw failure(.itemsRefused(refused(request, found), isCanceled: isCanceled))
        }
        tell(.verified(requestID: request.id))
        try await record(.pinned(requestID: request.id, refusedItems: request.refusedItems.sorted()))
        return true
    }

    /// Cancels a payout that was never authorized. Returns whether it reads as cancelled.
    private mutating func isCanceled() async throws(PayoutError) -> Bool {
        do throws(PayoutError) {
            return try await cancel(requestID: nil).status == .canceled
        } catch {
            guard case .cancellationUnknown = error.kind else { throw error }
            return false
        }
    }

    /// Returns the refused items with initialize's messages, or for items that it did not name, those of reading.
    private func refused(_ request: PayoutRequest, _ found: PayoutSnapshot) -> [RefusedItem] {
        let said = refusedItems.filter { $0.itemID == nil || request.refusedItems.contains($0.itemID ?? "") }
        let others = request.refusedItems.subtracting(said.compactMap(\.itemID)).sorted().map { id in
            let item = found.refused.first { $0.itemExternalId == id }
            let messages = (item?.errorMessages ?? []) + [item?.errorMessage].compactMap { $0 }
            return RefusedItem(
                itemID: id, errorCode: nil, message: messages.isEmpty ? nil : messages.joined(separator: "; "))
        }
        return said + others
    }
}

// Steps 5 and 6: one authorization, settled by reading, and the way to the end.
extension PayoutRun {
    /// Authorizes the pinned request. Every answer but success, including a refusal, is settled by reading, because it
    /// may answer a repeated delivery of the same request.
    mutating func authorize(_ request: PayoutRequest) async throws(PayoutError) -> PayoutReport {
        if needsRelease, !state.isReleased { throw failure(.notReleased) }
        // The turn is taken before the line, because waiting for it may take longer than a request may follow its line,
        // and before the reading, which must come immediately before the authorization. The reading takes its own,
        // later turn, so that calls never outnumber turns.
        try await payouts.takeTurn(state)
        guard try await isAlone(request) else { return try await follow() }
        // The caller's confirmation is for one authorization.
        authorizesAgain = false
        tell(.authorizing(requestID: request.id))
        // Measured from before the line is written, because the task may pause at any time after it.
        let sinceLine = payouts.clock.stopwatch()
        let number = state.nextAuthorization
        let token = try await record(.authorizing(requestID: request.id, number: number))
        do throws(APIError) {
            guard sinceLine() <= payouts.settings.sendsWithin else {
                throw .notSent(NotSent(operation: "authorize", reason: "the journal's line for it is too old"))
            }
            try await sendAuthorize(request)
        } catch {
            if case .notSent(let reason) = error {
                try await record(.authorizationNotSent(number: number, writer: token))
                throw failure(.authorizationNotSent(reason))
            }
            return try await settle(error)
        }
        return try await follow()
    }

    private func sendAuthorize(_ request: PayoutRequest) async throws(APIError) {
        let result = await CallTurn.$isTaken.withValue(true) { () async -> Result<Void, APIError> in
            do throws(APIError) {
                _ = try await payouts.operations.authorize(
                    locale: payouts.settings.locale, body: MassPayoutAuthRequest(requestId: request.id))
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Reads until the payout is beyond INIT. A payout that stays in INIT may have its authorization under way, so
    /// nothing is sent again unless the caller confirmed it and the last reading found it in INIT.
    mutating func settle(_ unclear: APIError?) async throws(PayoutError) -> PayoutReport {
        var pauses = PayoutFollower(payouts, patience: payouts.settings.patience)
        var unread: PayoutReadError? = .noPayout
        for reading in 1...max(1, payouts.settings.settlements) {
            if reading > 1 {
                guard await pauses.pause() else { break }
            }
            try await keepLease()
            switch await self.reading(state.reference) {
            case .success(let found) where found.stage == .beyond: return try await follow()
            case .success(let found): unread = found.stage == .initial ? nil : .noPayout
            case .failure(let error): unread = error
            }
        }
        guard authorizesAgain, unread == nil, let request = state.pinned, !Task.isCancelled else {
            throw failure(.outcomeUnknown(unclear, unread))
        }
        try await checkIsTimeToAuthorizeAgain()
        return try await authorize(request)
    }

    /// Checks rule 6 of `PayoutJournal`. This run holds the payout's claim, so no other lease is alive. The writer of a
    /// line without a time locked the whole journal and has ended, since this run could open it.
    private func checkIsTimeToAuthorizeAgain() async throws(PayoutError) {
        guard let history = try await payouts.history(of: state.payout.id) else { throw failure(.unknownPayout) }
        guard let time = history.state.lastAuthorization?.time else { return }
        let earliest = time.addingTimeInterval(payouts.settings.authorizesAgainAfter.seconds)
        guard history.readAt >= earliest else { throw failure(.tooSoonToAuthorizeAgain(earliest: earliest)) }
    }

    /// Reads until no item is open.
    mutating func follow() async throws(PayoutError) -> PayoutReport {
        var follower = PayoutFollower(payouts, patience: payouts.settings.patience)
        while true {
            try await keepLease()
            switch await reading(state.reference) {
            case .success(let found):
                let report = report(found)
                if follower.isEnd(report) {
                    try checkForeign(found)
                    try await end(report)
                    return report
                }
                if goal == .authorized { return report }
                follower.last = report
            case .failure(let error):
                if goal == .authorized { return PayoutReport(state) }
                guard follower.toleratesFailure(error) else { throw failure(.stillOpen(follower.last, error)) }
            }
            guard await follower.pause() else {
                throw failure(Task.isCancelled ? .interrupted : .stillOpen(follower.last, follower.failure))
            }
        }
    }

    private func checkForeign(_ found: PayoutSnapshot) throws(PayoutError) {
        let mismatches = PayoutMismatch.ofForeign(state, found)
        guard mismatches.isEmpty else { throw failure(.mismatch(mismatches)) }
    }
}
