import KurusRuntime

/// Hands requests to a generated server, in memory.
struct ServerTransport: HTTPTransport {
    let respond: @Sendable (HTTPRequest) async -> HTTPResponse

    init(_ respond: @escaping @Sendable (HTTPRequest) async -> HTTPResponse) {
        self.respond = respond
    }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        await respond(request)
    }
}
