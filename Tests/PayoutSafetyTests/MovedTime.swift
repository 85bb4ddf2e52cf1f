import Foundation
import Synchronization

/// A journal's clock, which a test moves.
final class MovedTime: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

    var now: Date { time.withLock { $0 } }

    func pass(_ seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}
