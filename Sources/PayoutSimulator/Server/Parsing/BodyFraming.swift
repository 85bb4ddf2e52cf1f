import KurusHTTP

/// How a request's content ends (RFC 9112 §6). What two servers could read differently is refused: that is how requests
/// are smuggled.
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

    /// One field of digits alone, or none.
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
