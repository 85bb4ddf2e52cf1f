import Foundation
import KurusHTTP

/// Finds requests in the bytes of a connection, received in any pieces (RFC 9112).
struct RequestParser {
    /// A request, with its sender's options for the connection.
    struct Received {
        let request: HTTPRequest
        let keepsAlive: Bool
    }

    enum Step {
        case needsMore
        /// The sender waits for permission to send the content (RFC 9110 §10.1.1); parsing continues.
        case continues
        case request(Received)
    }

    private let limits: ServerLimits
    private let origin: String
    private var buffer = ReceiveBuffer()
    private var head = RequestHead()
    private var headLength = 0
    private var body: Body?

    private enum Body {
        case length(Int, [UInt8])
        case chunked(ChunkedBody)
    }

    /// - Parameter origin: The beginning of requests' URLs, such as `http://127.0.0.1:8080`.
    init(_ limits: ServerLimits, origin: String) {
        self.limits = limits
        self.origin = origin
    }

    /// Whether a request has begun and not ended.
    var isInsideRequest: Bool { head.hasBegun || headLength > 0 || buffer.count > 0 }

    mutating func append(_ bytes: some Collection<UInt8>) {
        buffer.append(bytes)
    }

    /// Returns the next step for the bytes so far. Call it again until it needs more.
    mutating func next() throws(RequestProblem) -> Step {
        if body == nil {
            guard try takeHead() else { return .needsMore }
            try beginBody()
            if try expectsContinue() { return .continues }
        }
        guard let content = try takeBody() else { return .needsMore }
        return .request(try finish(content))
    }

    private mutating func takeHead() throws(RequestProblem) -> Bool {
        while true {
            guard let line = try buffer.takeLine() else {
                try checkHeadLength(buffer.count)
                return false
            }
            try checkHeadLength(line.count + 2)
            headLength += line.count + 2
            if try head.take(line) { return true }
        }
    }

    private func checkHeadLength(_ more: Int) throws(RequestProblem) {
        guard headLength + more > limits.head else { return }
        throw head.hasBegun ? .headTooLarge : RequestProblem(414, "the request line is too long")
    }

    private mutating func beginBody() throws(RequestProblem) {
        let hosts = head.fields.values(of: "Host")
        guard hosts.count == 1 || (hosts.isEmpty && !head.isVersion11) else { throw .malformed("not one Host field") }
        switch try BodyFraming(head, limit: limits.body) {
        case .length(let length): body = .length(length, [])
        case .chunked: body = .chunked(ChunkedBody(limit: limits.body, lineLimit: limits.head))
        }
    }

    private func expectsContinue() throws(RequestProblem) -> Bool {
        guard head.isVersion11, let expectation = head.fields["Expect"] else { return false }
        guard expectation.lowercased() == "100-continue" else { throw RequestProblem(417, "an unknown expectation") }
        return buffer.count == 0
    }

    private mutating func takeBody() throws(RequestProblem) -> [UInt8]? {
        let taken = body
        body = nil  // so that the content below is the only one and grows in place
        switch taken {
        case nil: return nil
        case .length(let length, var content):
            content += buffer.take(upTo: length - content.count)
            let isComplete = content.count == length
            body = .length(length, isComplete ? [] : content)
            return isComplete ? content : nil
        case .chunked(var chunks):
            let isComplete = try chunks.take(&buffer)
            body = .chunked(chunks)
            return isComplete ? chunks.content : nil
        }
    }

    private mutating func finish(_ content: [UInt8]) throws(RequestProblem) -> Received {
        guard let url = URL(string: origin + head.target) else { throw .malformed("the request target is no URL") }
        let hasContent = head.fields.contains("Content-Length") || head.fields.contains("Transfer-Encoding")
        let request = HTTPRequest(
            method: head.method, url: url, fields: head.fields, body: hasContent ? content : nil)
        // The signature covers the target as received.
        guard request.target == head.target else { throw .malformed("the request target is no URL") }
        let options = head.fields.values(of: "Connection").flatMap { $0.lowercased().split(separator: ",") }
        let closes = options.contains { String($0).withoutOptionalWhitespace == "close" }
        let received = Received(request: request, keepsAlive: head.isVersion11 && !closes)
        head = RequestHead()
        headLength = 0
        body = nil
        return received
    }
}

/// The reason why a request cannot be served. The connection ends, since the start of the next request is unknown.
struct RequestProblem: Error, Hashable {
    let status: Int
    let reason: String

    init(_ status: Int, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    static func malformed(_ reason: String) -> RequestProblem {
        RequestProblem(400, reason)
    }

    static let headTooLarge = RequestProblem(431, "the head is too large")
    static let bodyTooLarge = RequestProblem(413, "the content is too large")
}

/// The request line and the fields of a request, line by line (RFC 9112 §3, §5).
struct RequestHead {
    private(set) var method = HTTPMethod.get
    /// In origin form, undecoded.
    private(set) var target = ""
    private(set) var isVersion11 = true
    private(set) var fields = HTTPFields()
    private var hasRequestLine = false

    private static let mostFields = 100

    /// Reads the next line. Returns true for the empty line that ends the head.
    mutating func take(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
        guard hasRequestLine else {
            // An empty line before a request may be left over from the previous one (RFC 9112 §2.2).
            if !line.isEmpty { try takeRequestLine(line) }
            return false
        }
        guard !line.isEmpty else { return true }
        let field = try Self.field(line)
        fields.append(field.name, field.value)
        guard fields.count <= Self.mostFields else { throw .headTooLarge }
        return false
    }

    /// Whether anything but empty lines came.
    var hasBegun: Bool { hasRequestLine }

    private mutating func takeRequestLine(_ line: ArraySlice<UInt8>) throws(RequestProblem) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed("the request line does not have three parts") }
        guard let method = HTTPMethod(rawValue: String(decoding: parts[0], as: UTF8.self)) else {
            throw .malformed("the method is not a token")
        }
        self.method = method
        target = try Self.originForm(parts[1])
        isVersion11 = try Self.isVersion11(parts[2])
        hasRequestLine = true
    }

    /// Returns the path and query of a target in origin or absolute form (RFC 9112 §3.2), the only forms of the
    /// operations.
    private static func originForm(_ bytes: ArraySlice<UInt8>) throws(RequestProblem) -> String {
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw .malformed("the request target holds a character that is not allowed")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("/") { return text }
        guard text.lowercased().hasPrefix("http://") else { throw .malformed("the request target is not a path") }
        let rest = text.dropFirst("http://".count).drop { $0 != "/" && $0 != "?" }
        return rest.hasPrefix("/") ? String(rest) : "/" + rest
    }

    private static func isVersion11(_ bytes: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        if text == "HTTP/1.1" || text == "HTTP/1.0" { return text == "HTTP/1.1" }
        throw text.hasPrefix("HTTP/") ? RequestProblem(505, "only HTTP/1.1") : .malformed("no HTTP version")
    }

    /// Reads a field line (RFC 9112 §5). White space before the colon and folded lines are refused (§5.1 and §5.2).
    static func field(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> (name: HTTPFieldName, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed("a field without a colon") }
        guard let name = HTTPFieldName(String(decoding: line[..<colon], as: UTF8.self)) else {
            throw .malformed("a field's name is not a token")
        }
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).withoutOptionalWhitespace
        guard HTTPSyntax.isFieldValue(value) else { throw .malformed("a control character in a field") }
        return (name, value)
    }
}
