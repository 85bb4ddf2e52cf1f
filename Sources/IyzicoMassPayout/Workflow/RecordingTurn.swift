import Synchronization

/// Lets one task after another record an order; recording never waits for anything but the disk.
final class RecordingTurn: Sendable {
    private let turn = Mutex(())

    func take(_ body: () throws(PayoutError) -> Void) throws(PayoutError) {
        try turn.withLock { (_) throws(PayoutError) in try body() }
    }
}
