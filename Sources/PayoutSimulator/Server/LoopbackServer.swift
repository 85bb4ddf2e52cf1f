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
    ///   - respond: Answers a request; it may be called for several at once.
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

/// How much of what a client may send, and how long it may take.
public struct ServerLimits: Hashable, Sendable {
    /// The bytes of a request line and its fields together; more is 431, a longer request line 414.
    public var head: Int
    /// The bytes of a content, once its chunks are put together; more is 413.
    public var body: Int
    /// From the first byte of a request to its last, and for an answer to be taken; a slower client gets 408.
    public var exchange: Duration
    /// How long a connection may wait for its first or next request.
    public var idle: Duration
    /// How long an answer that comes too late is kept back, if the client stays that long.
    public var silence: Duration
    /// How long what a client goes on sending is read and dropped after an error, so that it gets to see the answer.
    public var linger: Duration
    /// The connections open at once; more have to wait.
    public var connections: Int

    public init(
        head: Int = 16 * 1024, body: Int = 16 * 1024 * 1024, exchange: Duration = .seconds(30),
        idle: Duration = .seconds(60), silence: Duration = .seconds(60), linger: Duration = .seconds(1),
        connections: Int = 4096
    ) {
        self.head = head
        self.body = body
        self.exchange = exchange
        self.idle = idle
        self.silence = silence
        self.linger = linger
        self.connections = connections
    }
}
