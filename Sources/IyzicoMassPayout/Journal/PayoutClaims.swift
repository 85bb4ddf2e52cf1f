import Synchronization

/// Which payouts are being worked on in this process.
final class PayoutClaims: Sendable {
    private let claimed = Mutex<Set<String>>([])

    func claim(_ payoutID: String) -> Bool {
        claimed.withLock { $0.insert(payoutID).inserted }
    }

    func release(_ payoutID: String) {
        claimed.withLock { _ = $0.remove(payoutID) }
    }
}
