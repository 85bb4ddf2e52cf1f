/// The signal by which a test ends a run early, as Ctrl-C does.
struct Stop: Sendable {
    private let signal = AsyncStream.makeStream(of: Void.self)

    func send() {
        signal.continuation.yield()
    }

    /// Returns when it was sent, or when the task is cancelled.
    func awaited() async {
        for await _ in signal.stream { return }
    }
}
