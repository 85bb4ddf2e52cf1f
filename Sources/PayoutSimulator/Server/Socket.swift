import Foundation

/// The POSIX socket calls of a server on the loopback interface. Only `poll` waits.
enum Socket {
    /// The result of a call that transfers bytes.
    enum Transfer: Hashable {
        case moved(Int)
        /// No byte can be transferred at the moment.
        case blocked
        /// The other side is done, or gone.
        case ended
    }

    /// The reason why a server cannot be started.
    struct Failure: Error, Hashable {
        let call: String
        let code: Int32
    }

    /// Creates a socket that listens on 127.0.0.1 only.
    static func listening(port: UInt16) throws(Failure) -> Int32 {
        let listener = socket(AF_INET, streamType, 0)
        guard listener != -1 else { throw Failure(call: "socket", code: errno) }
        do throws(Failure) {
            var one: Int32 = 1
            try check(
                "setsockopt", setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size)))
            var address = loopback(port)
            try check("bind", withGeneric(&address) { bind(listener, $0, $1) })
            try check("listen", listen(listener, 1024))
            try check("fcntl", configure(listener) ? 0 : -1)
        } catch {
            close(listener)
            throw error
        }
        return listener
    }

    /// Returns the port of a socket.
    static func port(of socket: Int32) -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Accepts the next connection; nil when none waits or none can be accepted: `errno` has the reason.
    static func accepting(_ listener: Int32) -> Int32? {
        let connection = Platform.retrying { accept(listener, nil, nil) }
        guard connection != -1 else { return nil }
        guard configure(connection) else {
            close(connection)
            return nil
        }
        var one: Int32 = 1
        // Answers are written whole, so waiting for more bytes would only delay them.
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        return connection
    }

    static func read(_ socket: Int32, into chunk: inout [UInt8]) -> Transfer {
        transfer(Platform.retrying { recv(socket, &chunk, chunk.count, 0) })
    }

    /// Sends without raising SIGPIPE when the other side is gone.
    static func write(_ socket: Int32, _ bytes: ArraySlice<UInt8>) -> Transfer {
        transfer(
            bytes.withUnsafeBytes { buffer in
                Platform.retrying { send(socket, buffer.baseAddress, buffer.count, noSignal) }
            })
    }

    /// Tells the other side that nothing more will come.
    static func endSending(_ socket: Int32) {
        shutdown(socket, Int32(SHUT_WR))
    }

    private static func transfer(_ count: Int) -> Transfer {
        if count > 0 { return .moved(count) }
        return count == -1 && (errno == EAGAIN || errno == EWOULDBLOCK) ? .blocked : .ended
    }

    private static func check(_ call: String, _ result: Int32) throws(Failure) {
        if result == -1 { throw Failure(call: call, code: errno) }
    }

    /// Makes a socket non-blocking, and closes it in child programs.
    private static func configure(_ socket: Int32) -> Bool {
        #if canImport(Darwin)
            var one: Int32 = 1
            setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &one, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return fcntl(socket, F_SETFL, O_NONBLOCK) != -1 && fcntl(socket, F_SETFD, FD_CLOEXEC) != -1
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func withGeneric<Result>(
        _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    #if canImport(Darwin)
        private static let noSignal: Int32 = 0
        private static let streamType = SOCK_STREAM
    #elseif canImport(Musl)
        private static let noSignal = Int32(MSG_NOSIGNAL)
        private static let streamType = SOCK_STREAM
    #else
        private static let noSignal = Int32(MSG_NOSIGNAL)
        private static let streamType = Int32(SOCK_STREAM.rawValue)
    #endif
}

/// Names and types that differ between the platforms' C libraries.
enum Platform {
    /// Repeats a call that a signal interrupted.
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}
