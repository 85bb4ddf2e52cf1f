#if Postgres
import Synchronization

/// The right to use a connection, given out in the order in which it was asked for.
final class SlotQueue: Sendable {
    /// A connection that was used before, or none yet.
    struct Slot: Sendable {
        let connection: PostgresConnection?
    }

    private typealias Waiter = CheckedContinuation<Result<Slot, PostgresError>, Never>

    private struct State {
        var free: [Slot]
        var waiters: [(number: Int, waiter: Waiter)] = []
        var nextNumber = 0
    }

    private let state: Mutex<State>

    init(count: Int) {
        state = Mutex(State(free: Array(repeating: Slot(connection: nil), count: count)))
    }

    func take(until deadline: ContinuousClock.Instant) async throws(PostgresError) -> Slot {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        let limit = Task {
            try? await Task.sleep(until: deadline, clock: .continuous)
            if !Task.isCancelled { end(number, .deadlinePassed) }
        }
        defer { limit.cancel() }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                enqueue(continuation, number)
            }
        } onCancel: {
            end(number, .cancelled)
        }
        return try result.get()
    }

    private func enqueue(_ waiter: Waiter, _ number: Int) {
        let slot: Slot? = state.withLock { state in
            if let slot = state.free.popLast() { return slot }
            state.waiters.append((number, waiter))
            return nil
        }
        if let slot {
            waiter.resume(returning: .success(slot))
        } else if Task.isCancelled {
            end(number, .cancelled)
        }
    }

    private func end(_ number: Int, _ error: PostgresError) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.number == number }) else { return nil }
            return state.waiters.remove(at: index).waiter
        }
        waiter?.resume(returning: .failure(error))
    }

    func give(_ slot: Slot) {
        let waiter = state.withLock { state -> Waiter? in
            guard state.waiters.isEmpty else { return state.waiters.removeFirst().waiter }
            state.free.append(slot)
            return nil
        }
        waiter?.resume(returning: .success(slot))
    }
}
#endif
