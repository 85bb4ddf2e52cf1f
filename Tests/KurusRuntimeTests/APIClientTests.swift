import Foundation
import KurusRuntime
import Testing

/// The result of a response or a transport's error, by the effect of the operation.
@Suite struct APIClientTests {
    private func error(
        _ effect: OperationEffect, refusals: any RefusalRule = StatusRefusals(),
        _ answer: @escaping @Sendable () throws -> HTTPResponse
    ) async throws -> APIError? {
        let request = APIRequest(.post, "/x", operation: "pay", effect: effect)
        let client = APIClient(
            server: APIServer("https://api.example.com"), transport: CapturingTransport(answer), refusals: refusals)
        do {
            let _: BankAccount = try await client.send(request)
            return nil
        } catch {
            return error
        }
    }

    private static let writes: [OperationEffect] = [.prepare, .commit, .undo]

    @Test(
        arguments: [
            (TransportError(.notSent, "no such host"), .notSent(NotSent(operation: "pay", reason: "no such host"))),
            (TransportError(.cancelled, "given up"), .cancelled),
            (TransportError(.deadline, "late"), .deadline(DeadlineExceeded(operation: "pay", limit: .seconds(30)))),
            (TransportError(.interrupted, "reset"), .transport(TransportFailure(operation: "pay", reason: "reset"))),
            (CancellationError(), .cancelled),
            (
                PlantedError(),
                .transport(TransportFailure(operation: "pay", reason: "the connection failed (PlantedError)"))
            ),
        ] as [(any Error, APIError)])
    func transportErrorsOfReads(thrown: any Error, expected: APIError) async throws {
        #expect(try await error(.read) { throw thrown } == expected)
    }

    @Test(
        arguments: [
            (TransportError(.cancelled, "given up"), .cancelled),
            (TransportError(.deadline, "late"), .deadline(DeadlineExceeded(operation: "pay", limit: .seconds(30)))),
            (TransportError(.interrupted, "reset"), .transport(TransportFailure(operation: "pay", reason: "reset"))),
            (CancellationError(), .cancelled),
        ] as [(any Error, OutcomeUnknown.Cause)], writes)
    func transportErrorsOfWritesLeaveTheOutcomeUnknown(
        thrown: (any Error, OutcomeUnknown.Cause), effect: OperationEffect
    ) async throws {
        let expected = APIError.outcomeUnknown(OutcomeUnknown(operation: "pay", cause: thrown.1))
        #expect(try await error(effect) { throw thrown.0 } == expected)
    }

    /// A custom transport may throw any error when its task is cancelled.
    @Test func everyErrorOfACancelledTaskIsACancellation() async throws {
        let cancelled: @Sendable () throws -> HTTPResponse = {
            withUnsafeCurrentTask { $0?.cancel() }
            throw PlantedError()
        }
        #expect(try await Task { try await error(.read, cancelled) }.value == .cancelled)
        let unknown = APIError.outcomeUnknown(OutcomeUnknown(operation: "pay", cause: .cancelled))
        #expect(try await Task { try await error(.commit, cancelled) }.value == unknown)
    }

    @Test func writeThatWasNotSentSaysSo() async throws {
        let thrown = TransportError(.notSent, "no such host")
        #expect(
            try await error(.commit) { throw thrown } == .notSent(NotSent(operation: "pay", reason: "no such host")))
    }

    @Test(arguments: [301, 400, 404, 408, 500, 503])
    func everyOtherStatusRefusesARead(status: Int) async throws {
        #expect(try await error(.read) { HTTPResponse(status: status) } == .refused(Refusal(status: status)))
    }

    @Test(arguments: [400, 401, 404, 409, 422, 429])
    func clientErrorsRefuseAWrite(status: Int) async throws {
        #expect(try await error(.commit) { HTTPResponse(status: status) } == .refused(Refusal(status: status)))
    }

    @Test(arguments: [301, 307, 408, 500, 502, 503, 504, 599], writes)
    func statusesThatSettleNothingLeaveAWriteUnknown(status: Int, effect: OperationEffect) async throws {
        let expected = OutcomeUnknown(operation: "pay", cause: .answer(Refusal(status: status)))
        #expect(try await error(effect) { HTTPResponse(status: status) } == .outcomeUnknown(expected))
    }

    @Test func providersAnswerIsKept() {
        let refusal = Refusal(status: 500)
        #expect(APIError.refused(refusal).refusal == refusal)
        let unknown = OutcomeUnknown(operation: "pay", cause: .answer(refusal))
        #expect(APIError.outcomeUnknown(unknown).refusal == refusal)
        #expect(APIError.outcomeUnknown(OutcomeUnknown(operation: "pay", cause: .cancelled)).refusal == nil)
        #expect(APIError.cancelled.refusal == nil)
    }

    @Test func refusalRuleDecidesOverASuccess() async throws {
        let refused = HTTPResponse.json(200, ["status": "failure"] as JSONValue)
        let expected = APIError.refused(Refusal(status: 200, json: ["status": "failure"] as JSONValue))
        #expect(try await error(.commit, refusals: EnvelopeRefusals()) { refused } == expected)
        #expect(try await error(.read, refusals: EnvelopeRefusals()) { refused } == expected)
    }

    @Test func clientErrorWithoutTheProvidersEnvelopeSettlesNothing() async throws {
        let page = HTTPResponse.text(404, "<html>")
        let unknown = OutcomeUnknown(
            operation: "pay", cause: .answer(Refusal(status: 404, fields: page.fields, body: page.body)))
        #expect(try await error(.commit, refusals: EnvelopeRefusals()) { page } == .outcomeUnknown(unknown))
        let unreadable = UnreadableAnswer(operation: "pay", status: 404, problem: .undocumentedStatus)
        #expect(try await error(.read, refusals: EnvelopeRefusals()) { page } == .unreadable(unreadable))
    }

    @Test(arguments: [
        ("", "", 0), ("{", "", 1), (#"{"iban":7}"#, "/iban", 8), (#"{"other":"planted"}"#, "", 0),
        (#"{"iban":"x"} planted"#, "", 13),
    ])
    func unreadableAnswersNameThePlaceWithoutValues(content: String, path: String, offset: Int) async throws {
        let response = HTTPResponse(status: 200, body: Array(content.utf8))
        let error = try #require(try await error(.read) { response })
        guard case .unreadable(let answer) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(answer.path == path)
        #expect(answer.offset == offset)
        #expect(!"\(error)".contains("planted"))
        let write = try await self.error(.commit) { response }
        #expect(write == .outcomeUnknown(OutcomeUnknown(operation: "pay", cause: .unreadable(answer))))
    }

    @Test func successIsReadWhateverMediaTypeItClaims() async throws {
        let error = try await error(.read) {
            HTTPResponse(status: 201, fields: ["Content-Type": "text/html"], body: Array(#"{"iban":"x"}"#.utf8))
        }
        #expect(error == nil)
    }

    @Test func contentIsIgnoredWhereNoneIsDocumented() async throws {
        let transport = CapturingTransport { HTTPResponse.text(200, "surplus") }
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        try await client.send(APIRequest(.delete, "/x", operation: "remove", effect: .commit))
        #expect(transport.requests.count == 1)
    }

    @Test(
        arguments: [
            (nil, [0xC3, 0xA9], "é"), ("text/plain; charset=UTF-8", [0xC3, 0xA9], "é"),
            ("text/plain; charset=\"iso-8859-1\"", [0xE9], "é"), ("text/plain", [0xE9], nil),
        ] as [(String?, [UInt8], String?)])
    func textIsReadInItsCharset(contentType: String?, content: [UInt8], text: String?) async throws {
        let transport = CapturingTransport {
            HTTPResponse(
                status: 200, fields: contentType.map { ["Content-Type": $0] } ?? [:], body: content)
        }
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        let request = APIRequest(.get, "/x", operation: "read", effect: .read)
        let read = try? await client.sendForText(request)
        #expect(read == text)
        #expect(try await client.sendForData(request) == Data(content))
    }

    @Test func signerSeesTheFinishedRequestAndItsRequirements() async throws {
        let transport = CapturingTransport()
        let client = APIClient(
            server: APIServer("https://api.example.com"), transport: transport, signer: BodyLengthSigner())
        var request = APIRequest(.post, "/x", operation: "pay", effect: .commit)
        request.json(["a": 1] as JSONValue)
        request.security([["key": []]])
        try await client.send(request)
        #expect(transport.requests.first?.fields["Authorization"] == "key 7 application/json")
    }

    @Test func cancelledTaskSendsNothing() async {
        let transport = CapturingTransport()
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        for effect in [OperationEffect.read, .commit] {
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await client.send(APIRequest(.get, "/x", operation: "pay", effect: effect))
            }
            let expected =
                effect == .read
                ? APIError.cancelled : .notSent(NotSent(operation: "pay", reason: "cancelled before sending"))
            await #expect(throws: expected) { try await task.value }
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func answersWithSeveralStatusesAreHandedOver() async throws {
        let transport = CapturingTransport {
            HTTPResponse.json(202, ["iban": "x"] as JSONValue, fields: ["X-Left": "7", "X-Tags": "a, b"])
        }
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        let response = try await client.response(to: APIRequest(.get, "/x", operation: "read", effect: .read))
        #expect(response.status == 202)
        #expect(response.mediaType == "application/json")
        #expect(try response.json(BankAccount.self).iban == "x")
        #expect(try response.header("x-left", Int.self) == 7)
        #expect(try response.header("X-Tags", [String].self) == ["a", "b"])
        #expect(try response.header("X-None", String.self) == nil)
        #expect(throws: APIError.self) { try response.header("X-Tags", Int.self) }
        let missing = UnreadableAnswer(operation: "read", status: 202, problem: .missingField(name: "X-None"))
        #expect(throws: APIError.unreadable(missing)) { try response.requiredHeader("X-None", Int.self) }
    }
}

/// The content decides what the provider's answer means.
struct EnvelopeRefusals: RefusalRule {
    func meaning(of response: HTTPResponse) -> ResponseMeaning {
        guard let value = try? JSONReader.read(JSONValue.self, from: response.body), case .object(let object) = value
        else {
            return .answer
        }
        return object["status"] == "failure" ? .refusal : .answer
    }
}

struct BodyLengthSigner: RequestSigner {
    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        let scheme = security.first?.keys.first ?? ""
        let length = request.body?.count ?? 0
        request.fields["Authorization"] = "\(scheme) \(length) \(request.fields["Content-Type"] ?? "")"
    }
}
