import IyzicoMassPayout
import KurusCommandLine

/// Hands an order's payouts over to workers: first each is brought to the provider and read back, which moves no money;
/// then those that the provider has as they were ordered are released, all at the end.
///
/// So nobody authorizes any of them while the payer may still stop the run.
struct HandOver {
    private let workflow: MassPayouts

    init(_ session: Session) {
        workflow = session.payouts
    }

    func outcomes(of plan: PayoutPlan, _ invalidItems: InvalidItemsPolicy) async -> [PayoutOutcome] {
        let (payouts, ids) = (plan.payouts.reduce(into: [:]) { $0[$1.id] = $1 }, plan.payouts.map(\.id))
        let verified = await PayoutQueue.outcomes(of: ids) { [workflow] id throws(PayoutError) in
            try await workflow.resume(id, with: payouts[id], invalidItems: invalidItems, until: .verified)
        }
        if Task.isCancelled { return verified.map(Self.stopped) }
        let results = verified.reduce(into: [:]) { $0[$1.payoutID] = $1.result }
        return await PayoutQueue.outcomes(of: ids) { [workflow] id throws(PayoutError) in
            if case .failure(let error)? = results[id] { throw error }
            return try await workflow.release(id)
        }
    }

    private static func stopped(_ outcome: PayoutOutcome) -> PayoutOutcome {
        if case .failure = outcome.result { outcome } else { .notBegun(outcome.payoutID) }
    }

    /// Done means that workers may go on with everything, or that they need not.
    static func status(of outcomes: [PayoutOutcome]) -> ExitStatus {
        .gravest(
            of: outcomes.map { outcome in
                if case .failure(let error) = outcome.result { error.exitStatus } else { .done }
            })
    }

    static func tell(of outcomes: [PayoutOutcome], _ surroundings: Surroundings) {
        let count = outcomes.count { if case .success = $0.result { true } else { false } }
        guard count > 0 else { return }
        surroundings.errorOutput(
            "payouts: \(Count(count, "payout").text) handed over; 'payouts work' pays, on any machine\n")
    }
}
