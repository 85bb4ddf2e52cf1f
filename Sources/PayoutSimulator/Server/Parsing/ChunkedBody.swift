/// A content that comes in chunks (RFC 9112 §7.1). Extensions and trailers are dropped.
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

    /// Takes what is there; true when the content is complete.
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

    /// Hexadecimal digits, then nothing or extensions.
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
