import IyzicoMassPayoutAPI

/// How far a payout is.
enum PayoutPhase: Hashable, Sendable {
    case initialized
    case canceled
    case insufficientBalance
    /// Authorized, with the number of requests that were carried out since, up to `lastStep`.
    case authorized(step: Int)

    /// The first request after the authorization sees what the authorization did, each later one a step more:
    /// IN_PROGRESS, PUBLISHED_TO_QUEUE, then the items' ends, then the payout's.
    static let lastStep = 4

    var isMoving: Bool {
        if case .authorized(let step) = self { step < Self.lastStep } else { false }
    }

    var next: PayoutPhase {
        if case .authorized(let step) = self { .authorized(step: min(step + 1, Self.lastStep)) } else { self }
    }

    /// Whether a reader can tell the two apart.
    func looksLike(_ other: PayoutPhase) -> Bool {
        guard case .authorized(let step) = self, case .authorized(let otherStep) = other else { return self == other }
        return max(step, 1) == max(otherStep, 1)
    }

    func status(of outcome: ItemOutcome) -> MassPayoutItemDetail.ItemStatus {
        if outcome == .isInvalid { return .invalid }
        switch self {
        case .initialized, .insufficientBalance: return .initValue
        case .canceled: return .massPayoutCanceled
        case .authorized(...1): return .processing
        case .authorized(2): return .queued
        case .authorized(3): return outcome == .succeeds ? .success : .failed
        case .authorized: return MassPayoutItemDetail.ItemStatus(rawValue: outcome.rawValue)
        }
    }

    func status(
        of totals: OutcomeTotals, _ mixedEnd: SimulatedBehaviour.MixedEnd
    ) -> MassPayoutSummary.MassPayoutStatus {
        switch self {
        case .initialized: .initValue
        case .canceled: .canceled
        case .insufficientBalance: .insufficientBalance
        case .authorized(...1): .inProgress
        case .authorized(2...3): .publishedToQueue
        case .authorized: end(of: totals, mixedEnd)
        }
    }

    private func end(
        of totals: OutcomeTotals, _ mixedEnd: SimulatedBehaviour.MixedEnd
    ) -> MassPayoutSummary.MassPayoutStatus {
        let succeeded = totals.count { $0 == .succeeds }
        if succeeded == 0 { return .fail }
        if succeeded == totals.count(where: { $0 != .isInvalid }) { return .completed }
        return switch mixedEnd {
        case .staysPublishedToQueue: .publishedToQueue
        case .isCompleted: .completed
        case .isFail: .fail
        }
    }
}
