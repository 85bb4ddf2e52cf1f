import Foundation
import IyzicoMassPayoutAPI

/// The phase of a payout.
enum PayoutPhase: Hashable, Sendable {
    case initialized
    case canceled
    case insufficientBalance
    /// Authorized, with the number of requests that were carried out since, up to `lastStep`.
    case authorized(step: Int)

    /// The first request after the authorization sees its effect, each later one a further step: IN_PROGRESS,
    /// PUBLISHED_TO_QUEUE, then the items' ends, then the payout's.
    static let lastStep = 4

    var isMoving: Bool {
        if case .authorized(let step) = self { step < Self.lastStep } else { false }
    }

    var next: PayoutPhase {
        if case .authorized(let step) = self { .authorized(step: min(step + 1, Self.lastStep)) } else { self }
    }

    /// Whether a reader cannot distinguish the two.
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

/// A payout as seen by a reader that may be some changes behind.
struct PayoutView: Sendable {
    let payout: SimulatedPayout
    let phase: PayoutPhase

    /// Returns nil when the payout did not exist this many changes ago.
    init?(_ payout: SimulatedPayout, changesAgo age: Int) {
        guard let phase = payout.phase(changesAgo: age) else { return nil }
        self.payout = payout
        self.phase = phase
    }

    func detail(ofItem index: Int, showsRequestID: Bool) -> MassPayoutItemDetail {
        let item = payout.initialized.request.items[index]
        let status = phase.status(of: payout.initialized.outcomes[index])
        return MassPayoutItemDetail(
            itemExternalId: item.itemExternalId,
            referenceCode: "\(payout.initialized.requestID).\(index)",
            recipientType: MassPayoutItemDetail.RecipientType(rawValue: item.recipientType.rawValue),
            recipientInfo: item.recipientInfo,
            recipientName: item.recipientName,
            description: item.description,
            itemStatus: status,
            errorMessages: Self.errorMessages(status),
            totalAmount: item.amount.value,
            commissionAmount: payout.initialized.commission,
            currencyCode: item.amount.currency,
            massPayoutRequestId: showsRequestID ? payout.initialized.requestID : nil)
    }

    /// Returns the payout and the index of the item with a reference code.
    static func place(ofReferenceCode code: String) -> (requestID: String, index: Int)? {
        guard let dot = code.lastIndex(of: "."), let index = Int(code[code.index(after: dot)...]) else { return nil }
        return (String(code[..<dot]), index)
    }

    private static func errorMessages(_ status: MassPayoutItemDetail.ItemStatus) -> [String] {
        switch status {
        case .failed, .depositSuccess, .depositFail: ["the bank refused the payment"]
        case .invalid: ["the item was not accepted"]
        default: []
        }
    }
}

/// A page of a payout's items, with the payout itself.
struct PayoutPage {
    let summary: MassPayoutSummary
    let items: [MassPayoutItemDetail]
    let number: Int
    let size: Int
    let total: Int

    init(_ view: PayoutView, _ request: MassPayoutRetrieveRequest, _ behaviour: SimulatedBehaviour) {
        let listed = Self.listed(view.payout, request.itemType)
        let (start, overflows) = request.page.multipliedReportingOverflow(by: request.size)
        let shown = overflows ? [] : listed.dropFirst(start).prefix(request.size)
        summary = Self.summary(of: view, behaviour)
        items = shown.map { view.detail(ofItem: $0, showsRequestID: behaviour.showsRequestIDInItems) }
        number = request.page
        size = request.size
        total = listed.count
    }

    /// Returns the indices of the requested items.
    private static func listed(
        _ payout: SimulatedPayout, _ itemType: MassPayoutRetrieveRequest.ItemType?
    ) -> [Int] {
        let outcomes = payout.initialized.outcomes
        if itemType == nil || (itemType == .valid && !payout.hasInvalidItems) { return Array(outcomes.indices) }
        if itemType == .invalid && !payout.hasInvalidItems { return [] }
        return outcomes.indices.filter { (outcomes[$0] == .isInvalid) == (itemType == .invalid) }
    }

    private static func summary(of view: PayoutView, _ behaviour: SimulatedBehaviour) -> MassPayoutSummary {
        let request = view.payout.initialized.request
        let totals = view.payout.totals
        return MassPayoutSummary(
            externalId: request.externalId,
            merchantId: 1,
            totalAmount: totals.amount { $0 != .isInvalid },
            totalSuccessfulAmount: totals.amount { view.phase.status(of: $0) == .success },
            massPayoutStatus: view.phase.status(of: totals, behaviour.mixedEnd),
            totalCommissionAmount: totals.commission { $0 != .isInvalid },
            currency: request.items.first?.amount.currency)
    }
}
