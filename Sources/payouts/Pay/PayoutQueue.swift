import IyzicoMassPayout

/// How one payout of an order ended.
struct PayoutOutcome: Sendable {
    let payoutID: String
    let result: Result<PayoutReport, PayoutError>

    /// One that the run was stopped before. It moved no money by this run; the journal tells what earlier ones did.
    static func notBegun(_ payoutID: String) -> PayoutOutcome {
        let error = PayoutError(payoutID: payoutID, requestID: nil, kind: .interrupted, money: .nothing)
        return PayoutOutcome(payoutID: payoutID, result: .failure(error))
    }
}

/// Works on the payouts of an order, a few at a time.
enum PayoutQueue {
    /// iyzico documents no limit on requests; four at once keep a large order moving without pressing it.
    private static let atOnce = 4

    /// - Returns: The outcomes in the order of the ids. One that fails does not keep the others from being tried; once the
    ///   task is cancelled, no further one is begun.
    static func outcomes(
        of payoutIDs: [String], _ work: @escaping @Sendable (String) async throws(PayoutError) -> PayoutReport
    ) async -> [PayoutOutcome] {
        var outcomes: [String: PayoutOutcome] = [:]
        await withTaskGroup(of: PayoutOutcome.self) { group in
            var waiting = payoutIDs[...]
            for payoutID in waiting.prefix(atOnce) { group.addTask { await outcome(of: payoutID, work) } }
            waiting = waiting.dropFirst(atOnce)
            while let outcome = await group.next() {
                outcomes[outcome.payoutID] = outcome
                if Task.isCancelled { continue }
                if let next = waiting.popFirst() { group.addTask { await self.outcome(of: next, work) } }
            }
        }
        return payoutIDs.map { outcomes[$0] ?? .notBegun($0) }
    }

    private static func outcome(
        of payoutID: String, _ work: @Sendable (String) async throws(PayoutError) -> PayoutReport
    ) async -> PayoutOutcome {
        do throws(PayoutError) {
            return PayoutOutcome(payoutID: payoutID, result: .success(try await work(payoutID)))
        } catch {
            return PayoutOutcome(payoutID: payoutID, result: .failure(error))
        }
    }
}
