#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A call of the socket interface that failed, and its error number.
public struct SocketFailure: Error {
    let call: String
    let code: Int32
}

/// The few calls of the socket interface that servers and clients on 127.0.0.1 make.
enum LoopbackSocket {
    static func listening() throws(SocketFailure) -> Int32 {
        let socket = try bound()
        try check("listen", socket, listen(socket, 128))
        return socket
    }

    /// Has a port, and takes no connections.
    static func bound() throws(SocketFailure) -> Int32 {
        let socket = try made()
        try check("bind", socket, withAddress(port: 0) { bind(socket, $0, $1) })
        return socket
    }

    /// - Parameter patience: How many seconds a call on it waits for the other side at most.
    static func connected(to port: UInt16, patience: Int) throws(SocketFailure) -> Int32 {
        let socket = try made()
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(socket, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        try check("connect", socket, withAddress(port: port) { connect(socket, $0, $1) })
        return socket
    }

    private static func made() throws(SocketFailure) -> Int32 {
        #if canImport(Glibc)
            let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard socket >= 0 else { throw SocketFailure(call: "socket", code: errno) }
        return socket
    }

    /// Closes a socket for which a call failed.
    private static func check(_ call: String, _ socket: Int32, _ result: Int32) throws(SocketFailure) {
        if result == 0 { return }
        let failure = SocketFailure(call: call, code: errno)
        close(socket)
        throw failure
    }

    private static func withAddress(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    static func port(of socket: Int32) -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// nil when the listener was shut down.
    static func accepted(by listener: Int32) -> Int32? {
        while true {
            let connection = accept(listener, nil, nil)
            if connection >= 0 { return connection }
            if errno == EINTR || errno == ECONNABORTED { continue }
            return nil
        }
    }

    /// Empty at the end and on a failure, nil when nothing came in time.
    static func read(_ socket: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let capacity = bytes.count
        while true {
            let count = recv(socket, &bytes, capacity, 0)
            if count >= 0 { return Array(bytes.prefix(count)) }
            if errno != EINTR { return errno == EAGAIN ? nil : [] }
        }
    }

    static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    static func resetOnClose(_ socket: Int32) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    static func endSending(_ socket: Int32) {
        shutdown(socket, Int32(SHUT_WR))
    }

    static func shutDown(_ socket: Int32) {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    static func close(_ socket: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(socket)
        #else
            _ = Darwin.close(socket)
        #endif
    }
}
