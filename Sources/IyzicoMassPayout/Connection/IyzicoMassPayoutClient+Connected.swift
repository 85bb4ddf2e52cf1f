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
