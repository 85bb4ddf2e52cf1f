import EveryParameterAPI
import Foundation
import KurusRuntime
import Testing

/// Every style in every location, byte for byte, as the specification's table requires.
@Suite struct EveryParameterTests {
    static let cases = [
        PathParameterCases.styles, PathParameterCases.values, QueryParameterCases.styles, QueryParameterCases.values,
        FieldParameterCases.headers, FieldParameterCases.cookies, FieldParameterCases.contents,
    ].flatMap(\.self)

    @Test(arguments: cases + QueryParameterCases.oneWay)
    func isWrittenAsTheSpecificationSays(_ parameters: ParameterCase) async throws {
        try await parameters.run(server: EveryParameterClient.exampleCom) { EveryParameterClient($0) }
    }

    /// A client conforms to the protocol that a server calls: it sends the arguments of the call again.
    @Test(arguments: cases)
    func arrivesAsItWasSent(_ parameters: ParameterCase) async throws {
        let transport = RecordingTransport(parameters.answer)
        let relay = EveryParameterServer(
            EveryParameterClient(APIClient(server: EveryParameterClient.exampleCom, transport: transport)))
        let client = EveryParameterClient(
            APIClient(
                server: EveryParameterClient.exampleCom,
                transport: ServerTransport { await relay.respond(to: $0, basePath: "/parameters") }))
        try await parameters.call(client)
        #expect(transport.requests.map(\.wireText) == [parameters.request])
    }

    /// The base path is the operation's own, on the client's and on the server's side; the host is the client's.
    @Test(arguments: [
        (EveryParameterClient.exampleCom.url, "https://example.com/other/elsewhere"),
        ("http://127.0.0.1:8080/proxy/parameters", "http://127.0.0.1:8080/proxy/other/elsewhere"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/other/elsewhere"),
    ])
    func basePathIsTheOperations(server: String, url: String) async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        try await EveryParameterClient(APIClient(server: APIServer(server), transport: transport)).elsewhere()
        let request = try #require(transport.requests.first)
        #expect(request.url.absoluteString == url)
        let relay = EveryParameterServer(
            EveryParameterClient(APIClient(server: EveryParameterClient.exampleCom, transport: transport)))
        let basePath = try #require(URL(string: server)).path()
        #expect(await relay.respond(to: request, basePath: basePath).status == 204)
    }

    @Test func everyMethodIsSent() async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let client = EveryParameterClient(APIClient(server: EveryParameterClient.exampleCom, transport: transport))
        try await client.putMethod(id: "1")
        try await client.postMethod(id: "1")
        try await client.deleteMethod(id: "1")
        try await client.optionsMethod(id: "1")
        try await client.headMethod(id: "1")
        try await client.patchMethod(id: "1")
        try await client.traceMethod(id: "1", q: "x")
        #expect(
            transport.requests.map { "\($0.method) \($0.target)" } == [
                "PUT /parameters/methods/1", "POST /parameters/methods/1", "DELETE /parameters/methods/1",
                "OPTIONS /parameters/methods/1", "HEAD /parameters/methods/1", "PATCH /parameters/methods/1",
                "TRACE /parameters/methods/1?q=x",
            ])
    }

    @Test(arguments: ["", ".", ".."])
    func pathThatWouldBeAnotherIsNotSent(_ text: String) async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let client = EveryParameterClient(APIClient(server: EveryParameterClient.exampleCom, transport: transport))
        await #expect {
            try await client.pathSimple(primitive: text, number: 1, array: ["a"], object: RGB(r: 1))
        } throws: { error in
            guard case .notSent? = error as? APIError else { return false }
            return true
        }
        #expect(transport.requests.isEmpty)
    }

    @Test(arguments: ["a\r\nX-Injected: 1", "a\nb", "a\u{0}"])
    func lineBreaksInHeadersAreNotSent(_ text: String) async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let client = EveryParameterClient(APIClient(server: EveryParameterClient.exampleCom, transport: transport))
        await #expect(throws: APIError.self) { try await client.headerIgnored(xKept: text) }
        #expect(transport.requests.isEmpty)
    }

    @Test(arguments: [
        "/query/form/required?number=5&array=a&object=R,1",
        "/query/form/required?primitive=a&number=x&array=a&object=R,1",
        "/query/form/required?primitive=a&number=5&array=a&object=G,1", "/header/ignored",
        "/path/types/t/1/1/maybe/2024-02-29/2024-02-29T12:00:00Z/6ba7b810-9dad-11d1-80b4-00c04fd430c8/first/red",
        "/content/%7B%22R%22?required=%7B%22R%22%3A2%7D",
    ])
    func serverRefusesWhatIsMissingOrDoesNotFit(_ target: String) async throws {
        let server = EveryParameterServer(
            EveryParameterClient(
                APIClient(server: EveryParameterClient.exampleCom, transport: RecordingTransport(.content("{}")))))
        var request = try #require(await sentRequest())
        request.url = try #require(.init(string: "https://example.com/parameters" + target))
        #expect(await server.respond(to: request, basePath: "/parameters").status == 400)
    }

    private func sentRequest() async throws -> HTTPRequest? {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        try await EveryParameterClient(
            APIClient(server: EveryParameterClient.exampleCom, transport: transport)
        ).noParameters()
        return transport.requests.first
    }
}
