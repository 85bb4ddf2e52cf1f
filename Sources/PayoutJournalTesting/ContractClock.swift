public import Foundation
import Synchronization

/// A journal's clock that moves when a rule moves it.
public final class ContractClock: Sendable {
    private let time: Mutex<Date>

    init() {
        // Whole milliseconds, which every journal can keep.
        time = Mutex(Date(timeIntervalSince1970: 1_800_000_000.125))
    }

    /// The time that tests have moved it to.
    public var now: Date { time.withLock { $0 } }

    func advance(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}
