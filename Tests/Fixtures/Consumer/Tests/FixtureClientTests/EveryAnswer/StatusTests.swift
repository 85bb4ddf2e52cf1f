import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// What a status decides: content that HTTP leaves out, and precedence over ranges.
@Suite struct StatusTests {
    private static let thing = #"{"id":"t"}"#

    @Test func answersWithoutContentReturn() async throws {
        try await AnswerExchange(HTTPResponse(status: 204)).client.emptyNoContent()
        let rate: HTTPFields = ["X-Rate": "1.5"]
        #expect(
            try await AnswerExchange(HTTPResponse(status: 205, fields: rate)).client.emptyResetContent()
                == .resetContent(xRate: 1.5))
        #expect(
            try await AnswerExchange(HTTPResponse(status: 200, fields: rate)).client.emptyHead() == .ok(xRate: 1.5))
        let deleted = try await AnswerExchange.response(
            to: .delete, "/empty", answering: HTTPResponse(status: 204))
        #expect(deleted == HTTPResponse(status: 204))
    }

    @Test func notModifiedHasFieldsAlone() {
        let refusal = Refusal(status: 304, fields: ["ETag": "e"])
        #expect(EmptyNotModifiedOperation.Failure(refusal) == .notModified(eTag: "e"))
        let other = Refusal(status: 304)
        #expect(EmptyNotModifiedOperation.Failure(other) == .undocumented(other))
    }

    /// An explicit code takes precedence over a range, and a range over `default` (OpenAPI 3.0.3, §4.7.16).
    @Test(arguments: [
        (Refusal(status: 404, body: Array(#"{"code":1}"#.utf8)), StatusesOperation.Failure.notFound),
        (Refusal(status: 409, fields: ["Retry-After": "7"]), .conflict(retryAfter: 7)),
        (Refusal(status: 418, body: Array(#"{"code":1}"#.utf8)), .clientError(.init(code: 1))),
        (Refusal(status: 503, body: Array("down".utf8)), .serverError),
        (Refusal(status: 302, fields: ["X-Rate": "2"], body: Array("moved".utf8)), .otherStatus("moved", xRate: 2)),
        (Refusal(status: 302, body: Array("moved".utf8)), .otherStatus("moved", xRate: nil)),
        (Refusal(status: 409), .undocumented(Refusal(status: 409))),
        (
            Refusal(status: 409, fields: ["Retry-After": "soon"]),
            .undocumented(Refusal(status: 409, fields: ["Retry-After": "soon"]))
        ),
    ])
    func failuresAreReadByTheirStatus(_ refusal: Refusal, expected: StatusesOperation.Failure) {
        #expect(StatusesOperation.Failure(refusal) == expected)
    }

    @Test(arguments: [
        (HTTPResponse(status: 200), StatusesOfSuccessOperation.Output.ok),
        (.content(203, thing), .success(status: 203, body: Thing(id: "t"), xRate: nil)),
        (
            .content(299, thing, fields: ["X-Rate": "0.1"]),
            .success(status: 299, body: Thing(id: "t"), xRate: Decimal(string: "0.1"))
        ),
    ])
    func successesAreReadByTheirStatus(
        _ answer: HTTPResponse, expected: StatusesOfSuccessOperation.Output
    ) async throws {
        #expect(try await AnswerExchange(answer).client.statusesOfSuccess() == expected)
        #expect(try await AnswerExchange.response(to: .put, "/statuses", answering: answer) == answer)
    }

    @Test func fieldsOfDefaultAreRead() async throws {
        let answer = HTTPResponse(status: 203, fields: ["X-Rate": "3"])
        #expect(try await AnswerExchange(answer).client.statusOfDefault() == .otherStatus(status: 203, xRate: 3))
        #expect(try await AnswerExchange.response(to: .post, "/statuses", answering: answer) == answer)
    }
}
