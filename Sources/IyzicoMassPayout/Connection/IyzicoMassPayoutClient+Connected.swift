public import IyzicoMassPayoutAPI
public import KurusRuntime

extension IyzicoMassPayoutClient {
    /// A client that signs by IYZWSv2 and takes the body's status for what iyzico says.
    ///
    /// - Parameters:
    ///   - server: The keys' own host when nil: `IyzicoMassPayoutClient.sandbox` or `.production`.
    ///   - hosts: To which hosts the keys may be sent.
    ///   - timeout: The longest that one exchange may take.
    ///   - randomKey: Gives the random key of one attempt.
    /// - Throws: `KeyHostMismatch` when the keys are not those of the server.
    public static func connected(
        credentials: IyzicoCredentials, server: APIServer? = nil, transport: any HTTPTransport,
        hosts: KeyHosts = .matching, timeout: Duration = .seconds(30),
        randomKey: @escaping @Sendable () -> String = RandomKey.system
    ) throws(KeyHostMismatch) -> IyzicoMassPayoutClient {
        let server = server ?? (credentials.isSandbox ? sandbox : production)
        try hosts.check(isSandbox: credentials.isSandbox, server)
        let signer = IyzicoSigner(credentials, hosts: hosts, randomKey: randomKey)
        return IyzicoMassPayoutClient(
            APIClient(
                server: server, transport: transport, signer: signer, refusals: IyzicoRefusals(), timeout: timeout))
    }
}
