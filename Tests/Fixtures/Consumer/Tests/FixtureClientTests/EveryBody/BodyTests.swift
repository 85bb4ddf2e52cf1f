import EveryBodyAPI
import Foundation
import KurusRuntime
import Testing

/// Every kind of content, byte for byte.
@Suite struct BodyTests {
    static let cases = [BodyCases.json, BodyCases.textAndOctets, BodyCases.forms].flatMap(\.self)

    @Test(arguments: cases + BodyCases.oneWay)
    func isSentByteForByte(_ body: BodyCase) async throws {
        try await body.run(server: EveryBodyClient.production) { EveryBodyClient($0) }
    }

    /// A client conforms to the protocol that a server calls: it sends the arguments of the call again.
    @Test(arguments: cases)
    func arrivesAsItWasSent(_ body: BodyCase) async throws {
        let transport = RecordingTransport(body.answer)
        let relay = EveryBodyServer(
            EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: transport)))
        let client = EveryBodyClient(
            APIClient(
                server: EveryBodyClient.production,
                transport: ServerTransport { await relay.respond(to: $0, basePath: "/v1") }))
        try await body.call(client)
        #expect(transport.requests.map(\.wireText) == [body.request])
    }

    @Test(arguments: [
        ("/v1/json/required", "application/json", "{}", 400), ("/v1/json/required", "application/json", "", 400),
        ("/v1/json/required", "application/json", #"{"id":"a","id":"b"}"#, 400),
        ("/v1/json/required", "text/plain", #"{"id":"a"}"#, 415), ("/v1/form/simple", "application/json", "{}", 415),
        ("/v1/form/simple", "application/x-www-form-urlencoded", "name=a&count=x", 400),
        ("/v1/multipart/file", "multipart/form-data; boundary=b", "--b--", 400),
        ("/v1/multipart/file", "multipart/form-data", "--b--", 400),
    ])
    func serverRefusesContentThatDoesNotFit(
        path: String, type: String, content: String, status: Int
    ) async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let server = EveryBodyServer(
            EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: transport)))
        let url = try #require(URL(string: "https://api.example.com\(path)"))
        let request = HTTPRequest(
            method: .post, url: url, fields: ["Content-Type": type], body: Array(content.utf8))
        #expect(await server.respond(to: request, basePath: "/v1").status == status)
        #expect(transport.requests.isEmpty)
    }
}
