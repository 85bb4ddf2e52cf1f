/// Runs a request against the clock: the first to end decides, and the other is cancelled.
///
/// - Parameter exchange: Ends soon after its task is cancelled.
func withDeadline(
    _ timeout: Duration, clock: any Clock<Duration>,
    _ exchange: @escaping @Sendable () async -> Result<HTTPResponse, TransportError>
) async -> Result<HTTPResponse, TransportError> {
    await withTaskGroup(of: Result<HTTPResponse, TransportError>?.self) { group in
        group.addTask(operation: exchange)
        group.addTask {
            // Interrupted sleep is no deadline: then the exchange is cancelled as well, and says how far it came.
            guard (try? await clock.sleep(for: timeout)) != nil else { return nil }
            return .failure(TransportError(.deadline, "no answer in time"))
        }
        for await case let result? in group {
            group.cancelAll()
            return result
        }
        return .failure(TransportError(.interrupted, "no answer"))
    }
}
