import KurusHTTP

/// Reads the heads of a response, line by line (RFC 9112 §4 and §5): informational ones, then the final one. Later
/// lines are a trailer, which is not merged into the fields (RFC 9110 §6.5.1).
struct ResponseHeadReader {
    enum Progress: Hashable {
        case unfinished
        /// A head is there up to its empty line.
        case finished(HTTPResponse)
        /// The bytes are not a head; the reason holds no part of them.
        case malformed(String)
    }

    private var status: Int?
    private var fields: [(name: HTTPFieldName, value: String)] = []
    private var size = 0
    private var isFinal = false

    /// The most bytes of all heads together.
    static let sizeLimit = 256 << 10

    /// - Parameter line: With its line ending.
    mutating func read(_ line: some Collection<UInt8>) -> Progress {
        if isFinal { return .unfinished }
        size += line.count
        if size > Self.sizeLimit { return .malformed("the response's head is larger than the limit") }
        let text = Self.text(of: line)
        guard let status else { return readStatus(text) }
        if text.isEmpty { return finish(status) }
        return readField(text) ? .unfinished : .malformed("the answer is not valid HTTP")
    }

    /// Bytes that would end a line or a text become spaces (RFC 9110 §5.5).
    private static func text(of line: some Collection<UInt8>) -> String {
        var bytes = Array(line)
        if bytes.last == 0x0A { bytes.removeLast() }
        if bytes.last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes.map { [0x00, 0x0A, 0x0D].contains($0) ? 0x20 : $0 }, as: UTF8.self)
    }

    private mutating func readStatus(_ line: String) -> Progress {
        let parts = line.utf8.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, line.hasPrefix("HTTP/"), parts[1].count == 3,
            parts[1].allSatisfy({ 0x30...0x39 ~= $0 }), let status = Int(Substring(parts[1])), status >= 100
        else { return .malformed("the answer is not valid HTTP") }
        self.status = status
        return .unfinished
    }

    private mutating func readField(_ line: String) -> Bool {
        if line.utf8.first == 0x20 || line.utf8.first == 0x09 {
            // An obsolete folded line continues the previous field (RFC 9112 §5.2).
            guard let last = fields.popLast() else { return false }
            fields.append((last.name, last.value + " " + line.withoutOptionalWhitespace))
            return true
        }
        let (name, value) = line.cut(at: ":")
        guard let value, let name = HTTPFieldName(name.withoutOptionalWhitespace) else { return false }
        fields.append((name, value.withoutOptionalWhitespace))
        return true
    }

    private mutating func finish(_ status: Int) -> Progress {
        defer {
            isFinal = status >= 200
            self.status = nil
            fields = []
        }
        return .finished(HTTPResponse(status: status, fields: HTTPFields(fields)))
    }
}
