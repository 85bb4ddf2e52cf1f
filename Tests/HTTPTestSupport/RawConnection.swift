import Foundation

/// A client's end of a connection to 127.0.0.1 that sends what it is told to, byte for byte.
///
/// Its calls wait, so they belong on a thread of their own: see `blocking`.
public final class RawConnection {
    /// How many seconds a call waits at most: so many that on the busiest machine only a server that never answers, or
    /// never closes, is waited for so long.
    private static let patience = 600

    private let socket: Int32
    private var received: [UInt8] = []

    /// - Throws: `SocketFailure` when nothing listens there.
    public init(port: UInt16) throws(SocketFailure) {
        socket = try LoopbackSocket.connected(to: port, patience: Self.patience)
    }

    deinit {
        LoopbackSocket.close(socket)
    }

    /// Sends as much as the other side accepts; a refusal to read is not a failure here.
    public func send(_ bytes: some Collection<UInt8>) {
        _ = LoopbackSocket.write(Array(bytes), to: socket)
    }

    public func send(_ text: String) {
        send(text.utf8)
    }

    public func endSending() {
        LoopbackSocket.endSending(socket)
    }

    /// Everything that comes until the other side closes; nil when it never does.
    public func receiveToEnd() -> String? {
        while let bytes = receiveSome() {
            if bytes.isEmpty { return take(received.count) }
        }
        return nil
    }

    /// Reads up to and including a text; nil when the connection ends before it comes.
    public func receive(through text: String) -> String? {
        let pattern = Array(text.utf8)
        while true {
            if let end = received.firstRange(of: pattern)?.upperBound { return take(end) }
            guard let bytes = receiveSome(), !bytes.isEmpty else { return nil }
        }
    }

    /// One response with its content.
    public func receiveResponse() -> RawResponse? {
        guard let head = receive(through: "\r\n\r\n"), let response = RawResponse(head: head) else { return nil }
        while received.count < response.contentLength {
            guard let bytes = receiveSome(), !bytes.isEmpty else { return nil }
        }
        return response.with(content: take(response.contentLength))
    }

    private func receiveSome() -> [UInt8]? {
        let bytes = LoopbackSocket.read(socket)
        received += bytes ?? []
        return bytes
    }

    private func take(_ count: Int) -> String {
        defer { received.removeFirst(count) }
        return String(decoding: received.prefix(count), as: UTF8.self)
    }
}

/// A response as it came.
public struct RawResponse {
    public let head: String
    public let status: Int
    public let contentLength: Int
    public private(set) var content = ""

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
