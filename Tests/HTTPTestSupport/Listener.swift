import Synchronization

/// A listening socket that is closed once: its number may be another socket's a moment later.
final class Listener: Sendable {
    let port: UInt16
    private let socket: Int32
    private let isOpen = Mutex(true)

    init() throws {
        socket = try LoopbackSocket.listening()
        port = LoopbackSocket.port(of: socket)
    }

    /// The next connection; nil when the listener was shut down, and then it is closed.
    func accept() -> Int32? {
        if let connection = LoopbackSocket.accepted(by: socket) { return connection }
        isOpen.withLock { isOpen in
            if isOpen { LoopbackSocket.close(socket) }
            isOpen = false
        }
        return nil
    }

    /// Ends a waiting `accept`, and every later one.
    func shutDown() {
        isOpen.withLock { isOpen in
            if isOpen { LoopbackSocket.shutDown(socket) }
        }
    }
}
