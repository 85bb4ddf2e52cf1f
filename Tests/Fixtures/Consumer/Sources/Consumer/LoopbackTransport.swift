import KurusRuntime

/// Carries a request to a server in memory.
struct LoopbackTransport: HTTPTransport {
    let server: @Sendable (HTTPRequest) async -> HTTPResponse

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        await server(request)
    }
}
