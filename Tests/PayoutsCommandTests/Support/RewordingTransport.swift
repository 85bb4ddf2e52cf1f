import KurusRuntime

/// Puts other words into the provider's answers.
struct RewordingTransport: HTTPTransport {
    let transport: any HTTPTransport
    let words: String
    let others: String

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        var response = try await transport.send(request, timeout: timeout)
        response.body = Array(String(decoding: response.body, as: UTF8.self).replacing(words, with: others).utf8)
        return response
    }
}
