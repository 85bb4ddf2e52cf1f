import Foundation
public import JuspayPayoutAPI
public import KurusRuntime
public import KurusTransport

extension JuspayPayoutClient {
    /// Creates a client that authorizes itself by the API key.
    ///
    /// - Parameters:
    ///   - server: `JuspayPayoutClient.sandbox`, `.production` or another. A key does not show which one it belongs to.
    ///   - timeout: The longest duration of one attempt.
    ///   - deadline: The longest duration of all attempts and the pauses between them.
    ///   - retry: The policy for repeating requests.
    ///   - hooks: Called before and after each attempt.
    ///   - clock: The clock for all times.
    /// - Throws: `UnencryptedServer` for another scheme than https and another machine.
    public static func connected(
        credentials: JuspayCredentials, server: APIServer, transport: any HTTPTransport = PlatformTransport(),
        timeout: Duration = .seconds(30), deadline: Duration = .seconds(120), retry: RetryPolicy = .standard,
        hooks: (any APIHooks)? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) throws(UnencryptedServer) -> JuspayPayoutClient {
        // The client reports a server whose URL cannot be used.
        if let url = URL(string: server.url, encodingInvalidCharacters: false) { try UnencryptedServer.check(url) }
        return JuspayPayoutClient(
            APIClient(
                server: server, transport: transport, signer: JuspaySigner(credentials), timeout: timeout,
                deadline: deadline, retry: retry, hooks: hooks, clock: clock))
    }
}
