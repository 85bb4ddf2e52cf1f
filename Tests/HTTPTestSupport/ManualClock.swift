import Synchronization

/// A clock that moves only when a test moves it.
public final class ManualClock: Clock, Sendable {
    public struct Instant: InstantProtocol {
        let offset: Duration

        public func advanced(by duration: Duration) -> Instant {
            Instant(offset: offset + duration)
        }

        public func duration(to other: Instant) -> Duration {
            other.offset - offset
        }

        public static func < (left: Instant, right: Instant) -> Bool {
            left.offset < right.offset
        }
    }

    private struct Sleeper {
        let id: Int
        let deadline: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
        var nextID = 0
        var sleeps: [Duration] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())
    /// Whether sleeping moves the clock on at once, as if the time had passed.
    private let passesSleep: Bool

    public init(passesSleep: Bool = false) {
        self.passesSleep = passesSleep
    }

    public var now: Instant { state.withLock { $0.now } }

    public var minimumResolution: Duration { .zero }

    /// How long was slept, or is to be, in order.
    public var sleeps: [Duration] { state.withLock { $0.sleeps } }

    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.deadline <= state.now }
            state.sleepers.removeAll { $0.deadline <= state.now }
            return due
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Returns when that many sleeps have begun since the clock was made.
    public func sleepsBegun(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.sleeps.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = announce(deadline)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { begin($0, id: id, until: deadline) }
        } onCancel: {
            cancel(id)
        }
    }

    /// Counts a sleep, be it cancelled before it begins.
    private func announce(_ deadline: Instant) -> Int {
        let (id, watchers) = state.withLock { state in
            state.nextID += 1
            state.sleeps.append(state.now.duration(to: deadline))
            let ready = state.watchers.filter { $0.count <= state.sleeps.count }.map(\.continuation)
            state.watchers.removeAll { $0.count <= state.sleeps.count }
            return (state.nextID, ready)
        }
        for watcher in watchers { watcher.resume() }
        return id
    }

    private func begin(_ continuation: CheckedContinuation<Void, any Error>, id: Int, until deadline: Instant) {
        let isOver = state.withLock { state -> Bool? in
            if state.cancelled.remove(id) != nil { return false }
            if passesSleep { state.now = max(state.now, deadline) }
            if deadline <= state.now { return true }
            state.sleepers.append(Sleeper(id: id, deadline: deadline, continuation: continuation))
            return nil
        }
        if isOver == true { continuation.resume() }
        if isOver == false { continuation.resume(throwing: CancellationError()) }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
