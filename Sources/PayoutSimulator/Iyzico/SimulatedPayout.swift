import Foundation
import IyzicoMassPayoutAPI

/// A payout at the simulated provider.
struct SimulatedPayout: Sendable {
    let initialized: InitializedPayout
    /// Every phase that looked different to a reader, the present one last.
    private(set) var phases: [PayoutPhase] = [.initialized]

    var phase: PayoutPhase { phases.last ?? .initialized }

    /// The phase as of that many changes ago; nil when the payout was not there yet.
    func phase(changesAgo age: Int) -> PayoutPhase? {
        phases.dropLast(age).last
    }

    mutating func move(to phase: PayoutPhase) {
        if phase.looksLike(self.phase) { phases.removeLast() }
        phases.append(phase)
    }

    /// Amounts and commissions of the items that the condition holds for.
    func cost(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        zip(initialized.request.items, initialized.outcomes).reduce(0) { sum, pair in
            isCounted(pair.1) ? sum + pair.0.amount.value + initialized.commission : sum
        }
    }

    func amount(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        zip(initialized.request.items, initialized.outcomes).reduce(0) { sum, pair in
            isCounted(pair.1) ? sum + pair.0.amount.value : sum
        }
    }
}
