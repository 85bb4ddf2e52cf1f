import IyzicoMassPayoutAPI

// Step 4: what is authorized is what was ordered.
extension PayoutRun {
    /// Whether the provider has the request in INIT and exactly as it was ordered; it is pinned then. false when somebody
    /// else authorized or cancelled it, and it is followed from here on.
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
            if found.status != nil, !found.status.isInitial {
                try record(.following)
                return false
            }
            let refused = request.refusedItems.union(found.refusedIDs)
            let mismatches = PayoutMismatch.between(state.payout, found, refused: refused)
            if found.status.isInitial, mismatches.isEmpty {
                try await pin(PayoutRequest(id: request.id, refusedItems: refused), found)
                return true
            }
            problem = mismatches.isEmpty ? .notInitialized(.noPayout) : .mismatch(mismatches)
        }
        throw failure(problem)
    }

    private mutating func pin(_ request: PayoutRequest, _ found: PayoutSnapshot) async throws(PayoutError) {
        guard state.pinned == nil else { return }
        let stops = invalidItems == .stop && !request.refusedItems.isEmpty
        guard !stops, !found.items.isEmpty else { throw try await stopped(request, found) }
        tell(.verified(requestID: request.id))
        try record(.pinned(requestID: request.id, refusedItems: request.refusedItems.sorted()))
    }

    /// Cancels a payout that was never authorized because items of it were refused.
    private mutating func stopped(
        _ request: PayoutRequest, _ found: PayoutSnapshot
    ) async throws(PayoutError) -> PayoutError {
        let said = refusedItems.filter { $0.itemID == nil || request.refusedItems.contains($0.itemID ?? "") }
        let others = request.refusedItems.subtracting(said.compactMap(\.itemID)).sorted().map { id in
            let item = found.refused.first { $0.itemExternalId == id }
            let messages = (item?.errorMessages ?? []) + [item?.errorMessage].compactMap { $0 }
            return RefusedItem(
                itemID: id, errorCode: nil, message: messages.isEmpty ? nil : messages.joined(separator: "; "))
        }
        let isCanceled: Bool
        do {
            isCanceled = try await cancel(requestID: nil).status == .canceled
        } catch {
            guard case .cancellationUnknown = error.kind else { throw error }
            isCanceled = false
        }
        return failure(.itemsRefused(said + others, isCanceled: isCanceled))
    }
}
