import IyzicoMassPayoutAPI

// What only reads: nothing here changes anything at iyzico or in the journal.
extension MassPayouts {
    /// The items of any payout, with or without a journal.
    public func items(of reference: PayoutReference) -> PayoutItems {
        PayoutItems(cursor(reference))
    }

    /// Where a payout of the journal stands: as the provider says, or as the journal knows where the provider was never
    /// asked for it.
    public func status(of payoutID: String) async throws(PayoutError) -> PayoutReport {
        guard let state = try await history(of: payoutID)?.state else {
            throw failure(payoutID, .unknownPayout)
        }
        let isKnown = state.initializations > 0 || state.isFollowed || state.isStartedElsewhere
        // What was given up before its request was known is over as the journal has it.
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

    /// Reads any payout until it is at its end.
    ///
    /// - Parameters:
    ///   - reference: The payout, by the payer's id or by the provider's.
    ///   - deadline: The longest that it takes, readings and pauses together.
    /// - Returns: The last reading: `isFinal` unless the deadline came first.
    /// - Throws: the last reading's error where none succeeded.
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
    /// How it is read: by the request that is followed, that it is pinned to or that initialize answered, else by the
    /// payer's id.
    var reference: PayoutReference {
        (followedID ?? request?.id).map { .requestID($0) } ?? .externalID(payout.id)
    }
}

// What a worker does with a payout that it took.
extension MassPayouts {
    /// Goes on with a payout that was taken, as far as it comes without a person, and gives it back. It is authorized only
    /// if the payer has released it. The lease is renewed at a third of its time, whatever the provider takes for an
    /// answer.
    func work(on lease: JournalLease) async throws(PayoutError) -> PayoutReport {
        let renewal = Task { [journal, clock, settings] in
            while (try? await clock.sleep(for: settings.lease / 3)) != nil {
                do throws(JournalError) {
                    // A lease that was lost is not taken again: somebody else may be at work.
                    guard try await journal.renew(lease, for: settings.lease) != nil else { return }
                } catch {
                    // It lasts for two more thirds.
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
