import KurusHTTP

/// The framing of a request's content (RFC 9112 §6). Content that two servers could read differently is refused,
/// because it permits request smuggling.
enum BodyFraming: Hashable {
    case length(Int)
    case chunked

    init(_ head: RequestHead, limit: Int) throws(RequestProblem) {
        let codings = head.fields.values(of: "Transfer-Encoding")
        let lengths = head.fields.values(of: "Content-Length")
        if codings.isEmpty {
            self = .length(try Self.length(lengths, limit: limit))
            return
        }
        guard lengths.isEmpty else { throw .malformed("both Content-Length and Transfer-Encoding") }
        guard head.isVersion11 else { throw .malformed("Transfer-Encoding in HTTP/1.0") }
        guard codings.count == 1 else { throw .malformed("several Transfer-Encoding fields") }
        guard codings[0].lowercased() == "chunked" else { throw RequestProblem(501, "only the coding chunked") }
        self = .chunked
    }

    /// Reads the length from one field of digits; nil without a field.
    private static func length(_ values: [String], limit: Int) throws(RequestProblem) -> Int {
        guard let value = values.first else { return 0 }
        guard values.count == 1 else { throw .malformed("several Content-Length fields") }
        guard !value.isEmpty, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw .malformed("Content-Length is no number")
        }
        guard let length = Int(value), length <= limit else { throw .bodyTooLarge }
        return length
    }
}

/// Content that comes in chunks (RFC 9112 §7.1). Extensions and trailers are dropped.
struct ChunkedBody {
    private(set) var content: [UInt8] = []
    private var phase = Phase.size
    private var trailerLength = 0
    private let limit: Int
    private let lineLimit: Int

    private enum Phase: Hashable {
        case size
        case content(Int)
        case contentEnd
        case trailer
    }

    init(limit: Int, lineLimit: Int) {
        self.limit = limit
        self.lineLimit = lineLimit
    }

    /// Reads the available bytes. Returns true when the content is complete.
    mutating func take(_ buffer: inout ReceiveBuffer) throws(RequestProblem) -> Bool {
        while true {
            if case .content(let left) = phase {
                guard takeContent(&buffer, left) else { return false }
                continue
            }
            guard let line = try buffer.takeLine() else {
                guard buffer.count <= lineLimit else { throw .malformed("a line of a chunk is too long") }
                return false
            }
            if try takeLine(line) { return true }
        }
    }

    private mutating func takeContent(_ buffer: inout ReceiveBuffer, _ left: Int) -> Bool {
        let taken = buffer.take(upTo: left)
        content += taken
        phase = taken.count == left ? .contentEnd : .content(left - taken.count)
        return taken.count == left
    }

    private mutating func takeLine(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
        switch phase {
        case .contentEnd:
            guard line.isEmpty else { throw .malformed("a chunk is longer than its size") }
            phase = .size
        case .trailer: return try takeTrailer(line)
        default:
            let size = try Self.size(line, lineLimit)
            guard size <= limit - content.count else { throw .bodyTooLarge }
            phase = size == 0 ? .trailer : .content(size)
        }
        return false
    }

    private mutating func takeTrailer(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
        guard !line.isEmpty else { return true }
        trailerLength += line.count
        guard trailerLength <= lineLimit else { throw .headTooLarge }
        _ = try RequestHead.field(line)
        return false
    }

    /// Reads hexadecimal digits, which extensions may follow.
    private static func size(_ line: ArraySlice<UInt8>, _ lineLimit: Int) throws(RequestProblem) -> Int {
        guard line.count <= lineLimit else { throw .malformed("a line of a chunk is too long") }
        let digits = line.prefix { $0 != UInt8(ascii: ";") }
        let isControl: (UInt8) -> Bool = { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }
        guard !digits.isEmpty, digits.count <= 15, !line.contains(where: isControl),
            digits.allSatisfy(isHexadecimal), let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformed("a chunk's size is no number") }
        return size
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
    }
}

/// The received bytes that were not used yet.
struct ReceiveBuffer {
    private var bytes: [UInt8] = []
    private var start = 0
    /// The index up to which the end of a line was searched.
    private var searched = 0

    var count: Int { bytes.count - start }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes += more
    }

    /// Takes a line without its end; nil when it is incomplete.
    ///
    /// Only CR LF ends a line. RFC 9112 §2.2 also permits a bare LF, but servers that accept it see other requests in
    /// the same bytes than servers that do not.
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

    /// Takes at most this many bytes.
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
