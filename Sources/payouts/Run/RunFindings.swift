import IyzicoMassPayout
import Synchronization

/// Readings of a run's payouts, which are newer than the journal if the run is stopped.
final class RunFindings: Sendable {
    private struct Found {
        var reports: [String: PayoutReport] = [:]
        var authorized: Set<String> = []
    }

    private let found = Mutex(Found())

    /// Records a reading of a payout.
    func take(_ payoutID: String, _ progress: PayoutProgress) {
        if case .read(let report) = progress { found.withLock { $0.reports[payoutID] = report } }
    }

    /// Records that the provider has authorized a request.
    func takeAuthorized(_ requestID: String) {
        found.withLock { _ = $0.authorized.insert(requestID) }
    }

    /// Returns the last reading of a payout.
    func report(of payoutID: String) -> PayoutReport? {
        found.withLock { $0.reports[payoutID] }
    }

    /// Whether a payout is known to be authorized and not known to be at its end.
    func isUnderWay(_ payoutID: String, _ requestID: String?) -> Bool {
        found.withLock { found in
            let report = found.reports[payoutID]
            if report?.isFinal == true { return false }
            // A reading may be older than the authorization.
            return report?.isUnderWay == true || requestID.map(found.authorized.contains) == true
        }
    }
}
