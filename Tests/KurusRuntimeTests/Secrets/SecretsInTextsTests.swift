import Foundation
import KurusRuntime
import KurusServer
import KurusTransport
import SecretSearch
import Synchronization
import Testing

/// Distinctive values are planted in every place of a request, its answer and the errors of both, and looked for in every
/// text that any public value can make.
@Suite struct SecretsInTextsTests {
    /// The values that only the caller and the provider may know.
    private static let key = "sk-planted-7QzKey"
    private static let name = "Şule Yıldızoğlu"
    /// The values that are masked everywhere, including in a provider's texts.
    private static let iban = "TR330006100519786457841326"
    private static let phone = "+905556667788"
    private static let identity = "10000000146"

    private static let numbers = [iban, phone, identity]
    private static let all = numbers + [key, name]
    fileprivate static let search = PlantedSecrets(all)
    private static let everything = all.joined(separator: " | ")

    private static let url = "https://\(key):\(key)@api.example.com/v1"

    private static func request(_ effect: OperationEffect) -> APIRequest {
        var request = APIRequest(.post, "/x/{id}/{json}", operation: "pay", effect: effect)
        request.path("id", everything)
        request.path("json", json: everything)
        request.query("q", everything)
        request.query("list", all, .pipeDelimited)
        request.query("json", json: everything)
        request.header("X-Secret", key)
        request.header("X-Name", json: everything)
        request.cookie("c", everything)
        for number in numbers { request.identify("id-\(number.count)", number) }
        request.json(["secret": .string(everything), everything: 1] as JSONValue)
        return request
    }

    private static let fields: HTTPFields = [
        "Authorization": everything, "Location": "https://\(key)@evil.example/\(name)?q=\(everything)",
        "Set-Cookie": everything, "Content-Type": "text/plain; charset=\(key)",
        "WWW-Authenticate": "Basic realm=\"\(everything)\"", "Retry-After": everything,
    ]

    /// A provider may repeat what it was sent. Its texts and the names of members are masked, which hides numbers; no other
    /// value of its content is shown.
    private static let answers: [@Sendable () throws -> HTTPResponse] =
        [200, 302, 400, 500].flatMap { status -> [@Sendable () throws -> HTTPResponse] in
            [
                "no account \(numbers.joined(separator: ", ")).",
                #"{"errorMessage":"no account \#(iban)","recipientName":"\#(everything)","items":["\#(everything)"]}"#,
                #"{"error":{"code":"\#(phone)","key":"\#(everything)"},"x":{"y":{"message":"\#(everything)"}}}"#,
                #"{"iban":7,"\#(iban)":"\#(everything)"}"#, #"{"iban":["\#(everything)"]}"#,
                #"{"\#(identity)":"x"}"#, #"{"iban":"\#(everything)"#, #"{"iban":"x"} \#(everything)"#,
                #"["\#(everything)"]"#, "", #"{"\#(iban)":1,"\#(iban)":2}"#, #"{"iban":\#(identity)}"#,
                #"{"iban":"\#(everything)"}"#,
            ].map { content in { HTTPResponse(status: status, fields: fields, body: Array(content.utf8)) } }
        }
        + [
            { throw URLSystemError(text: everything) }, { throw PlantedSecretError(text: everything) },
            { throw TransportError(.interrupted, "lost \(numbers.joined(separator: " "))") },
            { throw TransportError(.notSent, "no way to \(iban)") }, { throw TransportError(.deadline, key) },
            { throw TransportError(.cancelled, key) }, { throw CancellationError() },
        ]

    @Test(arguments: answers.indices, [OperationEffect.read, .commit])
    func everythingThatComesOfARequest(index: Int, effect: OperationEffect) async throws {
        let hooks = RecordingHooks()
        let client = APIClient(
            server: APIServer(Self.url), transport: CapturingTransport(Self.answers[index]),
            signer: FieldSigner(value: Self.everything), hooks: hooks)
        let request = Self.request(effect)
        var values: [any Sendable] = [client, request]
        do {
            let answer = try await client.response(to: request)
            values.append(answer)
            values += Self.errors { _ = try answer.json(BankAccount.self) }
            values += Self.errors { _ = try answer.json([String: Int].self) }
            values += Self.errors { _ = try answer.header("Location", Int.self) }
            values += Self.errors { _ = try answer.requiredHeader("X-None", Int.self) }
            values.append(answer.undocumented())
        } catch {
            values.append(error)
        }
        values += hooks.everything + hooks.lines.map { $0 as any Sendable }
        for value in values { #expect(Self.search.found(in: value) == []) }
        // Values inside an error are also checked by themselves.
        for case let error as APIError in values { Self.expectNothing(insideOf: error) }
    }

    private static func errors(_ body: () throws -> Void) -> [any Sendable] {
        do {
            try body()
            return []
        } catch {
            return [error]
        }
    }

    private static func expectNothing(insideOf error: APIError) {
        let inner: Any =
            switch error {
            case .notSent(let value): value
            case .refused(let value): value
            case .outcomeUnknown(let value): value
            case .transport(let value): value
            case .deadline(let value): value
            case .unreadable(let value): value
            case .cancelled: ()
            }
        #expect(search.found(in: inner) == [])
        if case .outcomeUnknown(let unknown) = error {
            #expect(unknown.identifiers.values.sorted() == numbers.sorted())
            #expect(search.found(in: unknown.cause) == [])
        }
        if case .unreadable(let answer) = error { #expect(search.found(in: answer.problem) == []) }
    }

    @Test func requestsThatCannotBeSent() async throws {
        let builds: [@Sendable (inout APIRequest) -> Void] = [
            { $0.path("id", "..") }, { $0.header("X", "\(Self.everything)\r\n") },
            { $0.header("X\(Self.key)\n", "a") }, { $0.accept("\(Self.everything)\0") },
            { $0.json(Self.everything, contentType: "\(Self.everything)\n") }, { _ in },
        ]
        for (index, build) in builds.enumerated() {
            var request = APIRequest(.post, index == 0 ? "/{id}" : "/x", operation: "pay", effect: .commit)
            build(&request)
            let signer: any RequestSigner = index == 5 ? PlantedSigner() : FieldSigner(value: "a")
            let client = APIClient(server: APIServer(Self.url), transport: CapturingTransport(), signer: signer)
            let error = await #expect(throws: APIError.self) { try await client.send(request) }
            if let error {
                #expect(Self.search.found(in: error) == [])
                Self.expectNothing(insideOf: error)
            }
        }
    }

    @Test func valuesOfTheWire() throws {
        let url = try #require(URL(string: "https://\(Self.key):\(Self.key)@api.example.com/\(Self.key)/\(Self.iban)"))
        let body = Array(Self.everything.utf8)
        let request = HTTPRequest(method: .post, url: url, fields: Self.fields, body: body)
        let values: [any Sendable] = [
            request, HTTPResponse(status: 200, fields: Self.fields, body: body), Self.fields,
            Refusal(status: 400, fields: Self.fields, body: Array(Self.numbers.joined(separator: "\n").utf8)),
            APIServer(Self.url), URLSessionTransport(), RetryPolicy.standard, StatusRefusals(),
            FilePart(data: Data(body), filename: Self.everything, contentType: Self.everything), Secret(Self.key),
        ]
        for value in values { #expect(Self.search.found(in: value) == []) }
    }

    @Test func bodiesUnderConstruction() throws {
        var request = APIRequest(.post, "/x", operation: "pay", effect: .commit)
        request.form(["a": .string(Self.everything)] as JSONValue)
        #expect(Self.search.found(in: request) == [])
        request.multipart(WatchedParts(text: Self.everything))
        #expect(Self.search.found(in: request) == [])
    }

    @Test func serversSide() async throws {
        let url = try #require(URL(string: "https://api.example.com/x/\(Self.key)?q=\(Self.iban)"))
        let request = HTTPRequest(method: .post, url: url, fields: Self.fields, body: Array(Self.everything.utf8))
        let calls = Mutex<[any Sendable]>([])
        let route = APIRoute(.post, "/x/{id}") { (call: ServerCall) async throws(APIError) -> HTTPResponse in
            calls.withLock { $0 += [call] }
            calls.withLock { $0 += Self.errors { _ = try call.query("q", Int.self) } }
            calls.withLock { $0 += Self.errors { let _: BankAccount? = try call.json() } }
            throw APIError.notSent(NotSent(operation: "pay", reason: "planned"))
        }
        let response = await APIRouter.respond(to: request, basePath: "", [route])
        for value in calls.withLock({ $0 }) + [route, response, String(decoding: response.body, as: UTF8.self)] {
            #expect(Self.search.found(in: value) == [])
        }
        #expect(calls.withLock { $0.count } == 3)
    }
}

/// Looks at the writer that it is given.
private struct WatchedParts: MultipartModel {
    let text: String

    init(text: String) {
        self.text = text
    }

    init(from reader: inout MultipartReader) throws(JSONError) {
        text = ""
    }

    func write(to writer: inout MultipartWriter) {
        writer.part("a", text)
        writer.file("b", FilePart(data: Data(text.utf8), filename: text, contentType: "text/plain"))
        #expect(SecretsInTextsTests.search.found(in: writer) == [])
    }
}

/// As a URL loading system's errors, whose texts hold the URL.
private struct URLSystemError: LocalizedError, CustomStringConvertible {
    let text: String
    var description: String { text }
    var errorDescription: String? { text }
}

private struct PlantedSecretError: Error {
    let text: String
}

private struct PlantedSigner: RequestSigner {
    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        throw PlantedSecretError(text: "sk-planted-7QzKey Şule Yıldızoğlu")
    }
}
