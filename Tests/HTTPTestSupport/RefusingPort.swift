/// A port on which connections are refused, and which is given to nobody else as long as this lives: the port of a server
/// that ended may be another one's a moment later.
public final class RefusingPort: Sendable {
    private let socket: Int32

    public init() throws {
        socket = try LoopbackSocket.bound()
    }

    deinit {
        LoopbackSocket.close(socket)
    }

    public var url: String { "http://127.0.0.1:\(LoopbackSocket.port(of: socket))" }
}
