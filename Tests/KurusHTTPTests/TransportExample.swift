import Foundation
import KurusHTTP
import Testing

// The transports of the article "Writing a transport": a test compares the texts, and the tests below run them.

struct RecordedAnswers: HTTPTransport {
    let responses: [String: HTTPResponse]

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        guard let response = responses["\(request.method) \(request.target)"] else {
            throw TransportError(.notSent, "no response is recorded for this request")
        }
        return response
    }
}

actor CountingTransport: HTTPTransport {
    private let next: any HTTPTransport
    private(set) var count = 0

    init(_ next: any HTTPTransport) {
        self.next = next
    }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        count += 1
        var request = request
        request.fields["User-Agent"] = "payroll/1.0"
        return try await next.send(request, timeout: timeout)
    }
}

@Suite struct TransportExampleTests {
    @Test func countsAndPassesOn() async throws {
        let transport = CountingTransport(RecordedAnswers(responses: ["GET /balance": HTTPResponse(status: 204)]))
        let url = try #require(URL(string: "https://bank.example/balance"))
        let response = try await transport.send(HTTPRequest(method: .get, url: url), timeout: .seconds(1))
        #expect(response.status == 204)
        await #expect(throws: TransportError.self) {
            _ = try await transport.send(HTTPRequest(method: .post, url: url), timeout: .seconds(1))
        }
        #expect(await transport.count == 2)
    }
}
