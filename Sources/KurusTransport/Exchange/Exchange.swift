import KurusHTTP
import Synchronization

/// One request and its response, collected until the first of answer, failure and cancellation: that one ends it, and
/// later events are dropped.
final class Exchange: Sendable {
    typealias Outcome = Result<HTTPResponse, TransportError>

    private struct State {
        var head: HTTPResponse?
        var body: [UInt8] = []
        var sendingBegan = false
        var phase = Phase.idle
    }

    private enum Phase {
        case idle
        case running(CheckedContinuation<Outcome, Never>)
        case ended
    }

    private let state = Mutex(State())
    private let sizeLimit: Int
    private let announcesSending: Bool

    /// - Parameters:
    ///   - sizeLimit: The most bytes of content, counted after decompression.
    ///   - announcesSending: Whether `startSending` is called before a byte leaves. If false, a cancelled exchange
    ///     counts as sent.
    init(sizeLimit: Int, announcesSending: Bool) {
        self.sizeLimit = sizeLimit
        self.announcesSending = announcesSending
    }

    /// Takes the continuation that the end resumes.
    ///
    /// - Returns: False when the exchange has ended already, and nothing may be sent.
    func begin(_ continuation: CheckedContinuation<Outcome, Never>) -> Bool {
        let begins = state.withLock { state in
            guard case .idle = state.phase else { return false }
            state.phase = .running(continuation)
            return true
        }
        if !begins { continuation.resume(returning: .failure(.cancelledBeforeSending)) }
        return begins
    }

    /// Notes that bytes of the request may leave from now on.
    ///
    /// - Returns: False when the exchange has ended, and nothing may be sent.
    func startSending() -> Bool {
        state.withLock { state in
            guard case .running = state.phase else { return false }
            state.sendingBegan = true
            return true
        }
    }

    var hasEnded: Bool {
        state.withLock { state in
            if case .ended = state.phase { true } else { false }
        }
    }

    func cancel() {
        end { state in
            .failure(
                announcesSending && !state.sendingBegan
                    ? .cancelledBeforeSending : TransportError(.cancelled, "cancelled after sending began"))
        }
    }

    /// Takes the head of a response; a later one (after 1xx, RFC 9110 §15.2) replaces it.
    func receive(_ head: HTTPResponse) {
        state.withLock { $0.head = head }
    }

    /// Takes a piece of the content.
    ///
    /// - Returns: False when it is too much or comes too late: the rest is not wanted.
    func receive(_ content: some Collection<UInt8>) -> Bool {
        let fits = state.withLock { state in
            guard case .running = state.phase else { return false }
            guard content.count <= sizeLimit - state.body.count else { return false }
            state.body.append(contentsOf: content)
            return true
        }
        if !fits { end { _ in .failure(.tooLarge) } }
        return fits
    }

    /// Ends with the response: all of it has come.
    func complete() {
        end { state in
            guard var response = state.head, response.status >= 200 else {
                return .failure(TransportError(.interrupted, "the connection ended without a response"))
            }
            response.body = state.body
            return .success(response)
        }
    }

    /// Ends without a response.
    ///
    /// - Parameter error: The reason, given whether bytes of the request may have left.
    func fail(_ error: (_ sendingBegan: Bool) -> TransportError) {
        end { .failure(error($0.sendingBegan || $0.head != nil)) }
    }

    private func end(_ outcome: (State) -> Outcome) {
        let (continuation, result) = state.withLock { state -> (CheckedContinuation<Outcome, Never>?, Outcome) in
            defer {
                state.phase = .ended
                state.body = []
            }
            guard case .running(let continuation) = state.phase else {
                return (nil, .failure(.cancelledBeforeSending))
            }
            return (continuation, outcome(state))
        }
        continuation?.resume(returning: result)
    }
}

extension TransportError {
    fileprivate static var tooLarge: TransportError {
        TransportError(.interrupted, "the response is larger than the limit", isRetryable: false)
    }
}

/// Runs an exchange against the clock: the first to end decides, and the other is cancelled.
///
/// An exchange that is cancelled before it sent anything ends as `notSent` even when the clock decided, because that
/// tells the caller more.
///
/// - Parameter exchange: Ends soon after its task is cancelled.
func withDeadline(
    _ timeout: Duration, clock: any Clock<Duration>, _ exchange: @escaping @Sendable () async -> Exchange.Outcome
) async -> Exchange.Outcome {
    await withTaskGroup(of: Exchange.Outcome?.self) { group in
        group.addTask(operation: exchange)
        group.addTask {
            // An interrupted sleep is not a deadline: the exchange is cancelled as well and reports how far it got.
            guard (try? await clock.sleep(for: timeout)) != nil else { return nil }
            return .failure(TransportError(.deadline, "no answer in time"))
        }
        var decided: Exchange.Outcome?
        for await case let outcome? in group {
            switch (decided, outcome) {
            case (nil, _):
                decided = outcome
                group.cancelAll()
            case (.failure(let error), .failure(let own)) where error.kind == .deadline && own.kind == .notSent:
                decided = .failure(TransportError(.notSent, "no connection in time"))
            default: break
            }
        }
        return decided ?? .failure(TransportError(.interrupted, "no answer"))
    }
}
