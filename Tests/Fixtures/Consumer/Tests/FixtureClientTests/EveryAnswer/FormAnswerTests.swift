import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// Answers of application/x-www-form-urlencoded, byte for byte (OpenAPI 3.0.3, §4.7.14.2).
@Suite struct FormAnswerTests {
    private typealias Token = FormTokenOperation.Response

    private static let tokens: [(text: String, token: FormTokenOperation.Response)] = [
        ("access_token=a", .init(access_token: "a")), ("access_token=", .init(access_token: "")),
        (
            "access_token=a+b%26c%3D%C3%BC&expires_in=3600&scope=r&scope=w+x&limits%5Bday%5D=1.5&limits%5Bhour%5D=0.1",
            .init(
                access_token: "a b&c=ü", expires_in: 3600, scope: ["r", "w x"],
                limits: .init(day: 1.5, hour: Decimal(string: "0.1")))
        ),
    ]

    @Test(arguments: tokens.indices)
    func formsAreReadAndWritten(_ index: Int) async throws {
        let (text, token) = Self.tokens[index]
        let answer = HTTPResponse.formText(text)
        #expect(try await AnswerExchange.client(answer).formToken() == token)
        #expect(try await AnswerExchange.response(to: .post, "/forms/token", answering: answer) == answer)
        #expect(try await AnswerExchange(answer).client.formToken() == token)
    }

    @Test func formIsAskedFor() async throws {
        let request = try await AnswerExchange.request(.formText("access_token=a")) { _ = try await $0.formToken() }
        #expect(request.fields["Accept"] == "application/x-www-form-urlencoded")
    }

    @Test func encodingsAreFollowedInBothDirections() async throws {
        let text = "pipes=a%7Cb&spaces=1%202&json=%7B%22id%22%3A%22t%22%2C%22rate%22%3A0.5%7D&plain=p"
        let value = Styled(pipes: ["a", "b"], spaces: [1, 2], json: Thing(id: "t", rate: 0.5), plain: "p")
        let exchange = AnswerExchange(.formText(text))
        #expect(try await exchange.client.formEncodings(body: value) == value)
        #expect(exchange.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } == [text])
        let request = try await AnswerExchange.request(.formText(text)) { _ = try await $0.formEncodings(body: value) }
        #expect(
            try await AnswerExchange.response(to: .post, "/forms/encodings", answering: .formText(text), body: request)
                == .formText(text))
    }

    @Test func severalAnswersHaveFormsOfTheirOwn() async throws {
        let first = HTTPResponse.formText("plain=p", fields: ["X-Rate": "1.50"])
        #expect(
            try await AnswerExchange(first).client.formTwo()
                == .ok(body: Styled(plain: "p"), xRate: try #require(Decimal(string: "1.5"))))
        let second = HTTPResponse.formText("job=j", status: 202)
        #expect(try await AnswerExchange(second).client.formTwo() == .accepted(body: .init(job: "j")))
        #expect(try await AnswerExchange.response(to: .get, "/forms/two", answering: second) == second)
    }

    @Test func refusalsAreForms() async throws {
        let refusal = Refusal(status: 400, body: Array("error=invalid_grant".utf8))
        #expect(FormTokenOperation.Failure(refusal) == .badRequest(.init(error: "invalid_grant")))
        let other = Refusal(status: 400, body: Array("{}".utf8))
        #expect(FormTokenOperation.Failure(other) == .undocumented(other))
    }

    @Test(
        arguments: [
            (Array("expires_in=1".utf8), "access_token"), (Array("access_token=a&expires_in=x".utf8), "/expires_in"),
            ([0xFF], "not a form"), ([], "access_token"),
        ] as [([UInt8], String)])
    func whatDoesNotFitIsUnreadable(_ content: [UInt8], reason: String) async {
        var answer = HTTPResponse.formText("")
        answer.body = content
        await #expect {
            try await AnswerExchange.client(answer).formToken()
        } throws: { isUnreadable($0, reason) }
    }
}
