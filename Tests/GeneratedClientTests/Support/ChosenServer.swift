import Foundation
import KurusRuntime
import Synchronization
import Testing

/// A server that a client is made for, and all that the client sends, wherever that goes.
final class ChosenServer: HTTPTransport, APIHooks {
    private let state = Mutex<(origins: Set<String>, operations: Set<String>)>((origins: [], operations: []))

    /// Scheme, host and port of every request.
    var origins: Set<String> { state.withLock { $0.origins } }

    /// `POST /transfers` for each operation that a request was made for.
    var operations: Set<String> { state.withLock { $0.operations } }

    func client(for server: APIServer) -> APIClient {
        APIClient(server: server, transport: self, hooks: self)
    }

    /// Makes a call. The answer is the same for all and fits few of them, so errors say nothing.
    func send<Client>(with client: Client, _ call: (Client) async throws -> Void) async {
        try? await call(client)
    }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        let origin = APIServer(receiving: request).url
        state.withLock { _ = $0.origins.insert(origin) }
        return .content("{}")
    }

    func attemptBegins(_ attempt: APIAttempt) {
        state.withLock { _ = $0.operations.insert("\(attempt.method) \(attempt.template)") }
    }

    func attemptEnded(_ attempt: APIAttempt, _ ending: APIAttemptEnding, duration: Duration) {}
}
