#if Postgres
import Synchronization

/// How long an answer is waited for: until a moment, or until the task is cancelled.
struct Patience: Sendable {
    let deadline: ContinuousClock.Instant
    let interruption: Interruption

    /// Never negative.
    var milliseconds: Int {
        let rest = (deadline - .now).components
        return max(0, Int(rest.seconds) * 1000 + Int(rest.attoseconds / 1_000_000_000_000_000))
    }
}

/// Set once by whoever cancels.
final class Interruption: Sendable {
    private let flag = Atomic(false)

    var isRaised: Bool { flag.load(ordering: .acquiring) }

    func raise() {
        flag.store(true, ordering: .releasing)
    }
}
#endif
