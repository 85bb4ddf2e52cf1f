import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// Answers and bodies of multipart types, byte for byte (OpenAPI 3.0.3, §4.7.14.4; RFC 2046 §5.1; RFC 7578).
@Suite struct PartsAnswerTests {
    private static let parts = """
        --B
        Content-Disposition: form-data; name="file"; filename="a.png"
        Content-Type: image/png

        p
        --B
        Content-Disposition: form-data; name="name"

        n
        --B
        Content-Disposition: form-data; name="count"

        5
        --B
        Content-Disposition: form-data; name="tags"

        x
        --B
        Content-Disposition: form-data; name="tags"

        y
        --B
        Content-Disposition: form-data; name="thing"
        Content-Type: application/json

        {"id":"t"}
        --B
        Content-Disposition: form-data; name="more"
        Content-Type: text/plain

        m
        --B--

        """

    private static let file = FilePart(data: Data("p".utf8), filename: "a.png", contentType: "image/png")
    private static let more = FilePart(data: Data("m".utf8), contentType: "text/plain")

    private static var sent: PartsEchoOperation.Body {
        .init(file: file, name: "n", count: 5, tags: ["x", "y"], thing: Thing(id: "t"), more: [more])
    }

    private static var received: PartsEchoOperation.Response {
        .init(file: file, name: "n", count: 5, tags: ["x", "y"], thing: Thing(id: "t"), more: [more])
    }

    @Test func partsAreReadAndWritten() async throws {
        let answer = HTTPResponse.partsText(Self.parts)
        let request = try await AnswerExchange.request(answer) { client in
            let parts = try await client.partsEcho(body: Self.sent)
            #expect(parts == Self.received)
        }
        #expect(FramedContent(request.fields, request.body ?? []).text == Self.parts)
        let written = try await AnswerExchange.response(to: .post, "/parts/echo", answering: answer, body: request)
        #expect(written.withPlainBoundary == answer)
        #expect(try await AnswerExchange(answer).client.partsEcho(body: Self.sent) == Self.received)
    }

    @Test func severalAnswersHavePartsOfTheirOwn() async throws {
        let first = HTTPResponse.partsText(Self.parts, fields: ["ETag": "e"])
        guard case .ok(let body, let eTag) = try await AnswerExchange(first).client.partsTwo() else {
            Issue.record("another status")
            return
        }
        #expect(body.tags == ["x", "y"])
        #expect(eTag == "e")
        let thing = """
            --B
            Content-Disposition: form-data; name="thing"
            Content-Type: application/json

            {"id":"t"}
            --B--

            """
        let second = HTTPResponse.partsText(thing, status: 202, type: "multipart/mixed; boundary=B")
        #expect(try await AnswerExchange(second).client.partsTwo() == .accepted(body: .init(thing: Thing(id: "t"))))
        #expect(
            try await AnswerExchange.response(to: .get, "/parts/two", answering: second).withPlainBoundary == second)
    }

    @Test func refusalsAreParts() {
        let text = "--B\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nlate\r\n--B--\r\n"
        let fields: HTTPFields = ["Content-Type": "multipart/form-data; boundary=B", "Retry-After": "5"]
        let refusal = Refusal(status: 409, fields: fields, body: Array(text.utf8))
        #expect(PartsTwoOperation.Failure(refusal) == .conflict(.init(reason: "late"), retryAfter: 5))
        let other = Refusal(status: 409, body: Array(text.utf8))
        #expect(PartsTwoOperation.Failure(other) == .undocumented(other))
    }

    @Test(arguments: [
        ("multipart/form-data", "--B--", "not a form"), ("multipart/form-data; boundary=C", "--B--", "not a form"),
        ("multipart/form-data; boundary=B", "--B--", "missing member ‘file’"),
        ("multipart/form-data; boundary=B", "--B\n\nx\n--B--", "not a form"),
    ])
    func whatDoesNotFitIsUnreadable(type: String, text: String, reason: String) async {
        await #expect {
            try await AnswerExchange.client(.partsText(text, type: type)).partsEcho(body: Self.sent)
        } throws: { isUnreadable($0, reason) }
    }

    @Test func otherTypesHaveABoundary() async throws {
        let mixed = try await AnswerExchange.request(.partsText(Self.mixed, type: "multipart/mixed; boundary=B")) {
            _ = try await $0.partsMixed(body: .init(thing: Thing(id: "t"), scan: Self.more))
        }
        let framed = FramedContent(mixed.fields, mixed.body ?? [])
        #expect(framed.fields["Content-Type"] == "multipart/mixed; boundary=B")
        #expect(framed.text == Self.mixed)
        let type = "multipart/related; boundary=B; type=\"application/json\""
        let answer = HTTPResponse.partsText(Self.mixed, type: type)
        let related = try await AnswerExchange.request(answer) {
            _ = try await $0.partsRelated(body: .init(thing: Thing(id: "t"), scan: Self.more))
        }
        // RFC 2387 §3.1: the type of the first part is required.
        #expect(FramedContent(related.fields, related.body ?? []).fields["Content-Type"] == type)
        #expect(
            try await AnswerExchange.response(to: .post, "/parts/related", answering: answer, body: related)
                .withPlainBoundary == answer)
        let exchange = AnswerExchange(answer)
        #expect(
            try await exchange.client.partsRelated(body: .init(thing: Thing(id: "u")))
                == .init(thing: Thing(id: "t"), scan: Self.more))
    }

    private static let mixed = """
        --B
        Content-Disposition: form-data; name="thing"
        Content-Type: application/json

        {"id":"t"}
        --B
        Content-Disposition: form-data; name="scan"
        Content-Type: text/plain

        m
        --B--

        """

    /// Parts of others are named by any disposition, or by their Content-ID (RFC 2392).
    @Test func namesOfOtherPartsAreFound() async throws {
        let text = """
            --B
            Content-Type: application/json
            Content-ID: <thing>

            {"id":"t"}
            --B
            Content-Disposition: attachment; name=scan

            m
            --B--
            """
        let client = AnswerExchange.client(.partsText(text, type: "multipart/mixed; boundary=\"B\""))
        #expect(
            try await client.partsMixed(body: .init(thing: Thing(id: "u")))
                == .init(thing: Thing(id: "t"), scan: FilePart(data: Data("m".utf8), contentType: "text/plain")))
    }

    @Test func boundaryOfBytesIsTheirFirstLine() async throws {
        let bytes = Data("--a b\r\n\r\nx\r\n--a b--".utf8)
        let answer = HTTPResponse(
            status: 200, fields: ["Content-Type": "multipart/mixed; boundary=\"a b\""], body: Array(bytes))
        let request = try await AnswerExchange.request(answer) { client in
            let received = try await client.partsBytes(body: bytes)
            #expect(received == bytes)
        }
        #expect(request.fields["Content-Type"] == "multipart/mixed; boundary=\"a b\"")
        #expect(request.body == Array(bytes))
        let written = try await AnswerExchange.response(to: .post, "/parts/bytes", answering: answer, body: request)
        #expect(written == answer)
        let reason = await reasonNotSent {
            _ = try await AnswerExchange.client(answer).partsBytes(body: Data("x".utf8))
        }
        #expect(reason == "the multipart/mixed content does not begin with a boundary")
    }
}
