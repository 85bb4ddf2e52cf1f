import IyzicoMassPayout
import Synchronization

/// What a run has learnt of its payouts: more than the journal has where the run was stopped before their ends.
final class RunFindings: Sendable {
    private struct Found {
        var reports: [String: PayoutReport] = [:]
        var authorized: Set<String> = []
    }

    private let found = Mutex(Found())

    /// Takes a reading of a payout.
    func take(_ payoutID: String, _ progress: PayoutProgress) {
        if case .read(let report) = progress { found.withLock { $0.reports[payoutID] = report } }
    }

    /// Takes the provider's word that a request is authorized.
    func takeAuthorized(_ requestID: String) {
        found.withLock { _ = $0.authorized.insert(requestID) }
    }

    /// The last reading of a payout.
    func report(of payoutID: String) -> PayoutReport? {
        found.withLock { $0.reports[payoutID] }
    }

    /// Whether a payout is known to be authorized, and not at its end as far as this run knows.
    func isUnderWay(_ payoutID: String, _ requestID: String?) -> Bool {
        found.withLock { found in
            let report = found.reports[payoutID]
            if report?.isFinal == true { return false }
            // A reading may be older than the authorization that was answered before it.
            return report?.isUnderWay == true || requestID.map(found.authorized.contains) == true
        }
    }
}
