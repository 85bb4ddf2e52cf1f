public import KurusRuntime

/// Gives everybody who calls the provider for one merchant a turn, so that all of them together keep to one limit.
public protocol CallTurns: Sendable {
    /// Takes the next turn.
    ///
    /// - Returns: How long to wait before the call; nil where there is no limit.
    func nextCall() async throws(JournalError) -> Duration?
}

/// A call whose turn was taken before, by who makes it.
enum CallTurn {
    @TaskLocal static var isTaken = false
}

/// Waits for a turn before it sends, and sends then: each attempt has a turn of its own.
///
/// The wait comes before the time that an exchange is given, and a request that is given up while it waits counts as not
/// sent. An authorize has its turn already: `MassPayouts` takes it before it writes the line that announces the
/// authorization, since nobody sends later than 5 s after that (rule 5 of `PayoutJournal`).
public struct LimitedTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let turns: any CallTurns
    private let clock: any Clock<Duration>

    /// Sends through a transport, and waits for a turn before each request.
    public init(
        _ transport: any HTTPTransport, turns: any CallTurns, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.transport = transport
        self.turns = turns
        self.clock = clock
    }

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        if !CallTurn.isTaken { try await takeTurn() }
        return try await transport.send(request, timeout: timeout)
    }

    private func takeTurn() async throws(TransportError) {
        let wait: Duration?
        do throws(JournalError) {
            wait = try await turns.nextCall()
        } catch {
            throw TransportError(.notSent, "no turn to call: \(error)")
        }
        guard let wait, wait > .zero else { return }
        do {
            try await clock.sleep(for: wait)
        } catch {
            throw TransportError(.notSent, "given up before its turn to call", isRetryable: false)
        }
    }
}
