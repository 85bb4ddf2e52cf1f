public import IyzicoMassPayoutAPI
public import KurusRuntime
public import KurusTransport

extension IyzicoMassPayoutClient {
    /// A client that signs by IYZWSv2 and takes the body's status for what iyzico says.
    ///
    /// - Parameters:
    ///   - server: The keys' own host when nil: `IyzicoMassPayoutClient.sandbox` or `.production`.
    ///   - hosts: To which hosts the keys may be sent.
    ///   - timeout: The longest that one attempt may take.
    ///   - deadline: The longest that all attempts of a read and the waiting between them may take.
    ///   - retry: When a read is sent again; what changes something is sent once.
    ///   - hooks: Told before and after each attempt.
    ///   - clock: What all times are measured with.
    ///   - randomKey: Gives the random key of one attempt.
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
