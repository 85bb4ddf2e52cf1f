/// The bytes that came and were not used yet.
struct ReceiveBuffer {
    private var bytes: [UInt8] = []
    private var start = 0
    /// How far was searched for the end of a line.
    private var searched = 0

    var count: Int { bytes.count - start }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes += more
    }

    /// A line without its end, nil when it is not all there.
    ///
    /// Only CR LF ends a line: RFC 9112 §2.2 lets a server take a bare LF, too, and those that do and those that do not
    /// see different requests in the same bytes.
    mutating func takeLine() throws(RequestProblem) -> ArraySlice<UInt8>? {
        let from = max(start, searched)
        guard let end = bytes[from...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = bytes.count
            return nil
        }
        guard end > start, bytes[end - 1] == UInt8(ascii: "\r") else { throw .malformed("a line ends without CR") }
        let line = bytes[start..<(end - 1)]
        guard !line.contains(UInt8(ascii: "\r")) else { throw .malformed("a bare CR") }
        drop(end + 1 - start)
        return line
    }

    /// At most that many bytes.
    mutating func take(upTo count: Int) -> ArraySlice<UInt8> {
        let taken = bytes[start...].prefix(count)
        drop(taken.count)
        return taken
    }

    private mutating func drop(_ count: Int) {
        start += count
        searched = start
        guard start == bytes.count || start > 65536 else { return }
        bytes.removeFirst(start)
        start = 0
        searched = 0
    }
}
