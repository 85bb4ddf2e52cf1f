public import KurusRuntime

/// Hands requests to the simulated iyzico in memory: what a fault does to a connection becomes a `TransportError`.
///
/// An answer that comes too late is the error `deadline` at once, whatever the timeout.
public struct SimulatorTransport: HTTPTransport {
    private let simulator: SimulatedIyzico

    public init(_ simulator: SimulatedIyzico) {
        self.simulator = simulator
    }

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        switch await simulator.receive(request) {
        case .answer(let response): return response
        case .truncated: throw TransportError(.interrupted, "the connection ended within the answer")
        case .dropped: throw TransportError(.interrupted, "the connection ended without an answer")
        case .tooLate: throw TransportError(.deadline, "no answer in time")
        }
    }
}
