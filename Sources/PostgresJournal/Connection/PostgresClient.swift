#if Postgres
import Dispatch
import Foundation
import Synchronization

/// A few connections to one database, each with its own thread.
package final class PostgresClient: Sendable {
    private let settings: PostgresSettings
    private let slots: SlotQueue

    /// - Parameter connections: The maximum number of concurrent transactions.
    package init(_ settings: PostgresSettings, connections: Int = 4) {
        self.settings = settings
        slots = SlotQueue(count: max(1, connections))
    }

    /// Runs a transaction, and commits it unless `body` throws.
    ///
    /// `body` runs once, or not at all without a connection. It runs on the connection's thread and may wait there.
    package func transaction<Value: Sendable>(
        within limit: Duration = .seconds(30),
        _ body: @escaping @Sendable (inout PostgresSession) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let deadline = ContinuousClock.now + limit
        let slot = try await slots.take(until: deadline)
        let connection = slot.connection ?? PostgresConnection(settings)
        let result = await connection.transaction(until: deadline, body)
        slots.give(SlotQueue.Slot(connection: connection))
        return try result.get()
    }
}

/// The right to use a connection, granted in the order of requests.
private final class SlotQueue: Sendable {
    /// A connection that was used before, or nil for a new one.
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

/// One thread that runs work in order, so that waiting for a server does not block a thread of Swift's tasks.
final class WorkThread: Sendable {
    private let queue = Queue()

    init(name: String) {
        let thread = Thread { [queue] in
            while let work = queue.next() { work() }
        }
        thread.name = name
        thread.start()
    }

    deinit {
        queue.close()
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.add { continuation.resume(returning: work()) }
        }
    }

    private final class Queue: Sendable {
        private let waiting = Mutex<[@Sendable () -> Void]>([])
        private let count = DispatchSemaphore(value: 0)

        func add(_ work: @escaping @Sendable () -> Void) {
            waiting.withLock { $0.append(work) }
            count.signal()
        }

        /// Ends the thread when the waiting work has run.
        func close() {
            count.signal()
        }

        /// nil when the queue was closed.
        func next() -> (@Sendable () -> Void)? {
            count.wait()
            return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }
}
#endif
