import KurusHTTP

struct RecordedTransport: HTTPTransport {
    let responses: [String: HTTPResponse]

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        guard let response = responses["\(request.method) \(request.target)"] else {
            throw TransportError(.notSent, "no response is recorded for this request")
        }
        return response
    }
}
