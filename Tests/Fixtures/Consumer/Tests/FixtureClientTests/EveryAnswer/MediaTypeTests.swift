import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// The media type of a request and of an answer is the documented one.
@Suite struct MediaTypeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let type: String
        let content: String
        let call: @Sendable (EveryAnswerClient) async throws -> Void

        init(
            _ path: String, _ type: String, _ content: String,
            _ call: @escaping @Sendable (EveryAnswerClient) async throws -> Void
        ) {
            self.path = path
            self.type = type
            self.content = content
            self.call = call
        }

        var testDescription: String { path }
    }

    private static let cases = [
        Case("/texts/html", "text/html; charset=utf-8", "<p>ü") {
            let text = try await $0.textHTML(body: "<p>ü")
            #expect(text == "<p>ü")
        },
        Case("/texts/vendor", "application/vnd.kurus+json", #"{"id":"t"}"#) {
            let thing = try await $0.textVendor(body: Thing(id: "t"))
            #expect(thing == Thing(id: "t"))
        },
        // A form that no object describes is its text.
        Case("/texts/form", "application/x-www-form-urlencoded", "a=b&c") {
            let text = try await $0.textForm(body: "a=b&c")
            #expect(text == "a=b&c")
        },
        Case("/texts/octets", "application/octet-stream", "\0\r\n") {
            let data = try await $0.textOctets(body: Data("\0\r\n".utf8))
            #expect(data == Data("\0\r\n".utf8))
        },
    ]

    @Test(arguments: cases)
    func isTheDocumentedOne(_ example: Case) async throws {
        let answer = HTTPResponse(
            status: 200, fields: ["Content-Type": example.type], body: Array(example.content.utf8))
        let request = try await AnswerExchange.request(answer, example.call)
        #expect(request.fields["Content-Type"] == example.type)
        #expect(request.body == answer.body)
        #expect(
            try await AnswerExchange.response(to: .post, example.path, answering: answer, body: request) == answer)
        try await example.call(AnswerExchange(answer).client)
    }

    /// A range is not a media type of content (RFC 9110 §8.3).
    @Test func rangeIsSentAsOctets() async throws {
        let answer = HTTPResponse(
            status: 200, fields: ["Content-Type": "application/octet-stream"], body: Array("gif".utf8))
        #expect(try await AnswerExchange.response(to: .get, "/texts/any", answering: answer) == answer)
    }
}
