import KurusHTTP
import Testing

@testable import KurusTransport

@Suite struct ResponseHeadReaderTests {
    private func read(_ text: String) -> [ResponseHeadReader.Progress] {
        var reader = ResponseHeadReader()
        var lines: [[UInt8]] = [[]]
        for byte in text.utf8 {
            lines[lines.count - 1].append(byte)
            if byte == 0x0A { lines.append([]) }
        }
        return lines.dropLast().map { reader.read($0) }.filter { $0 != .unfinished }
    }

    @Test func headEndsWithItsEmptyLine() {
        let head = "HTTP/1.1 200 OK\r\nA: b\r\nEmpty:\r\nA:\t c \r\n"
        #expect(read(head) == [])
        let response = HTTPResponse(status: 200, fields: ["A": "b", "Empty": "", "A": "c"])
        #expect(read(head + "\r\n") == [.finished(response)])
        #expect(read(head.replacing("\r\n", with: "\n") + "\n") == [.finished(response)])
    }

    @Test func informationalHeadsComeBeforeTheFinalOne() {
        let progress = read("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204\r\nA: b\r\n\r\n")
        #expect(
            progress == [
                .finished(HTTPResponse(status: 103, fields: ["Link": "x"])),
                .finished(HTTPResponse(status: 204, fields: ["A": "b"])),
            ])
    }

    /// RFC 9110 §6.5.1.
    @Test func trailersAreNotMerged() {
        let head = "HTTP/1.1 200 OK\r\n\r\n"
        #expect(read(head + "Status: paid\r\nHTTP/1.1 500 X\r\n\r\n") == [.finished(HTTPResponse(status: 200))])
    }

    /// RFC 9112 §5.2 and §5.1, RFC 9110 §5.5.
    @Test(arguments: [
        ("A: b\r\n  c\r\n", "b c"), ("A: b\r\n\tc \r\n d\r\n", "b c d"), ("A : b\r\n", "b"),
        ("A: a\0b\rc\r\n", "a b c"),
        ("A: Şule\r\n", "Şule"), ("A: a:b\r\n", "a:b"),
    ])
    func fieldsInUnusualForm(lines: String, value: String) {
        let progress = read("HTTP/1.1 200 OK\r\n\(lines)\r\n")
        #expect(progress == [.finished(HTTPResponse(status: 200, fields: ["A": value]))])
    }

    @Test(arguments: [
        "\r\n", "hello\r\n", "HTTP/1.1\r\n", "HTTP/1.1 \r\n", "HTTP/1.1 20\r\n", "HTTP/1.1 2000 OK\r\n",
        "HTTP/1.1 000 OK\r\n", "HTTP/1.1 -20 OK\r\n", "HTTP/1.1 2x0 OK\r\n", "http/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\n: x\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n", "HTTP/1.1 200 OK\r\n folded\r\n",
        "HTTP/1.1 200 OK\r\nA B: x\r\n",
    ])
    func whatIsNoHead(text: String) {
        #expect(read(text) == [.malformed("the answer is not valid HTTP")])
    }

    @Test func headsAreLimitedInSize() {
        let line = "A: " + String(repeating: "x", count: 995) + "\r\n"
        let lines = String(repeating: line, count: ResponseHeadReader.sizeLimit / 1000 + 1)
        #expect(read("HTTP/1.1 200 OK\r\n" + lines) == [.malformed("the response's head is larger than the limit")])
    }
}
