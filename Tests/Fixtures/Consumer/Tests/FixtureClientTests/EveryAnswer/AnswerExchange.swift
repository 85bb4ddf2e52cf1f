import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// A client that calls its document's own server, which asks another client for the answer: what arrives has been
/// written and read by both halves twice.
struct AnswerExchange {
    static let base = APIServer("https://api.example.com/base/v1")

    private let transport: RecordingTransport
    let client: EveryAnswerClient

    init(_ answers: HTTPResponse) {
        let transport = RecordingTransport(answers)
        let server = EveryAnswerServer(EveryAnswerClient(APIClient(server: Self.base, transport: transport)))
        self.transport = transport
        client = EveryAnswerClient(
            APIClient(
                server: Self.base, transport: ServerTransport { await server.respond(to: $0, basePath: "/base/v1") }))
    }

    /// The requests of the inner client: they hold what the server read.
    var requests: [HTTPRequest] { transport.requests }

    /// A client whose every request has this answer.
    static func client(_ answer: HTTPResponse) -> EveryAnswerClient {
        EveryAnswerClient(APIClient(server: base, transport: RecordingTransport(answer)))
    }

    /// Returns the request that a call sends.
    static func request(
        _ answer: HTTPResponse = HTTPResponse(status: 204), _ call: (EveryAnswerClient) async throws -> Void
    ) async throws -> HTTPRequest {
        let transport = RecordingTransport(answer)
        try await call(EveryAnswerClient(APIClient(server: base, transport: transport)))
        return try #require(transport.requests.first)
    }

    /// Returns what the server answers when its operations answer with the response.
    static func response(
        to method: HTTPMethod, _ path: String, answering answer: HTTPResponse, body: HTTPRequest? = nil
    ) async throws -> HTTPResponse {
        let relay = EveryAnswerServer(client(answer))
        let url = try #require(URL(string: "https://api.example.com/base/v1\(path)"))
        let request = HTTPRequest(method: method, url: url, fields: body?.fields ?? [:], body: body?.body)
        return await relay.respond(to: request, basePath: "/base/v1")
    }
}

extension HTTPResponse {
    /// An answer with a form.
    static func formText(_ text: String, status: Int = 200, fields: HTTPFields = [:]) -> HTTPResponse {
        var fields = fields
        fields["Content-Type"] = "application/x-www-form-urlencoded"
        return HTTPResponse(status: status, fields: fields, body: Array(text.utf8))
    }

    /// An answer with parts; `text` has line feeds for the line breaks of the framing.
    static func partsText(
        _ text: String, status: Int = 200, type: String = "multipart/form-data; boundary=B", fields: HTTPFields = [:]
    ) -> HTTPResponse {
        var fields = fields
        fields["Content-Type"] = type
        return HTTPResponse(status: status, fields: fields, body: Array(text.replacing("\n", with: "\r\n").utf8))
    }

    /// The response with its random boundary replaced by `B`.
    var withPlainBoundary: HTTPResponse {
        let framed = FramedContent(fields, body)
        return HTTPResponse(status: status, fields: framed.fields, body: framed.bytes)
    }
}

/// Multipart content whose boundary is replaced by `B`.
struct FramedContent {
    var fields: HTTPFields
    let bytes: [UInt8]

    init(_ fields: HTTPFields, _ content: [UInt8]) {
        let type = fields["Content-Type"] ?? ""
        let boundary = type.split(separator: "boundary=").dropFirst().first?.prefix { $0 != ";" } ?? ""
        self.fields = fields
        self.fields["Content-Type"] = type.replacing(boundary, with: "B")
        bytes = Array(String(decoding: content, as: UTF8.self).replacing(boundary, with: "B").utf8)
    }

    /// The text with line feeds for line breaks.
    var text: String { String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n") }
}

/// Returns whether the error is `unreadable`, and its description holds the text.
func isUnreadable(_ error: any Error, _ text: String) -> Bool {
    switch error as? APIError {
    case .unreadable(let answer): answer.description.contains(text)
    case .outcomeUnknown(let unknown):
        if case .unreadable(let answer) = unknown.cause { answer.description.contains(text) } else { false }
    default: false
    }
}

/// Returns the reason of a request that was not sent.
func reasonNotSent(_ call: () async throws -> Void) async -> String? {
    do {
        try await call()
        return nil
    } catch APIError.notSent(let error) {
        return error.reason
    } catch {
        return "another error: \(error)"
    }
}
