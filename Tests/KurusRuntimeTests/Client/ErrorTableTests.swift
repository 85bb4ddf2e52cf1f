import Foundation
import KurusRuntime
import Testing

/// Every error by what happened and by what the operation changes: the whole table.
@Suite struct ErrorTableTests {
    /// The expectation of a row, without the parts that all rows share.
    enum Expected: Sendable {
        case answer
        case notSent(String)
        case refused
        case transport(String)
        case deadline
        case unreadable(UnreadableAnswer.Problem)
        case cancelled
        case unknown(Unknown)
    }

    enum Unknown: Sendable {
        case transport(String)
        case deadline
        case cancelled
        case answer
        case unreadable(UnreadableAnswer.Problem)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let read: Expected
        let write: Expected
        let event: @Sendable () throws -> HTTPResponse

        init(
            _ name: String, read: Expected, write: Expected, _ event: @escaping @Sendable () throws -> HTTPResponse
        ) {
            self.name = name
            self.read = read
            self.write = write
            self.event = event
        }

        /// A response with its meaning by the rule.
        init(_ status: Int, _ meaning: ResponseMeaning, _ content: String, read: Expected, write: Expected) {
            self.init("\(status) \(meaning) \(content)", read: read, write: write) {
                HTTPResponse(status: status, fields: ["X-Meaning": "\(meaning)"], body: Array(content.utf8))
            }
        }

        var testDescription: String { name }
    }

    static let account = #"{"iban":"x"}"#
    static let failure = #"{"status":"failure","iban":"x"}"#
    static let missing = UnreadableAnswer.Problem.json(jsonError("{}"))
    static let page = UnreadableAnswer.Problem.json(jsonError("<html>"))

    static let rows: [Row] =
        [
            Row("no connection", read: .notSent("no host"), write: .notSent("no host")) {
                throw TransportError(.notSent, "no host")
            },
            Row("broken connection", read: .transport("reset"), write: .unknown(.transport("reset"))) {
                throw TransportError(.interrupted, "reset")
            },
            Row("time out", read: .deadline, write: .unknown(.deadline)) { throw TransportError(.deadline, "late") },
            Row("cancelled", read: .cancelled, write: .unknown(.cancelled)) { throw TransportError(.cancelled, "") },
            Row("cancellation error", read: .cancelled, write: .unknown(.cancelled)) { throw CancellationError() },
            Row(
                "any other error", read: .transport("the connection failed (PlantedError)"),
                write: .unknown(.transport("the connection failed (PlantedError)"))
            ) { throw PlantedError() },

            Row(200, .answer, account, read: .answer, write: .answer),
            Row(200, .answer, "{}", read: .unreadable(missing), write: .unknown(.unreadable(missing))),
            Row(200, .answer, "<html>", read: .unreadable(page), write: .unknown(.unreadable(page))),
            Row(200, .refusal, failure, read: .refused, write: .refused),
            Row(200, .unclear, "<html>", read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
        ]
        + [301, 302, 303, 307, 308].flatMap { status in
            [
                Row(status, .refusal, failure, read: .refused, write: .unknown(.answer)),
                Row(status, .answer, account, read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
                Row(status, .unclear, "", read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
            ]
        }
        + [400, 401, 403, 404, 409, 415, 422, 429].flatMap { status in
            [
                Row(status, .refusal, failure, read: .refused, write: .refused),
                Row(status, .answer, account, read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
                Row(status, .unclear, "<html>", read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
            ]
        }
        + [408, 500, 501, 502, 503, 504, 599].flatMap { status in
            [
                Row(status, .refusal, failure, read: .refused, write: .unknown(.answer)),
                Row(status, .answer, account, read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
                Row(status, .unclear, "<html>", read: .unreadable(.undocumentedStatus), write: .unknown(.answer)),
            ]
        }

    @Test(arguments: rows, [OperationEffect.read, .prepare, .commit, .undo])
    func errorsByEffect(row: Row, effect: OperationEffect) async throws {
        var request = APIRequest(.post, "/x", operation: "pay", effect: effect)
        request.identify("requestId", "r-1")
        let transport = CapturingTransport(row.event)
        let client = APIClient(
            server: APIServer("https://api.example.com"), transport: transport, refusals: NamedMeanings(),
            retry: effect == .read ? .none : .standard)
        var error: APIError?
        do {
            let _: BankAccount = try await client.send(request)
        } catch let thrown {
            error = thrown
        }
        let expected = effect == .read ? row.read : row.write
        #expect(error == Self.error(expected, Self.answer(row)))
        #expect(transport.requests.count == 1)
    }

    private static func answer(_ row: Row) -> HTTPResponse {
        (try? row.event()) ?? HTTPResponse(status: 0)
    }

    private static func error(_ expected: Expected, _ response: HTTPResponse) -> APIError? {
        switch expected {
        case .answer: nil
        case .notSent(let reason): .notSent(NotSent(operation: "pay", reason: reason))
        case .refused: .refused(refusal(response))
        case .transport(let reason): .transport(TransportFailure(operation: "pay", reason: reason))
        case .deadline: .deadline(DeadlineExceeded(operation: "pay", limit: .seconds(30)))
        case .unreadable(let problem):
            .unreadable(UnreadableAnswer(operation: "pay", status: response.status, problem: problem))
        case .cancelled: .cancelled
        case .unknown(let unknown):
            .outcomeUnknown(
                OutcomeUnknown(operation: "pay", identifiers: ["requestId": "r-1"], cause: cause(unknown, response)))
        }
    }

    private static func cause(_ unknown: Unknown, _ response: HTTPResponse) -> OutcomeUnknown.Cause {
        switch unknown {
        case .transport(let reason): .transport(TransportFailure(operation: "pay", reason: reason))
        case .deadline: .deadline(DeadlineExceeded(operation: "pay", limit: .seconds(30)))
        case .cancelled: .cancelled
        case .answer: .answer(refusal(response))
        case .unreadable(let problem):
            .unreadable(UnreadableAnswer(operation: "pay", status: response.status, problem: problem))
        }
    }

    private static func refusal(_ response: HTTPResponse) -> Refusal {
        Refusal(status: response.status, fields: response.fields, body: response.body)
    }

    private static func jsonError(_ text: String) -> JSONError {
        do {
            _ = try JSONReader.read(BankAccount.self, from: Array(text.utf8))
            return JSONError(.unexpectedEnd, offset: -1)
        } catch {
            return error
        }
    }
}

/// The field holds the meaning of the response.
struct NamedMeanings: RefusalRule {
    func meaning(of response: HTTPResponse) -> ResponseMeaning {
        [ResponseMeaning.answer, .refusal, .unclear].first { "\($0)" == response.fields["X-Meaning"] } ?? .answer
    }
}
