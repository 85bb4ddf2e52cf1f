import Foundation
import Synchronization

/// A server on a loopback port that follows a script, over real sockets: one thread accepts, one serves each
/// connection. Counts every request that arrives.
public final class ScriptedServer: Sendable {
    /// The connection's state after a request.
    public enum Ending: Sendable {
        /// The next request may come over it.
        case keep
        case close
        /// RST instead of FIN.
        case reset
    }

    public typealias Script = @Sendable (Arrival, Peer) -> Ending

    public let port: UInt16
    private let listener: Listener
    private let script: Script
    private let received = Mutex<[Arrival]>([])
    private let connections = Mutex<Int>(0)
    private let greeting: String?

    /// A server of another protocol: sends text when the first bytes have come, and closes.
    public convenience init(greeting: String) throws {
        try self.init(greeting: greeting) { _, _ in .close }
    }

    public convenience init(_ script: @escaping Script) throws {
        try self.init(greeting: nil, script)
    }

    private init(greeting: String?, _ script: @escaping Script) throws {
        self.script = script
        self.greeting = greeting
        listener = try Listener()
        port = listener.port
        Thread.detachNewThread { [weak self, listener] in
            while let connection = listener.accept() {
                guard let self else { return LoopbackSocket.close(connection) }
                let number = self.connections.withLock { count in
                    count += 1
                    return count
                }
                Thread.detachNewThread { self.serve(Peer(connection, number: number)) }
            }
        }
    }

    deinit {
        listener.shutDown()
    }

    public var url: String { "http://127.0.0.1:\(port)" }

    /// Every request so far, in the order of arrival.
    public var arrivals: [Arrival] { received.withLock { $0 } }

    public var connectionCount: Int { connections.withLock { $0 } }

    private func serve(_ peer: Peer) {
        if let greeting { return peer.greet(greeting) }
        var ending = Ending.keep
        while case .keep = ending, let arrival = peer.nextRequest() {
            received.withLock { $0.append(arrival) }
            ending = script(arrival, peer)
        }
        peer.end(reset: ending == .reset)
    }
}

/// A request as it came over the wire.
public struct Arrival: Sendable {
    /// The request line and the fields, without the empty line.
    public let head: String
    public let body: [UInt8]

    /// Method and target.
    public var line: String {
        head.prefix { !$0.isNewline }.split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// The values of a field, without regard to case.
    public func values(of name: String) -> [String] {
        head.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
            return parts[1].trimmingCharacters(in: .whitespaces)
        }
    }
}
