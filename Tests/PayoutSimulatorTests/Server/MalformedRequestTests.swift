import Foundation
import HTTPTestSupport
import KurusRuntime
import PayoutSimulator
import Testing

/// Sends bytes and reads what the server makes of them.
@Suite struct MalformedRequestTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let status: Int

        init(_ name: String, _ status: Int, _ text: String) {
            self.init(name, status, bytes: Array(text.utf8))
        }

        init(_ name: String, _ status: Int, bytes: [UInt8]) {
            testDescription = name
            self.bytes = bytes
            self.status = status
        }
    }

    private static let post = "POST /v1/mass/payout/auth?locale=en HTTP/1.1\r\nHost: x\r\n"
    private static let get = "GET /v1/mass/payout/balance?locale=en HTTP/1.1\r\n"

    static let cases = [
        Case("no request line", 400, "planted\r\n\r\n"),
        Case("two parts", 400, "GET /\r\nHost: x\r\n\r\n"),
        Case("four parts", 400, "GET / x HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("two spaces", 400, "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("a tab for a space", 400, "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("method with a colon", 400, "G:T / HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("target without a slash", 400, "GET x HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("target with a fragment", 400, "GET /#a HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case(
            "target with a raw byte", 400,
            bytes: Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\nHost: x\r\n\r\n".utf8)),
        Case("target with an escape that is none", 400, "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("authority form", 400, "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("asterisk form", 400, "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"),
        Case("version 2", 505, "GET / HTTP/2.0\r\nHost: x\r\n\r\n"),
        Case("version 1.10", 505, "GET / HTTP/1.10\r\nHost: x\r\n\r\n"),
        Case("lower-case version", 400, "GET / http/1.1\r\nHost: x\r\n\r\n"),
        Case("version 0.9", 400, "GET /\r\n\r\n"),
        Case("a TLS greeting", 400, bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x0A, 0x0D, 0x0A]),
        Case("bare LF", 400, "GET / HTTP/1.1\nHost: x\n\n"),
        Case("bare LF after a field", 400, get + "Host: x\n\r\n"),
        Case("bare CR", 400, get + "Host: x\rX: y\r\n\r\n"),
        Case("NUL in a field", 400, get + "Host: x\r\nX: a\0b\r\n\r\n"),
        Case("no host", 400, get + "\r\n"),
        Case("two hosts", 400, get + "Host: x\r\nHost: x\r\n\r\n"),
        Case("no colon", 400, get + "Host: x\r\nplanted\r\n\r\n"),
        Case("empty name", 400, get + "Host: x\r\n: y\r\n\r\n"),
        Case("space before the colon", 400, get + "Host : x\r\n\r\n"),
        Case("space before a name", 400, get + "Host: x\r\n X: y\r\n\r\n"),
        Case("folded field", 400, get + "Host: x\r\nX: y\r\n\tz\r\n\r\n"),
        Case("length and chunks", 400, post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Case("chunks and length", 400, post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
        Case("two lengths", 400, post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"),
        Case("two equal lengths", 400, post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"),
        Case("a list of lengths", 400, post + "Content-Length: 5, 5\r\n\r\nabcde"),
        Case("negative length", 400, post + "Content-Length: -1\r\n\r\n"),
        Case("length with a sign", 400, post + "Content-Length: +1\r\n\r\na"),
        Case("hexadecimal length", 400, post + "Content-Length: 0x1\r\n\r\na"),
        Case("empty length", 400, post + "Content-Length:\r\n\r\n"),
        Case("full-width length", 400, post + "Content-Length: １\r\n\r\na"),
        Case("length past Int", 413, post + "Content-Length: 99999999999999999999999\r\n\r\n"),
        Case("length past the limit", 413, post + "Content-Length: 2001\r\n\r\n"),
        Case("unknown coding", 501, post + "Transfer-Encoding: gzip\r\n\r\n"),
        Case("two codings", 501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        Case("chunked twice", 501, post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        Case(
            "two coding fields", 400, post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        Case("coding with a control character", 400, post + "Transfer-Encoding: \u{0B}chunked\r\n\r\n0\r\n\r\n"),
        Case("chunks in 1.0", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Case("chunk size of letters", 400, post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"),
        Case("empty chunk size", 400, post + "Transfer-Encoding: chunked\r\n\r\n\r\n"),
        Case("negative chunk size", 400, post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n"),
        Case("chunk size with 0x", 400, post + "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n"),
        Case("chunk size with a space", 400, post + "Transfer-Encoding: chunked\r\n\r\n 1\r\na\r\n0\r\n\r\n"),
        Case("chunk size past Int", 400, post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"),
        Case("chunk past the limit", 413, post + "Transfer-Encoding: chunked\r\n\r\n7d1\r\n"),
        Case("chunks past the limit", 413, post + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n7d0\r\n"),
        Case("chunk longer than its size", 400, post + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"),
        Case("bare LF after a chunk size", 400, post + "Transfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n"),
        Case(
            "endless chunk extension", 400,
            post + "Transfer-Encoding: chunked\r\n\r\n1;" + String(repeating: "x", count: 2_000)),
        Case("malformed trailer", 400, post + "Transfer-Encoding: chunked\r\n\r\n0\r\nplanted\r\n\r\n"),
        Case(
            "endless trailers", 431,
            post + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + String(repeating: "X: y\r\n", count: 400)),
        Case("unknown expectation", 417, post + "Expect: planted\r\nContent-Length: 1\r\n\r\na"),
        Case("endless request line", 414, "GET /" + String(repeating: "x", count: 2_000)),
        Case(
            "endless request line that ends", 414, "GET /" + String(repeating: "x", count: 2_000) + " HTTP/1.1\r\n\r\n"),
        Case("endless field", 431, get + "X: " + String(repeating: "x", count: 2_000)),
        Case("endless fields", 431, get + String(repeating: "X: y\r\n", count: 400)),
        Case("too many fields", 431, get + String(repeating: "X:\r\n", count: 101)),
        Case("endless empty lines", 414, String(repeating: "\r\n", count: 2_000)),
    ]

    private func server() throws -> LoopbackServer {
        let limits = ServerLimits(head: 1_000, body: 2_000, exchange: .seconds(60), linger: .seconds(60))
        let server = try LoopbackServer(limits: limits) { _ in .answer(.text(200, "carried out")) }
        server.start()
        return server
    }

    @Test(arguments: cases)
    func refusesAndCloses(request: Case) async throws {
        let server = try server()
        defer { server.stop() }
        let text = try await blocking { [port = server.port] in
            let connection = try RawConnection(port: port)
            connection.send(request.bytes)
            let answer = connection.receive(through: "\r\n\r\n")
            connection.endSending()
            return (answer ?? "") + (connection.receiveToEnd() ?? "never closed")
        }
        #expect(text.hasPrefix("HTTP/1.1 \(request.status) "))
        #expect(text.contains("Connection: close\r\n"))
        #expect(!text.contains("carried out"))
        #expect(!text.contains("planted"))
        #expect(!text.contains("never closed"))
    }

    /// Bytes after a refused request are never read as another request.
    @Test func doesNotGoOnAfterAMalformedRequest() async throws {
        let server = try server()
        defer { server.stop() }
        let text = try await blocking { [port = server.port] in
            let connection = try RawConnection(port: port)
            connection.send(Self.post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            connection.send(Self.get + "Host: x\r\n\r\n")
            connection.endSending()
            return connection.receiveToEnd()
        }
        #expect(text?.components(separatedBy: "HTTP/1.1 ").count == 2)
    }
}
