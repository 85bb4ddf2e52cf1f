import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// Relative servers of operations and path items, completed by the client's server (OpenAPI 3.0.3, §4.7.5).
@Suite struct ServerPathTests {
    @Test(arguments: [
        ("https://api.example.com/base/v1", "https://api.example.com"),
        ("http://localhost:8080/proxy/base/v1/", "http://localhost:8080/proxy"),
    ])
    func relativeServersAreCompleted(server: String, root: String) async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let client = EveryAnswerClient(APIClient(server: APIServer(server), transport: transport))
        try await client.serverOfOperation()
        try await client.serverOfPath()
        try await client.serverSibling()
        #expect(
            transport.requests.map(\.url.absoluteString) == [
                "\(root)/v2/servers/operation", "\(root)/v3/servers/path", "\(root)/base/beta/v4/servers/sibling",
            ])
    }

    @Test func serverFindsThem() async throws {
        let exchange = AnswerExchange(HTTPResponse(status: 204))
        try await exchange.client.serverOfOperation()
        try await exchange.client.serverOfPath()
        try await exchange.client.serverSibling()
        #expect(
            exchange.requests.map(\.target) == [
                "/v2/servers/operation", "/v3/servers/path", "/base/beta/v4/servers/sibling",
            ])
    }
}
