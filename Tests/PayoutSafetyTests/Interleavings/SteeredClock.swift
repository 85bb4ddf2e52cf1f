import Synchronization

/// A worker's clock, which only a schedule moves: sleeping takes no time.
///
/// A reading carries no information until a time is measured from it, so the worker knows only what it measured. A
/// reading that it may still measure from is part of its state for as long as it keeps it.
struct SteeredClock: Clock {
    struct Instant: InstantProtocol {
        fileprivate let offset: Duration
        fileprivate let reading: Reading

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration, reading: reading) }

        func duration(to other: Instant) -> Duration {
            let duration = other.offset - offset
            reading.world.tell(reading.worker, duration)
            return duration
        }

        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
        static func == (left: Instant, right: Instant) -> Bool { left.offset == right.offset }
        func hash(into hasher: inout Hasher) { hasher.combine(offset) }
    }

    /// A reading of the clock, kept until nobody has it any more.
    fileprivate final class Reading: Sendable {
        let world: SteeredWorld
        let worker: Int
        let time: Int

        init(_ world: SteeredWorld, _ worker: Int) {
            (self.world, self.worker) = (world, worker)
            time = world.state.withLock { state in
                state.workers[worker].marks[state.time, default: 0] += 1
                return state.time
            }
        }

        deinit {
            world.state.withLock { state in
                let count = state.workers[worker].marks[time, default: 1] - 1
                state.workers[worker].marks[time] = count == 0 ? nil : count
            }
        }
    }

    let world: SteeredWorld
    let worker: Int

    var now: Instant {
        let reading = Reading(world, worker)
        return Instant(offset: .seconds(reading.time), reading: reading)
    }

    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}

/// The clock of a worker's requests, which does not move: no read is repeated, so nothing waits for it.
struct StandingClock: Clock {
    struct Instant: InstantProtocol {
        func advanced(by duration: Duration) -> Instant { self }
        func duration(to other: Instant) -> Duration { .zero }
        static func < (left: Instant, right: Instant) -> Bool { false }
    }

    var now: Instant { Instant() }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}
