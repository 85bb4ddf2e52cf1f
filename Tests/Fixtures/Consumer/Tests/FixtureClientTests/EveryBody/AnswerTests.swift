import EveryBodyAPI
import Foundation
import KurusRuntime
import Testing

/// The client's reading of responses: by status, range, headers and media type.
@Suite struct AnswerTests {
    private static let thing = #"{"id":"t"}"#

    private func client(_ answer: HTTPResponse) -> EveryBodyClient {
        EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: RecordingTransport(answer)))
    }

    @Test func documentedStatusesAreCases() async throws {
        #expect(try await client(.content(200, Self.thing)).responseTwo() == .ok(body: Thing(id: "t")))
        #expect(
            try await client(.content(201, #"{"id":"c","location":"/x"}"#)).responseTwo()
                == .created(body: Created(id: "c", location: URL(string: "/x"))))
        #expect(try await client(.content(201, Self.thing)).responseTwoAlike() == .created(body: Thing(id: "t")))
        #expect(try await client(HTTPResponse(status: 204)).responseWithAndWithoutBody() == .noContent)
        #expect(try await client(HTTPResponse(status: 202)).responseWithAndWithoutBody() == .accepted)
        #expect(
            try await client(.content(200, Self.thing)).responseWithAndWithoutBody() == .ok(body: Thing(id: "t")))
    }

    @Test func everyKindOfContentIsRead() async throws {
        #expect(try await client(.content(200, Self.thing)).responseKinds() == .ok(body: Thing(id: "t")))
        #expect(try await client(.text(201, "ü")).responseKinds() == .created(body: "ü"))
        #expect(try await client(.data(202, Data([0, 255]))).responseKinds() == .accepted(body: Data([0, 255])))
        #expect(
            try await client(.content(203, #""z""#)).responseKinds()
                == .nonAuthoritativeInformation(body: .unrecognized("z")))
        #expect(
            try await client(.content(206, #"{"part":1}"#)).responseKinds() == .partialContent(body: .init(part: 1)))
    }

    @Test func singleAnswersAreTheResult() async throws {
        #expect(try await client(.content(Self.thing)).responseJSON() == Thing(id: "t"))
        #expect(try await client(.content(Self.thing)).responseAny() == Thing(id: "t"))
        #expect(try await client(.content(#"{"result":{"code":1},"kind":"b"}"#)).responseInline().kind == .b)
        #expect(try await client(.content("[\(Self.thing)]")).responseArray() == [Thing(id: "t")])
        #expect(try await client(.content("12.50")).responsePrimitive() == 12.5)
        #expect(try await client(.content("null")).responseFree() == .null)
        #expect(try await client(.content("[1]")).responseWithoutSchema() == [1])
        #expect(try await client(.text(200, "a\nü")).responseText() == "a\nü")
        #expect(try await client(.text(200, "<p>")).responseHTML() == "<p>")
        #expect(try await client(.data(200, Data([1]))).responseBinary() == Data([1]))
        #expect(try await client(.data(200, Data([2]))).responsePNG() == Data([2]))
        try await client(HTTPResponse(status: 200, body: [1, 2])).responseEmpty()
        try await client(HTTPResponse(status: 204)).responseNoContent()
        #expect(try await client(.text(200, "on")).textEnum(body: "off") == "on")
    }

    @Test func rangesCarryTheirStatus() async throws {
        #expect(try await client(.content(200, Self.thing)).responseRangeAndCode() == .ok(body: Thing(id: "t")))
        #expect(
            try await client(.content(207, #"{"id":"c"}"#)).responseRangeAndCode()
                == .success(status: 207, body: Created(id: "c")))
        #expect(try await client(.content(207, Self.thing)).responseRange() == Thing(id: "t"))
        #expect(try await client(.content(200, Self.thing)).responseOnlyDefault() == Thing(id: "t"))
    }

    @Test func headersAreRead() async throws {
        let fields: HTTPFields = [
            "x-optional": "o", "X-Required": "5", "X-List": "a, b", "X-Required-List": "1,2", "X-Object": "x,1,y,2",
            "X-Exploded": "x=3,y=4", "X-Enum": "c", "X-Instant": "2024-02-29T12:00:00.10+03:00", "X-Amount": "12.50",
            "X-Referred": "7", "ETag": "\"e\"",
        ]
        let output = try await client(.content(200, Self.thing, fields: fields)).responseHeaders()
        #expect(
            output
                == .ok(
                    body: Thing(id: "t"), xOptional: "o", xRequired: 5, xList: ["a", "b"], xRequiredList: [1, 2],
                    xObject: Point(x: 1, y: 2), xExploded: Point(x: 3, y: 4), xEnum: .unrecognized("c"),
                    xInstant: try Values.instant(), xAmount: 12.5, xJSON: nil, xReferred: 7, xDeprecated: nil,
                    eTag: "\"e\""))
        #expect(
            try await client(HTTPResponse(status: 200, fields: ["Content-Length": "17"])).responseHead()
                == .ok(contentLength: 17))
        #expect(
            try await client(HTTPResponse(status: 204, fields: ["X-Required": ""])).responseHeadersWithoutBody()
                == .noContent(xRequired: ""))
    }

    @Test(
        arguments: [
            ([:], "missing"), (["X-Required": "5"], "missing"),
            (["X-Required": "five", "X-Required-List": "1", "X-Referred": "7"], "does not fit"),
        ] as [(HTTPFields, String)])
    func missingOrUnfitHeadersMakeTheAnswerUnreadable(fields: HTTPFields, reason: String) async {
        await #expect {
            try await client(.content(200, Self.thing, fields: fields)).responseHeaders()
        } throws: { error in
            guard case .unreadable(let answer)? = error as? APIError else { return false }
            return answer.description.contains(reason) && answer.operation == "responseHeaders"
        }
    }

    @Test(arguments: [
        (400, #"{"code":"c"}"#, ResponseErrorsOperation.Failure.badRequest(Problem(code: "c"))),
        (401, #"{"code":"c"}"#, .unauthorized(Problem(code: "c"), wwwAuthenticate: nil)),
        (409, "text", .conflict("text")),
        (418, "tea", .status418(Data("tea".utf8))),
        (422, #"{"fields":["f"]}"#, .unprocessableContent(.init(fields: ["f"]))),
        (500, #"{"code":"c","message":"m"}"#, .internalServerError(Problem(code: "c", message: "m"))),
        // An explicit code without content takes precedence over its range.
        (404, #"{"reason":"r"}"#, .notFound), (410, #"{"reason":"r"}"#, .clientError(Other(reason: "r"))),
        (499, "{}", .clientError(Other())), (503, #"{"code":"c"}"#, .otherStatus(Problem(code: "c"))),
    ])
    func refusalsAreReadByStatus(
        status: Int, content: String, expected: ResponseErrorsOperation.Failure
    ) async throws {
        do {
            _ = try await client(.content(status, content)).responseErrors()
            Issue.record("no error")
        } catch .refused(let refusal) {
            #expect(ResponseErrorsOperation.Failure(refusal) == expected)
            #expect(refusal.status == status)
        }
    }

    @Test(arguments: [(400, "<html>"), (422, "{}"), (503, "")])
    func refusalThatDoesNotFitStaysWhole(status: Int, content: String) {
        let refusal = Refusal(status: status, body: Array(content.utf8))
        #expect(ResponseErrorsOperation.Failure(refusal) == .undocumented(refusal))
    }

    @Test func redirectsAndUndocumentedStatusesAreErrors() async {
        let moved = HTTPResponse(status: 302, fields: ["Location": "/x"])
        await #expect {
            try await client(moved).responseRedirect()
        } throws: { error in
            guard case .refused(let refusal)? = error as? APIError else { return false }
            return refusal.fields["Location"] == "/x"
        }
        // An undocumented response to a read cannot be read; to a write, it leaves the outcome open.
        await #expect {
            try await client(.content(203, "{}")).responseRangeAndCode()
        } throws: { error in
            guard case .unreadable? = error as? APIError else { return false }
            return true
        }
        await #expect {
            try await client(.content(206, "{}")).responseTwo()
        } throws: { error in
            guard case .outcomeUnknown? = error as? APIError else { return false }
            return true
        }
    }

    /// A client reads the response of a server: content, headers or a refusal.
    @Test(arguments: [
        HTTPResponse.content(200, #"{"id":"t"}"#, fields: ["ETag": "e"]),
        .content(201, #"{"id":"c"}"#, fields: ["Location": "https://example.com/a?b=%20"]),
        .content(201, #"{"id":"c"}"#), .content(404, #"{"code":"c"}"#, fields: ["Retry-After": "5"]),
    ])
    func serverAnswersWhatItsOperationsAnswer(_ answer: HTTPResponse) async throws {
        let relay = EveryBodyServer(client(answer))
        let url = try #require(URL(string: "https://api.example.com/v1/responses/headers-of-several"))
        let response = await relay.respond(to: HTTPRequest(method: .put, url: url), basePath: "/v1")
        #expect(response == answer)
    }

    @Test func serverAnswersEveryKindOfContent() async throws {
        let answers: [HTTPResponse] = [
            .content(200, Self.thing), .text(201, "ü"), .data(202, Data([0, 255])), .content(203, #""a""#),
            .content(206, "{}"),
        ]
        let url = try #require(URL(string: "https://api.example.com/responses/kinds"))
        for answer in answers {
            let relay = EveryBodyServer(client(answer))
            #expect(await relay.respond(to: HTTPRequest(method: .get, url: url)) == answer)
        }
    }
}
