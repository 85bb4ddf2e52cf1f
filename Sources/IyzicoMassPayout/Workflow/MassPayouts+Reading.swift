import IyzicoMassPayoutAPI

// Reading, which changes nothing at iyzico or in the journal.
extension MassPayouts {
    /// Returns the items of any payout, with or without a journal.
    public func items(of reference: PayoutReference) -> PayoutItems {
        PayoutItems(cursor: cursor(reference))
    }

    /// Reports on a payout of the journal, from the provider, or from the journal if the payout was never requested
    /// there.
    public func status(of payoutID: String) async throws(PayoutError) -> PayoutReport {
        guard let state = try await history(of: payoutID)?.state else {
            throw failure(payoutID, .unknownPayout)
        }
        let isKnown = state.initializations > 0 || state.isFollowed || state.isStartedElsewhere
        // A payout that was cancelled before its request was known has ended as the journal records.
        guard isKnown, state.ends == nil || state.request != nil || state.isFollowed else { return PayoutReport(state) }
        let snapshot: PayoutSnapshot
        do {
            snapshot = try await PayoutSnapshot(cursor(state.reference))
        } catch {
            guard state.ends == nil else { return PayoutReport(state, readError: error) }
            throw failure(payoutID, .stillOpen(nil, error), state)
        }
        let mismatches = PayoutMismatch.ofForeign(state, snapshot)
        guard mismatches.isEmpty else { throw failure(payoutID, .mismatch(mismatches), state) }
        return PayoutReport(
            snapshot, id: payoutID, requestID: state.request?.id, planned: state.payout,
            refused: state.request?.refusedItems ?? []
        ).keeping(state.ends ?? [:])
    }

    /// Reads any payout until it ends.
    ///
    /// - Parameters:
    ///   - reference: The payout, by the payer's id or by the provider's.
    ///   - deadline: The time limit for readings and pauses together.
    /// - Returns: The last reading: `isFinal` unless the deadline came first.
    /// - Throws: The last reading's error if none succeeded.
    public func waitUntilFinal(
        _ reference: PayoutReference, deadline: Duration
    ) async throws(PayoutReadError) -> PayoutReport {
        var follower = PayoutFollower(self, patience: deadline)
        while true {
            do throws(PayoutReadError) {
                let snapshot = try await PayoutSnapshot(cursor(reference))
                let report = PayoutReport(snapshot, id: nil, requestID: reference.requestID, planned: nil, refused: [])
                if follower.isEnd(report) { return report }
                follower.last = report
            } catch {
                guard follower.toleratesFailure(error) else { throw error }
            }
            guard await follower.pause() else {
                if let report = follower.last { return report }
                throw follower.failure ?? .noPayout
            }
        }
    }

    func cursor(_ reference: PayoutReference) -> PageCursor {
        PageCursor(operations, reference, pageSize: settings.pageSize, locale: settings.locale)
    }
}

extension PayoutReference {
    var requestID: String? {
        if case .requestID(let id) = self { id } else { nil }
    }
}

extension PayoutState {
    /// The reference for reading it: the followed, pinned or initialized request, else the payer's id.
    var reference: PayoutReference {
        (followedID ?? request?.id).map { .requestID($0) } ?? .externalID(payout.id)
    }
}

// The work on a payout that a worker took.
extension MassPayouts {
    /// Continues a claimed payout as far as possible without a person, and releases it. It is authorized only if the
    /// payer has released it. The lease is renewed after a third of its time, however long the provider takes to
    /// answer.
    func work(on lease: JournalLease) async throws(PayoutError) -> PayoutReport {
        let renewal = Task { [journal, clock, settings] in
            while (try? await clock.sleep(for: settings.lease / 3)) != nil {
                do throws(JournalError) {
                    // A lost lease is not taken again, because another run may be at work.
                    guard try await journal.renew(lease, for: settings.lease) != nil else { return }
                } catch {
                    // The lease lasts for two more thirds.
                }
            }
        }
        defer { renewal.cancel() }
        return try await run(lease.payoutID, lease) { run async throws(PayoutError) in
            run.needsRelease = true
            return try await run.toTheEnd()
        }
    }
}
