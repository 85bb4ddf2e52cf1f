/// The other end of a connection, as the server sees it.
public final class Peer: @unchecked Sendable {
    /// The connection's number, from 1 in the order of acceptance.
    public let number: Int
    private let socket: Int32
    private var reader = ArrivalReader()

    init(_ socket: Int32, number: Int) {
        self.socket = socket
        self.number = number
    }

    /// Writes a whole response with its length.
    public func answer(_ status: Int, _ content: String = "", fields: [String] = []) {
        answer(status, Array(content.utf8), fields: fields)
    }

    public func answer(_ status: Int, _ content: [UInt8], fields: [String] = []) {
        write(Self.response(status, content, fields: fields))
    }

    /// The bytes of a whole response with its length.
    public static func response(_ status: Int, _ content: [UInt8], fields: [String] = []) -> [UInt8] {
        let head = ["HTTP/1.1 \(status) X", "Content-Length: \(content.count)"] + fields
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + content
    }

    /// False when the client has closed the connection.
    @discardableResult public func write(_ text: String) -> Bool {
        write(Array(text.utf8))
    }

    @discardableResult public func write(_ bytes: [UInt8]) -> Bool {
        LoopbackSocket.write(bytes, to: socket)
    }

    /// Blocks until the client closes the connection.
    public func waitForClose() {
        while LoopbackSocket.read(socket)?.isEmpty == false {}
    }

    /// The next request; nil when the client has closed the connection.
    func nextRequest() -> Arrival? {
        reader.next { LoopbackSocket.read(socket) ?? [] }
    }

    func greet(_ text: String) {
        _ = LoopbackSocket.read(socket)
        write(text)
        end(reset: false)
    }

    func end(reset: Bool) {
        if reset { LoopbackSocket.resetOnClose(socket) }
        LoopbackSocket.close(socket)
    }
}
