import KurusRuntime
import Synchronization

/// Keeps the requests that it is given and always answers the same.
final class RecordingTransport: HTTPTransport {
    private let recorded = Mutex<[HTTPRequest]>([])
    private let answer: HTTPResponse

    init(_ body: String, status: Int = 200, contentType: String = "application/json") {
        answer = HTTPResponse(status: status, fields: ["Content-Type": contentType], body: Array(body.utf8))
    }

    var requests: [HTTPRequest] { recorded.withLock { $0 } }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        recorded.withLock { $0.append(request) }
        return answer
    }
}
