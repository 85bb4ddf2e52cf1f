import Foundation
import KurusHTTP
import Testing

@Suite struct HTTPTransportTests {
    private let transport = RecordedTransport(responses: ["GET /v1/balance?locale=tr": HTTPResponse(status: 204)])

    @Test func recordedTransportAnswersFromMemory() async throws {
        let url = try #require(URL(string: "https://api.example.com/v1/balance?locale=tr"))
        let response = try await transport.send(HTTPRequest(method: .get, url: url), timeout: .seconds(1))
        #expect(response == HTTPResponse(status: 204))
    }

    @Test func recordedTransportSaysThatNothingWasSent() async throws {
        let url = try #require(URL(string: "https://api.example.com/"))
        await #expect(throws: TransportError(.notSent, "no response is recorded for this request")) {
            try await transport.send(HTTPRequest(method: .get, url: url), timeout: .seconds(1))
        }
    }

    /// The example in the protocol's documentation is the type that these tests use.
    @Test func documentationShowsThisTransport() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
        let source = tests.appending(path: "../../Sources/KurusHTTP/HTTPTransport.swift")
        let documentation = try String(contentsOf: source, encoding: .utf8)
        let lines = documentation.split(separator: "\n", omittingEmptySubsequences: false)
        let example = lines.drop { $0 != "/// ```swift" }.dropFirst().prefix { $0 != "/// ```" }
            .map { $0.dropFirst($0 == "///" ? 3 : 4) }.joined(separator: "\n")
        let compiled = try String(contentsOf: tests.appending(path: "RecordedTransport.swift"), encoding: .utf8)
        #expect(compiled == "import KurusHTTP\n\n\(example)\n")
    }
}
