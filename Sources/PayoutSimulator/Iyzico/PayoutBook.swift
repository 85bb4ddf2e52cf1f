import Foundation
import IyzicoMassPayoutAPI

/// The state of the simulated provider, built from the entries of its ledger.
struct PayoutBook: Sendable {
    /// The balances after the last entries that changed it, at most four; the current one last.
    private var balances: [Decimal] = []
    private var payouts: [String: SimulatedPayout] = [:]
    private var requestIDs: [String: [String]] = [:]
    /// The payouts that the next request advances.
    private(set) var moving: [String] = []
    private(set) var paymentCount = 0

    /// The maximum number of changes that a read can be behind.
    static let greatestAge = 3

    var isOpened: Bool { !balances.isEmpty }

    var payoutCount: Int { payouts.count }

    var balance: Decimal { balances.last ?? 0 }

    /// Returns the balance this many changes ago, or the oldest one known.
    func balance(changesAgo age: Int) -> Decimal {
        balances.dropLast(min(age, balances.count - 1)).last ?? 0
    }

    func payout(_ requestID: String) -> SimulatedPayout? {
        payouts[requestID]
    }

    /// Returns every payout with the payer's id, the first one first.
    func payouts(externalID: String) -> [SimulatedPayout] {
        (requestIDs[externalID] ?? []).compactMap { payouts[$0] }
    }
}

extension PayoutBook {
    init(_ entries: [LedgerEntry]) {
        self.init()
        for entry in entries {
            apply(entry)
        }
    }

    mutating func apply(_ entry: LedgerEntry) {
        switch entry {
        case .opened(let balance): balances = [balance]
        case .initialized(let payout): store(payout)
        case .authorized(let requestID, let payments, let debited): authorize(requestID, payments.count, debited)
        case .insufficientBalance(let requestID): payouts[requestID]?.move(to: .insufficientBalance)
        case .canceled(let requestID): payouts[requestID]?.move(to: .canceled)
        case .advanced(let requestIDs, let returned): advance(requestIDs, returned)
        }
    }

    private mutating func store(_ payout: InitializedPayout) {
        payouts[payout.requestID] = SimulatedPayout(payout)
        requestIDs[payout.request.externalId, default: []].append(payout.requestID)
    }

    private mutating func authorize(_ requestID: String, _ paymentCount: Int, _ debited: Decimal) {
        self.paymentCount += paymentCount
        changeBalance(by: -debited)
        guard let phase = payouts[requestID]?.phase else { return }
        if case .authorized = phase { return }
        payouts[requestID]?.move(to: .authorized(step: 0))
        moving.append(requestID)
    }

    private mutating func advance(_ requestIDs: [String], _ returned: Decimal) {
        for requestID in requestIDs {
            guard let phase = payouts[requestID]?.phase.next else { continue }
            payouts[requestID]?.move(to: phase)
        }
        moving.removeAll { payouts[$0]?.phase.isMoving != true }
        changeBalance(by: returned)
    }

    private mutating func changeBalance(by amount: Decimal) {
        guard amount != 0 else { return }
        balances = balances.suffix(Self.greatestAge) + [balance + amount]
    }
}

extension PayoutBook {
    /// Takes one step for every payout that is under way; nil when no payout is.
    var nextStep: LedgerEntry? {
        guard !moving.isEmpty else { return nil }
        let returned = moving.reduce(0 as Decimal) { sum, requestID in
            guard let payout = payouts[requestID], payout.phase.next == .authorized(step: PayoutPhase.lastStep) else {
                return sum
            }
            return sum + payout.totals.cost { $0 == .isReturned }
        }
        return .advanced(requestIDs: moving, returned: returned)
    }
}

/// A payout at the simulated provider.
struct SimulatedPayout: Sendable {
    let initialized: InitializedPayout
    let totals: OutcomeTotals
    /// Every phase that a reader could distinguish, the current one last.
    private(set) var phases: [PayoutPhase] = [.initialized]

    init(_ initialized: InitializedPayout) {
        self.initialized = initialized
        totals = OutcomeTotals(initialized)
    }

    var phase: PayoutPhase { phases.last ?? .initialized }

    /// Returns the phase this many changes ago; nil when the payout did not exist yet.
    func phase(changesAgo age: Int) -> PayoutPhase? {
        phases.dropLast(age).last
    }

    var hasInvalidItems: Bool { totals.count { $0 == .isInvalid } > 0 }

    mutating func move(to phase: PayoutPhase) {
        if phase.looksLike(self.phase) { phases.removeLast() }
        phases.append(phase)
    }
}

/// The counts and sums of a payout's items by outcome, computed once, since a payout may have very many items and is
/// read page by page.
struct OutcomeTotals: Sendable {
    private var amounts: [ItemOutcome: Decimal] = [:]
    private var counts: [ItemOutcome: Int] = [:]
    private let commission: Decimal

    init(_ payout: InitializedPayout) {
        commission = payout.commission
        for (item, outcome) in zip(payout.request.items, payout.outcomes) {
            amounts[outcome, default: 0] += item.amount.value
            counts[outcome, default: 0] += 1
        }
    }

    func count(where isCounted: (ItemOutcome) -> Bool) -> Int {
        counts.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
    }

    func amount(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        amounts.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
    }

    func commission(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        commission * Decimal(count(where: isCounted))
    }

    /// Amounts and commissions.
    func cost(where isCounted: (ItemOutcome) -> Bool) -> Decimal {
        amount(where: isCounted) + commission(where: isCounted)
    }
}
