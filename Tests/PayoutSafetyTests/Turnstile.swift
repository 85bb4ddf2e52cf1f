import KurusRuntime
import PayoutSimulator
import Synchronization

/// Lets processes send one request after the other, in a sequence that a test decides.
final class Turnstile: Sendable {
    private struct State {
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var running: Set<Int>
        var current = 0
        /// How many turns each process takes before the next one comes; after them, the one at work goes to its end.
        var turns: ArraySlice<Int>
        var left: Int
    }

    private let state: Mutex<State>

    init(processes: Int, turns: [Int]) {
        state = Mutex(
            State(running: Set(0..<processes), turns: turns.dropFirst(), left: turns.first ?? .max))
    }

    /// Returns when it is a process's turn.
    func enter(_ process: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.waiting[process] = continuation }
            goOn()
        }
    }

    /// A process is at its end.
    func leave(_ process: Int) {
        state.withLock { _ = $0.running.remove(process) }
        goOn()
    }

    /// Chooses who is next, once all processes wait.
    private func goOn() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.running.isEmpty, state.waiting.count == state.running.count else { return nil }
            if state.left == 0 || state.waiting[state.current] == nil {
                let others = state.running.sorted()
                state.current = others.first { $0 > state.current } ?? others[0]
                state.left = state.turns.popFirst() ?? .max
            }
            if state.left != .max { state.left = max(0, state.left - 1) }
            return state.waiting.removeValue(forKey: state.current)
        }
        next?.resume()
    }
}

/// A process's way to the provider through a turnstile.
struct TurnstileTransport: HTTPTransport {
    let process: Int
    let turnstile: Turnstile
    let transport: any HTTPTransport

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        await turnstile.enter(process)
        return try await transport.send(request, timeout: timeout)
    }
}
