import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A client's end of a connection to 127.0.0.1 that sends what it is told to, byte for byte.
///
/// Its calls wait, so they belong on a thread of their own: see `blocking`.
final class RawConnection {
    /// How many seconds a call waits at most: so many that on the busiest machine only a server that never answers, or
    /// never closes, is waited for so long.
    private static let patience = 600

    private let socket: Int32
    private var received: [UInt8] = []

    struct Failure: Error {
        let code: Int32
    }

    init(port: UInt16) throws(Failure) {
        #if canImport(Glibc)
            let type = Int32(SOCK_STREAM.rawValue)
        #else
            let type = SOCK_STREAM
        #endif
        socket = Self.socket(type)
        guard socket != -1 else { throw Failure(code: errno) }
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(code: errno) }
    }

    private static func socket(_ type: Int32) -> Int32 {
        #if canImport(Darwin)
            Darwin.socket(AF_INET, type, 0)
        #elseif canImport(Glibc)
            Glibc.socket(AF_INET, type, 0)
        #else
            Musl.socket(AF_INET, type, 0)
        #endif
    }

    deinit {
        if socket != -1 { close(socket) }
    }

    /// Sends as much as the other side takes; what it does not want is no failure here.
    func send(_ bytes: some Collection<UInt8>) {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                #if canImport(Darwin)
                    return Darwin.send(socket, rest.baseAddress, rest.count, flags)
                #elseif canImport(Glibc)
                    return Glibc.send(socket, rest.baseAddress, rest.count, flags)
                #else
                    return Musl.send(socket, rest.baseAddress, rest.count, flags)
                #endif
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func send(_ text: String) {
        send(text.utf8)
    }

    func endSending() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Everything that comes until the other side closes; nil when it never does.
    func receiveToEnd() -> String? {
        while true {
            switch receiveSome() {
            case 0: return take(received.count)
            case -1: return errno == ECONNRESET ? take(received.count) : nil
            default: break
            }
        }
    }

    /// What comes up to and with a text; nil when the connection ends before, or it never comes.
    func receive(through text: String) -> String? {
        let pattern = Array(text.utf8)
        while true {
            if let end = received.firstRange(of: pattern)?.upperBound { return take(end) }
            guard receiveSome() > 0 else { return nil }
        }
    }

    /// One response with its content.
    func receiveResponse() -> RawResponse? {
        guard let head = receive(through: "\r\n\r\n"), let response = RawResponse(head: head) else { return nil }
        while received.count < response.contentLength {
            guard receiveSome() > 0 else { return nil }
        }
        return response.with(content: take(response.contentLength))
    }

    private func receiveSome() -> Int {
        var chunk = [UInt8](repeating: 0, count: 65536)
        var count = -1
        repeat { count = recv(socket, &chunk, chunk.count, 0) } while count == -1 && errno == EINTR
        received += chunk.prefix(max(count, 0))
        return count
    }

    private func take(_ count: Int) -> String {
        defer { received.removeFirst(count) }
        return String(decoding: received.prefix(count), as: UTF8.self)
    }
}

/// A response as it came.
struct RawResponse {
    let head: String
    let status: Int
    let contentLength: Int
    private(set) var content = ""

    init?(head: String) {
        let lines = head.components(separatedBy: "\r\n")
        guard lines[0].hasPrefix("HTTP/1.1 "), let status = Int(lines[0].dropFirst(9).prefix(3)) else { return nil }
        self.head = head
        self.status = status
        let length = lines.first { $0.hasPrefix("Content-Length: ") }?.dropFirst("Content-Length: ".count)
        contentLength = length.flatMap { Int($0) } ?? 0
    }

    func with(content: String) -> RawResponse {
        var response = self
        response.content = content
        return response
    }
}
