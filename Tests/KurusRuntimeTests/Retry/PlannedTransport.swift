import HTTPTestSupport
import KurusRuntime
import Synchronization

/// Does one step after another, the last one for ever, and keeps what it was given.
final class PlannedTransport: HTTPTransport {
    enum Step: Sendable {
        case response(HTTPResponse)
        case failure(TransportError.Kind)
        case error(any Error)
    }

    private struct State {
        var steps: ArraySlice<Step>
        var requests: [HTTPRequest] = []
        var timeouts: [Duration] = []
    }

    private let state: Mutex<State>
    private let duration: Duration
    private let clock: ManualClock?

    /// - Parameter takes: How far an attempt moves the clock on.
    init(_ steps: [Step], takes duration: Duration = .zero, clock: ManualClock? = nil) {
        state = Mutex(State(steps: steps[...]))
        self.duration = duration
        self.clock = clock
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    var timeouts: [Duration] { state.withLock { $0.timeouts } }

    func plan(_ steps: [Step]) {
        state.withLock { $0.steps = steps[...] }
    }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        let step = state.withLock { state in
            state.requests.append(request)
            state.timeouts.append(timeout)
            return state.steps.count > 1 ? state.steps.removeFirst() : state.steps.first
        }
        clock?.advance(by: min(duration, timeout))
        switch step {
        case .response(let response): return response
        case .failure(let kind): throw TransportError(kind, "planned")
        case .error(let error): throw error
        case nil: throw TransportError(.notSent, "nothing is planned")
        }
    }
}

/// Signs every request with another key.
final class CountingSigner: RequestSigner {
    private let count = Mutex(0)

    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        let number = count.withLock { count in
            count += 1
            return count
        }
        request.fields["Authorization"] = "key \(number)"
    }
}
