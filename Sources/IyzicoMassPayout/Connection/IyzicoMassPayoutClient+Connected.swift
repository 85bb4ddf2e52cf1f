public import IyzicoMassPayoutAPI
public import KurusRuntime
public import KurusTransport

extension IyzicoMassPayoutClient {
    /// Creates a client that signs by IYZWSv2 and decides by the body's status whether iyzico refused.
    ///
    /// - Parameters:
    ///   - server: The host of the keys when nil: `IyzicoMassPayoutClient.sandbox` or `.production`.
    ///   - hosts: The hosts to which the keys may be sent.
    ///   - timeout: The longest duration of one attempt.
    ///   - deadline: The longest duration of all attempts of a read and the pauses between them.
    ///   - retry: The policy for repeating reads; a write is sent once.
    ///   - hooks: Called before and after each attempt.
    ///   - clock: The clock for all times.
    ///   - randomKey: Returns the random key of one attempt.
    /// - Throws: `KeyHostMismatch` when the keys are not those of the server.
    public static func connected(
        credentials: IyzicoCredentials, server: APIServer? = nil, transport: any HTTPTransport = PlatformTransport(),
        hosts: KeyHosts = .matching, timeout: Duration = .seconds(30), deadline: Duration = .seconds(120),
        retry: RetryPolicy = .standard, hooks: (any APIHooks)? = nil, clock: any Clock<Duration> = ContinuousClock(),
        randomKey: @escaping @Sendable () -> String = RandomKey.system
    ) throws(KeyHostMismatch) -> IyzicoMassPayoutClient {
        let server = server ?? (credentials.isSandbox ? sandbox : production)
        try hosts.check(isSandbox: credentials.isSandbox, server)
        let signer = IyzicoSigner(credentials, hosts: hosts, randomKey: randomKey)
        return IyzicoMassPayoutClient(
            APIClient(
                server: server, transport: transport, signer: signer, refusals: IyzicoRefusals(), timeout: timeout,
                deadline: deadline, retry: retry, hooks: hooks, clock: clock))
    }
}

/// Gives a turn to everyone who calls the provider for one merchant, so that together they keep to one limit.
public protocol CallTurns: Sendable {
    /// Takes the next turn.
    ///
    /// - Returns: The delay before the call; nil without a limit.
    func nextCall() async throws(JournalError) -> Duration?
}

/// Marks a call whose caller has taken its turn already.
enum CallTurn {
    @TaskLocal static var isTaken = false
}

/// Waits for a turn before it sends; each attempt has its own turn.
///
/// The wait is not part of the exchange's timeout, and a request that is cancelled while it waits counts as not sent.
/// An authorize has its turn already: `MassPayouts` takes it before it writes the line that announces the
/// authorization, since nobody sends later than 5 s after that line (rule 5 of `PayoutJournal`).
public struct LimitedTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let turns: any CallTurns
    private let clock: any Clock<Duration>

    /// Creates a transport that waits for a turn before each request.
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
