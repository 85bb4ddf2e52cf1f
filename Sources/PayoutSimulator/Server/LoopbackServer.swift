import Dispatch
import Foundation
public import KurusRuntime
import Synchronization

/// An HTTP/1.1 server (RFC 9112) on 127.0.0.1 only.
///
/// It serves any number of connections from one thread, keeps them alive, and accepts content by length and in chunks.
/// Malformed requests, oversized heads and contents, slow clients, and a lack of descriptors affect only their own
/// connections.
public final class LoopbackServer: Sendable {
    /// The port on which it listens.
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
    ///   - port: The port; 0 for any free one.
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
            throw ServerFailure(
                description: "the server cannot listen on port \(port) (\(String(cString: strerror(error.code))))")
        }
        self.port = Socket.port(of: listener)
        self.limits = limits
        self.respond = respond
    }

    deinit {
        stop()
    }

    /// Starts serving; has no effect after the first call.
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

    /// Ends every connection, and waits until every begun request is carried out and the thread has ended.
    public func stop() {
        let before = state.withLock { state in
            defer { state = .stopped }
            return state
        }
        switch before {
        case .new: close(listener)
        case .running:
            mailbox.stop()
            ended.wait()
        case .stopped: break
        }
    }
}

/// The reason why a server cannot be started.
public struct ServerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

/// The limits of sizes and times for clients.
public struct ServerLimits: Hashable, Sendable {
    /// The maximum bytes of a request line with its fields; more is 431, a longer request line 414.
    public var head: Int
    /// The maximum bytes of content, after joining chunks; more is 413.
    public var body: Int
    /// The time limit from the first byte of a request to its last, and for taking an answer; a slower client gets 408.
    public var exchange: Duration
    /// How long a connection may wait for its first or next request.
    public var idle: Duration
    /// How long a late answer is held back, if the client waits that long.
    public var silence: Duration
    /// How long further bytes of a client are read and dropped after an error, so that it receives the answer.
    public var linger: Duration
    /// The maximum number of open connections; more must wait.
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
