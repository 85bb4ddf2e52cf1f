/// A payout at the simulated provider.
struct SimulatedPayout: Sendable {
    let initialized: InitializedPayout
    let totals: OutcomeTotals
    /// Every phase that looked different to a reader, the present one last.
    private(set) var phases: [PayoutPhase] = [.initialized]

    init(_ initialized: InitializedPayout) {
        self.initialized = initialized
        totals = OutcomeTotals(initialized)
    }

    var phase: PayoutPhase { phases.last ?? .initialized }

    /// The phase as of that many changes ago; nil when the payout was not there yet.
    func phase(changesAgo age: Int) -> PayoutPhase? {
        phases.dropLast(age).last
    }

    var hasInvalidItems: Bool { totals.count { $0 == .isInvalid } > 0 }

    mutating func move(to phase: PayoutPhase) {
        if phase.looksLike(self.phase) { phases.removeLast() }
        phases.append(phase)
    }
}
