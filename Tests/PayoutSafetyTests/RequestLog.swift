import KurusRuntime
import PayoutSimulator
import Synchronization

/// The sender of each request to the provider, in order.
final class RequestLog: Sendable {
    private let noted = Mutex<[Int]>([])

    var processes: [Int] { noted.withLock { $0 } }

    func note(_ process: Int) {
        noted.withLock { $0.append(process) }
    }
}

/// Notes whose a request is, and hands it to the simulator.
struct LoggedTransport: HTTPTransport {
    let process: Int
    let log: RequestLog
    let simulator: SimulatedIyzico

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        log.note(process)
        return try await SimulatorTransport(simulator).send(request, timeout: timeout)
    }
}
