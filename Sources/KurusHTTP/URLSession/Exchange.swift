import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and what comes back, collected until the first of answer, failure and cancellation: that one ends it, and
/// whatever comes later is dropped.
final class Exchange: Sendable {
    typealias Outcome = Result<HTTPResponse, TransportError>

    private struct State {
        var head: HTTPResponse?
        var body: [UInt8] = []
        var phase = Phase.idle
    }

    private enum Phase {
        /// Nothing was sent.
        case idle
        case running(CheckedContinuation<Outcome, Never>)
        case ended
    }

    private let state = Mutex(State())
    private let sizeLimit: Int

    init(sizeLimit: Int) {
        self.sizeLimit = sizeLimit
    }

    /// Takes the continuation that the end resumes; false when it has ended already and nothing may be sent.
    func begin(_ continuation: CheckedContinuation<Outcome, Never>) -> Bool {
        let begins = state.withLock { state in
            guard case .idle = state.phase else { return false }
            state.phase = .running(continuation)
            return true
        }
        if !begins { continuation.resume(returning: .failure(.cancelledBeforeSending)) }
        return begins
    }

    func cancel() {
        end { _ in .failure(TransportError(.cancelled, "cancelled after sending began")) }
    }

    /// Takes the head of a response; a later one (after 1xx, RFC 9110 §15.2) replaces it.
    func receive(_ head: HTTPURLResponse) {
        state.withLock { $0.head = HTTPResponse(head) }
    }

    /// Takes a piece of the content; false when it is too much, and the rest is not wanted.
    func receive(_ data: Data) -> Bool {
        let fits = state.withLock { state in
            guard case .running = state.phase else { return false }
            guard data.count <= sizeLimit - state.body.count else { return false }
            state.body.append(contentsOf: data)
            return true
        }
        if !fits { end { _ in .failure(.tooLarge) } }
        return fits
    }

    /// The whole response is there.
    func complete() {
        end { state in
            guard var response = state.head, response.status >= 200 else {
                return .failure(TransportError(.interrupted, "the connection ended without a response"))
            }
            response.body = state.body
            return .success(response)
        }
    }

    /// URLSession gave up.
    func fail(_ error: any Error, bytesSent: Int64) {
        end { .failure(TransportError(loading: error, sendingBegan: bytesSent > 0 || $0.head != nil)) }
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

extension HTTPResponse {
    fileprivate init(_ head: HTTPURLResponse) {
        let fields = head.allHeaderFields.compactMap { field -> (name: String, value: String)? in
            guard let name = field.key as? String, let value = field.value as? String else { return nil }
            return (name, value)
        }
        self.init(status: head.statusCode, fields: HTTPFields(fields.sorted { $0.name < $1.name }))
    }
}

extension TransportError {
    fileprivate static var tooLarge: TransportError {
        TransportError(.interrupted, "the response is larger than the limit", isRetryable: false)
    }
}
