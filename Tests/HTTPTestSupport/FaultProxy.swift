import Foundation
import Synchronization

/// Relays connections to a server on 127.0.0.1, and breaks some of them: a seeded choice a connection.
///
/// It knows nothing of HTTP. A fault begins at a byte of one direction, so that heads, contents and whole answers are cut.
public final class FaultProxy: Sendable {
    /// A break in one connection.
    public enum Fault: CaseIterable, Sendable {
        /// The connection is closed before anything is relayed.
        case refused
        /// The request is cut, and the connection closed.
        case requestCut
        /// The server gets the request; the client gets no answer.
        case answerDropped
        /// The client gets the beginning of an answer.
        case answerCut
        /// As `answerDropped`, by RST instead of FIN.
        case answerReset
        /// The answer comes a little later than another request could.
        case delayed
    }

    public let port: UInt16
    private let listener: Listener
    private let target: UInt16
    private let choose: @Sendable (inout State) -> (fault: Fault?, at: Int)
    private let state: Mutex<State>

    public struct State: Sendable {
        public var connections = 0
        public var faults: [Fault] = []
    }

    /// - Parameters:
    ///   - target: The server's port.
    ///   - fault: Asked for each connection, one at a time; `at` is the byte at which the fault begins.
    public init(
        to target: UInt16, fault: @escaping @Sendable (_ connection: Int) -> (fault: Fault?, at: Int)
    ) throws {
        listener = try Listener()
        port = listener.port
        self.target = target
        state = Mutex(State())
        choose = { state in
            state.connections += 1
            let chosen = fault(state.connections)
            if let fault = chosen.fault { state.faults.append(fault) }
            return chosen
        }
        Thread.detachNewThread { [self] in
            while let client = listener.accept() {
                let (fault, offset) = state.withLock { choose(&$0) }
                Thread.detachNewThread { [self] in relay(client, fault, at: offset) }
            }
        }
    }

    public func shutDown() {
        listener.shutDown()
    }

    /// How many connections were relayed, and which faults they met.
    public var counts: State { state.withLock { $0 } }

    private func relay(_ client: Int32, _ fault: Fault?, at offset: Int) {
        guard fault != .refused, let server = try? LoopbackSocket.connected(to: target, patience: 600) else {
            LoopbackSocket.close(client)
            return
        }
        let pair = SocketPair(client, server)
        Thread.detachNewThread {
            Self.pump(from: client, to: server, cutAfter: fault == .requestCut ? offset : nil)
            pair.shutDown()
            pair.release()
        }
        answer(pair, fault, at: offset)
        pair.shutDown()
        pair.release()
    }

    private func answer(_ pair: SocketPair, _ fault: Fault?, at offset: Int) {
        switch fault {
        case .answerDropped, .answerReset:
            // The answer's first byte shows that the server carried the request out.
            _ = LoopbackSocket.read(pair.server)
            if fault == .answerReset { LoopbackSocket.resetOnClose(pair.client) }
        case .answerCut: Self.pump(from: pair.server, to: pair.client, cutAfter: offset)
        case .delayed:
            guard let bytes = LoopbackSocket.read(pair.server), !bytes.isEmpty else { return }
            Thread.sleep(forTimeInterval: Double(offset % 50) / 1000)
            guard LoopbackSocket.write(bytes, to: pair.client) else { return }
            Self.pump(from: pair.server, to: pair.client, cutAfter: nil)
        default: Self.pump(from: pair.server, to: pair.client, cutAfter: nil)
        }
    }

    private static func pump(from source: Int32, to sink: Int32, cutAfter limit: Int?) {
        var left = limit ?? .max
        while left > 0, let bytes = LoopbackSocket.read(source), !bytes.isEmpty {
            guard LoopbackSocket.write(Array(bytes.prefix(left)), to: sink) else { return }
            left -= min(left, bytes.count)
        }
    }
}

/// Two sockets that both directions of a relay use, closed when both are done with them.
private final class SocketPair: Sendable {
    let client: Int32
    let server: Int32
    private let users = Mutex(2)

    init(_ client: Int32, _ server: Int32) {
        self.client = client
        self.server = server
    }

    /// Ends the other direction's waiting.
    func shutDown() {
        users.withLock { users in
            guard users > 0 else { return }
            LoopbackSocket.shutDown(client)
            LoopbackSocket.shutDown(server)
        }
    }

    func release() {
        users.withLock { users in
            users -= 1
            guard users == 0 else { return }
            LoopbackSocket.close(client)
            LoopbackSocket.close(server)
        }
    }
}
