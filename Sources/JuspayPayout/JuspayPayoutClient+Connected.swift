import Foundation
public import JuspayPayoutAPI
public import KurusRuntime

extension JuspayPayoutClient {
    /// A client that authorizes itself by the API key.
    ///
    /// - Parameters:
    ///   - server: `JuspayPayoutClient.sandbox`, `.production` or another. A key does not say which is its own.
    ///   - timeout: The longest that one exchange may take.
    /// - Throws: `UnencryptedServer` for another scheme than https and another machine.
    public static func connected(
        credentials: JuspayCredentials, server: APIServer, transport: any HTTPTransport,
        timeout: Duration = .seconds(30)
    ) throws(UnencryptedServer) -> JuspayPayoutClient {
        // A server whose URL cannot be used is left to the client, which says so.
        if let url = URL(string: server.url, encodingInvalidCharacters: false) { try UnencryptedServer.check(url) }
        return JuspayPayoutClient(
            APIClient(server: server, transport: transport, signer: JuspaySigner(credentials), timeout: timeout))
    }
}
