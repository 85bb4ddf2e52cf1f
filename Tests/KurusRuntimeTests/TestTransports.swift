import KurusRuntime
import KurusServer
import Synchronization

/// Keeps what it is given and answers always the same.
final class CapturingTransport: HTTPTransport {
    private let captured = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable () throws -> HTTPResponse

    init(_ answer: @escaping @Sendable () throws -> HTTPResponse = { HTTPResponse(status: 204) }) {
        self.answer = answer
    }

    var requests: [HTTPRequest] { captured.withLock { $0 } }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        captured.withLock { $0.append(request) }
        return try answer()
    }
}

/// Hands requests to a server's routes.
struct RouterTransport: HTTPTransport {
    let basePath: String
    let routes: [APIRoute]

    init(basePath: String = "", _ routes: [APIRoute]) {
        self.basePath = basePath
        self.routes = routes
    }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        await APIRouter.respond(to: request, basePath: basePath, routes)
    }
}

/// Captures the request that a client makes.
func captured(
    _ method: HTTPMethod = .get, _ path: String = "/x", server: String = "https://api.example.com",
    _ build: (inout APIRequest) -> Void
) async throws -> HTTPRequest? {
    var request = APIRequest(method, path, operation: "test", effect: .read)
    build(&request)
    let transport = CapturingTransport()
    try await APIClient(server: APIServer(server), transport: transport).send(request)
    return transport.requests.first
}
