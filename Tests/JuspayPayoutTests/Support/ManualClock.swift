import Synchronization

/// A clock that a test moves and that counts its readings.
final class ManualClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        func duration(to other: Instant) -> Duration { other.offset - offset }

        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var offset = Swift.Duration.zero
        var reads = 0
        var waiting: (reads: Int, continuation: CheckedContinuation<Void, Never>)?
    }

    private let state = Mutex(State())

    let minimumResolution = Swift.Duration.nanoseconds(1)

    var now: Instant {
        state.withLock { state in
            state.reads += 1
            Self.resumeWaiting(&state)
            return Instant(offset: state.offset)
        }
    }

    func advance(by duration: Swift.Duration) {
        state.withLock { $0.offset += duration }
    }

    /// Returns once the clock was read this many times more than at `mark`.
    func reads(_ count: Int, since mark: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.waiting = (mark + count, continuation)
                Self.resumeWaiting(&state)
            }
        }
    }

    var readCount: Int { state.withLock { $0.reads } }

    func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {}

    private static func resumeWaiting(_ state: inout State) {
        guard let waiting = state.waiting, state.reads >= waiting.reads else { return }
        state.waiting = nil
        waiting.continuation.resume()
    }
}
