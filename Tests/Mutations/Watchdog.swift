import Dispatch
import Foundation
import Synchronization

/// Ends the process when one case takes too long.
final class Watchdog: Sendable {
    private struct Case {
        let name: String
        let deadline: ContinuousClock.Instant
    }

    private let current = Mutex<Case?>(nil)
    private let limit: Duration

    init(limit: Duration) {
        self.limit = limit
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: 0.25)
                check()
            }
        }
    }

    func begin(_ name: String) {
        current.withLock { $0 = Case(name: name, deadline: .now + limit) }
    }

    func end() {
        current.withLock { $0 = nil }
    }

    private func check() {
        let late = current.withLock { $0.flatMap { $0.deadline < .now ? $0.name : nil } }
        guard let late else { return }
        print("FAILED: no end in \(limit)\nrepeat: SpecMutations --\(late) --cases 1")
        exit(1)
    }
}
