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
            if found.stage == .beyond {
                try await record(.following(requestID: request.id))
                return false
            }
            // What was accepted when it was pinned is what was decided on.
            let refused = state.pinned?.refusedItems ?? request.refusedItems.union(found.refusedIDs)
            let mismatches = PayoutMismatch.between(state.payout, found, refused: refused)
            if found.stage == .initial, mismatches.isEmpty {
                return try await isPinned(PayoutRequest(id: request.id, refusedItems: refused), found)
            }
            problem = mismatches.isEmpty ? .notInitialized(.noPayout) : .mismatch(mismatches)
        }
        throw failure(problem)
    }

    /// Pins the request, unless items were refused and that stops it. false when cancelling it found it authorized.
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

    /// Cancels what was never authorized; whether it reads so.
    private mutating func isCanceled() async throws(PayoutError) -> Bool {
        do throws(PayoutError) {
            return try await cancel(requestID: nil).status == .canceled
        } catch {
            guard case .cancellationUnknown = error.kind else { throw error }
            return false
        }
    }

    /// What initialize said of the items that it refused, and of those that it did not name, what reading says.
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
