/// Takes requests out of the bytes of a connection.
struct ArrivalReader {
    private var buffer: [UInt8] = []

    /// The next request; nil when the connection has ended.
    ///
    /// - Parameter read: More bytes; empty at the end.
    mutating func next(_ read: () -> [UInt8]) -> Arrival? {
        let end = Array("\r\n\r\n".utf8)
        while buffer.firstRange(of: end) == nil {
            guard fill(read) else { return nil }
        }
        guard let range = buffer.firstRange(of: end) else { return nil }
        let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<range.upperBound)
        let length = Arrival(head: head, body: []).values(of: "Content-Length").first.flatMap { Int($0) } ?? 0
        while buffer.count < length {
            guard fill(read) else { return nil }
        }
        defer { buffer.removeFirst(length) }
        return Arrival(head: head, body: Array(buffer.prefix(length)))
    }

    private mutating func fill(_ read: () -> [UInt8]) -> Bool {
        let bytes = read()
        buffer += bytes
        return !bytes.isEmpty
    }
}
