/// How long a piece of work may go on once its task was cancelled.
struct Grace {
    enum End<Value: Sendable>: Sendable {
        case ended(Value)
        /// It goes on still.
        case over
    }

    private let duration: Duration
    private let clock: any Clock<Duration>

    init(_ duration: Duration, _ clock: any Clock<Duration>) {
        self.duration = duration
        self.clock = clock
    }

    /// Waits for a task; when this one is cancelled, cancels that one and waits no longer than the grace.
    func end<Value: Sendable>(of work: Task<Value, Never>) async -> End<Value> {
        let (ends, continuation) = AsyncStream.makeStream(of: End<Value>.self)
        Task { continuation.yield(.ended(await work.value)) }
        return await withTaskCancellationHandler {
            // In a task of its own, which the cancellation of this one does not reach.
            await Task { await ends.first { _ in true } ?? .over }.value
        } onCancel: {
            work.cancel()
            Task { [duration, clock] in
                try? await clock.sleep(for: duration)
                continuation.yield(.over)
            }
        }
    }
}
