import KurusRuntime
import Testing

/// One call of a client, and everything that it sends.
struct RequestCase<Client: Sendable>: Sendable, CustomTestStringConvertible {
    let name: String
    let request: String
    let answer: HTTPResponse
    let call: @Sendable (Client) async throws -> Void

    init(
        _ name: String, _ request: String, answer: HTTPResponse = .content(200, "{}"),
        call: @escaping @Sendable (Client) async throws -> Void
    ) {
        self.name = name
        self.request = request
        self.answer = answer
        self.call = call
    }

    var testDescription: String { name }

    /// Calls and compares.
    func run(server: APIServer, _ make: (APIClient) -> Client) async throws {
        let transport = RecordingTransport(answer)
        try await call(make(APIClient(server: server, transport: transport)))
        #expect(transport.requests.map(\.wireText) == [request])
    }
}
