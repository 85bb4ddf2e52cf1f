import Foundation
public import JuspayPayoutAPI
public import KurusRuntime
public import KurusTransport

extension JuspayPayoutClient {
    /// A client that authorizes itself by the API key.
    ///
    /// - Parameters:
    ///   - server: `JuspayPayoutClient.sandbox`, `.production` or another. A key does not say which is its own.
    ///   - timeout: The longest that one attempt may take.
    ///   - deadline: The longest that all attempts and the waiting between them may take.
    ///   - retry: When the request is sent again.
    ///   - hooks: Told before and after each attempt.
    ///   - clock: What all times are measured with.
    /// - Throws: `UnencryptedServer` for another scheme than https and another machine.
    public static func connected(
        credentials: JuspayCredentials, server: APIServer, transport: any HTTPTransport = PlatformTransport(),
        timeout: Duration = .seconds(30), deadline: Duration = .seconds(120), retry: RetryPolicy = .standard,
        hooks: (any APIHooks)? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) throws(UnencryptedServer) -> JuspayPayoutClient {
        // A server whose URL cannot be used is left to the client, which says so.
        if let url = URL(string: server.url, encodingInvalidCharacters: false) { try UnencryptedServer.check(url) }
        return JuspayPayoutClient(
            APIClient(
                server: server, transport: transport, signer: JuspaySigner(credentials), timeout: timeout,
                deadline: deadline, retry: retry, hooks: hooks, clock: clock))
    }
}
