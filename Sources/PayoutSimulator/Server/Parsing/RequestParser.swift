import Foundation
import KurusHTTP

/// Finds requests in the bytes of a connection, in whatever pieces they come (RFC 9112).
struct RequestParser {
    /// A request, with what its sender wants of the connection.
    struct Received {
        let request: HTTPRequest
        let keepsAlive: Bool
    }

    enum Step {
        case needsMore
        /// The sender waits to be told to send the content (RFC 9110 §10.1.1); parsing goes on.
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

    /// - Parameter origin: What URLs of requests begin with, such as `http://127.0.0.1:8080`.
    init(_ limits: ServerLimits, origin: String) {
        self.limits = limits
        self.origin = origin
    }

    /// Whether a request has begun and not ended.
    var isInsideRequest: Bool { head.hasBegun || headLength > 0 || buffer.count > 0 }

    mutating func append(_ bytes: some Collection<UInt8>) {
        buffer.append(bytes)
    }

    /// The next step that the bytes so far allow; to be asked again until it needs more.
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
        // What is signed is the target as it came.
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
