import Dispatch
import Foundation
public import KurusRuntime
import Synchronization

/// An HTTP/1.1 server (RFC 9112) on 127.0.0.1, reached from nowhere else.
///
/// It serves any number of connections from one thread, keeps them alive, and takes contents by length and in chunks.
/// Malformed requests, oversized heads and contents, slow clients, and more connections than there are descriptors for
/// cost their senders the connection, and nobody else anything.
public final class LoopbackServer: Sendable {
    /// The port that it listens on.
    public let port: UInt16
    private let listener: Int32
    private let limits: ServerLimits
    private let respond: @Sendable (HTTPRequest) async -> Delivery
    private let mailbox: ServerMailbox
    private let ended = DispatchSemaphore(value: 0)
    private let state = Mutex(State.new)

    private enum State {
        case new
        case running
        case stopped
    }

    /// Binds the port, so that connections wait for `start()`.
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - respond: What becomes of a request; it may be called for several at once.
    /// - Throws: `ServerFailure` when the port cannot be bound.
    public init(
        port: UInt16 = 0, limits: ServerLimits = ServerLimits(),
        respond: @escaping @Sendable (HTTPRequest) async -> Delivery
    ) throws(ServerFailure) {
        do throws(Socket.Failure) {
            mailbox = try ServerMailbox()
            listener = try Socket.listening(port: port)
        } catch {
            throw ServerFailure("the server cannot listen on port \(port) (\(String(cString: strerror(error.code))))")
        }
        self.port = Socket.port(of: listener)
        self.limits = limits
        self.respond = respond
    }

    deinit {
        stop()
    }

    /// Begins to serve; without effect after the first time.
    public func start() {
        let isFirst = state.withLock { state in
            guard case .new = state else { return false }
            state = .running
            return true
        }
        guard isFirst else { return }
        let thread = Thread { [listener, limits, mailbox, respond, ended] in
            ServerLoop(listener, limits, mailbox, respond).run()
            ended.signal()
        }
        thread.name = "loopback server"
        thread.start()
    }

    /// Ends every connection, waits until every request that was begun is carried out, and for the thread to end.
    public func stop() {
        let before = state.withLock { state in
            defer { state = .stopped }
            return state
        }
        switch before {
        case .new: Socket.end(listener)
        case .running:
            mailbox.stop()
            ended.wait()
        case .stopped: break
        }
    }
}

/// Why a server cannot be started.
public struct ServerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
