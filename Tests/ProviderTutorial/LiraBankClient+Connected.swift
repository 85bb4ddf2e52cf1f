import KurusRuntime

extension LiraBankClient {
    /// The bank's client over any transport: `PlatformTransport()` in a program, a script in a test.
    static func connected(token: Secret, transport: any HTTPTransport) -> LiraBankClient {
        let client = APIClient(
            server: sandbox, transport: transport, signer: LiraBankSigner(token: token), timeout: .seconds(20),
            retry: RetryPolicy())
        return LiraBankClient(client)
    }
}
