import KurusHTTP

/// Runs an exchange against the clock: the first to end decides, and the other is cancelled.
///
/// An exchange that is cancelled before it sent anything ends as `notSent` even where the clock decided: then the caller
/// knows more than that time ran out.
///
/// - Parameter exchange: Ends soon after its task is cancelled.
func withDeadline(
    _ timeout: Duration, clock: any Clock<Duration>, _ exchange: @escaping @Sendable () async -> Exchange.Outcome
) async -> Exchange.Outcome {
    await withTaskGroup(of: Exchange.Outcome?.self) { group in
        group.addTask(operation: exchange)
        group.addTask {
            // An interrupted sleep is no deadline: the exchange is cancelled as well, and reports how far it came.
            guard (try? await clock.sleep(for: timeout)) != nil else { return nil }
            return .failure(TransportError(.deadline, "no answer in time"))
        }
        var decided: Exchange.Outcome?
        for await case let outcome? in group {
            switch (decided, outcome) {
            case (nil, _):
                decided = outcome
                group.cancelAll()
            case (.failure(let error), .failure(let own)) where error.kind == .deadline && own.kind == .notSent:
                decided = .failure(TransportError(.notSent, "no connection in time"))
            default: break
            }
        }
        return decided ?? .failure(TransportError(.interrupted, "no answer"))
    }
}
