import KurusHTTP

/// The rules of every transport here: which requests are sent at all, within which time, and whose redirects are followed.
struct ExchangeRules: Sendable {
    let clock: any Clock<Duration>

    /// Sends a request by way of exchanges, each of which carries one request once.
    func send(
        _ request: HTTPRequest, timeout: Duration,
        through exchange: @escaping @Sendable (HTTPRequest) async -> Exchange.Outcome
    ) async throws(TransportError) -> HTTPResponse {
        try RequestCheck.check(request)
        guard timeout > .zero else { throw TransportError(.notSent, "no time is left", isRetryable: false) }
        return try await withDeadline(timeout, clock: clock) {
            await Redirect.response(to: request, through: exchange)
        }.get()
    }
}
