import IyzicoMassPayout

/// The outcome of one payout of an order.
struct PayoutOutcome: Sendable {
    let payoutID: String
    let result: Result<PayoutReport, PayoutError>

    /// The outcome of a payout that the run did not reach. This run moved no money for it; earlier runs may have.
    static func notBegun(_ payoutID: String) -> PayoutOutcome {
        let error = PayoutError(payoutID: payoutID, requestID: nil, kind: .interrupted, money: .nothing)
        return PayoutOutcome(payoutID: payoutID, result: .failure(error))
    }
}

/// Processes the payouts of an order, a few at a time.
enum PayoutQueue {
    /// iyzico documents no limit on requests; four at once process a large order without overloading it.
    private static let atOnce = 4

    /// - Returns: The outcomes in the order of the ids. A failure does not prevent the others; after the task is
    ///   cancelled, no further payout is begun.
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
