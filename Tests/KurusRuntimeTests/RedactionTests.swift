import Foundation
import KurusRuntime
import Testing

/// Secrets are planted in every part of a request and its answer, and looked for in every text that can be made.
@Suite struct RedactionTests {
    private static let secret = "planted"
    private static let iban = "TR330006100519786457841326"

    private static func texts(of value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        var reflected: [String] = []
        func walk(_ mirror: Mirror) {
            for child in mirror.children {
                reflected.append("\(child.label ?? ""): \(child.value) \(String(reflecting: child.value))")
                walk(Mirror(reflecting: child.value))
            }
        }
        walk(Mirror(reflecting: value))
        return [dumped, "\(value)", String(reflecting: value), String(describing: Optional(value)), "\([value])"]
            + reflected
    }

    private static func expectNoSecret(in value: some Any, _ location: SourceLocation = #_sourceLocation) {
        for text in texts(of: value) {
            let isClean = !text.contains(secret) && !text.contains(iban) && !text.contains("112, 108, 97, 110")
            #expect(isClean, "\(text)", sourceLocation: location)
        }
    }

    private static var request: APIRequest {
        var request = APIRequest(.post, "/x/{id}", operation: "pay", effect: .commit)
        request.path("id", secret)
        request.query("q", secret)
        request.header("Authorization", secret)
        request.cookie("c", secret)
        request.json(["secret": .string(secret)] as JSONValue)
        return request
    }

    @Test func requestsAndClients() {
        Self.expectNoSecret(in: Self.request)
        Self.expectNoSecret(in: APIServer("https://\(Self.secret):x@api.example.com/v1"))
        let client = APIClient(
            server: APIServer("https://\(Self.secret)@api.example.com"), transport: CapturingTransport(),
            signer: FieldSigner(value: Self.secret))
        Self.expectNoSecret(in: client)
        #expect("\(client)" == "APIClient(https://api.example.com)")
    }

    @Test func filesAndParts() {
        Self.expectNoSecret(in: FilePart(data: Data(Self.secret.utf8), filename: Self.secret, contentType: Self.secret))
    }

    @Test func models() {
        let payment = Payment(
            id: Self.iban, amount: 1, recipientName: Self.secret, note: .value("call 5551112233"),
            destination: .bankAccount(BankAccount(iban: "TR33 0006 1005 1978 6457 8413 26")))
        Self.expectNoSecret(in: payment)
        let text = """
            Payment(id: "‹redacted›", amount: 1, recipientName: "‹redacted›", note: "call ‹redacted›", \
            destination: {iban: "‹redacted›"})
            """
        #expect("\(payment)" == text)
        #expect(
            Mirror(reflecting: payment).children.map(\.label) == [
                "id", "amount", "recipientName", "note", "destination",
            ])
    }

    @Test(arguments: [OperationEffect.read, .commit])
    func errorsOfEveryKind(effect: OperationEffect) async throws {
        let answers: [@Sendable () throws -> HTTPResponse] = [
            { throw PlantedURLError() }, { throw TransportError(.interrupted, "reset") },
            { HTTPResponse(status: 200, fields: ["X": Self.secret], body: Array("{\"\(Self.secret)".utf8)) },
            { HTTPResponse(status: 200, body: Array("{\"iban\":[\"\(Self.secret)\"]}".utf8)) },
            { throw TransportError(.interrupted, "no route to \(Self.iban)") },
            { HTTPResponse.text(500, "account \(Self.iban)", fields: ["X-Echo": Self.secret]) },
            { HTTPResponse.text(404, "account \(Self.iban)", fields: ["X-Echo": Self.secret]) },
        ]
        for answer in answers {
            var request = APIRequest(.post, "/x/{id}", operation: "pay", effect: effect)
            request.path("id", Self.secret)
            request.header("Authorization", Self.secret)
            request.json(["secret": .string(Self.secret)] as JSONValue)
            let client = APIClient(server: APIServer("https://api.example.com"), transport: CapturingTransport(answer))
            do {
                let _: BankAccount = try await client.send(request)
                Issue.record("an answer")
            } catch {
                Self.expectNoSecret(in: error)
                Self.expectNoSecret(in: error.localizedDescription)
            }
        }
    }

    @Test func answers() async throws {
        let transport = CapturingTransport { HTTPResponse.text(200, Self.secret, fields: ["X": Self.secret]) }
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        Self.expectNoSecret(in: try await client.response(to: APIRequest(.get, "/", operation: "a", effect: .read)))
    }

    /// The names of a map's members are data.
    @Test func namesInPaths() async throws {
        let body = Array("{\"\(Self.iban)\":\"x\"}".utf8)
        let transport = CapturingTransport { HTTPResponse(status: 200, body: body) }
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        do {
            let _: [String: Int] = try await client.send(APIRequest(.get, "/", operation: "a", effect: .read))
            Issue.record("an answer")
        } catch {
            Self.expectNoSecret(in: error)
            let path = if case .unreadable(let answer) = error { answer.path } else { String?.none }
            #expect(path == "/\(Self.iban)")
        }
    }

    @Test func signersErrorIsNotShown() async {
        let client = APIClient(
            server: APIServer("https://api.example.com"), transport: CapturingTransport(), signer: FailingSigner())
        await #expect(
            performing: { try await client.send(Self.request) },
            throws: { error in
                Self.expectNoSecret(in: error)
                return true
            })
    }

    @Test func refusalsPrintTheirCodes() {
        let refusal = Refusal(
            status: 422, fields: ["X": Self.secret], body: Array("no \(Self.iban), call 5551112233".utf8))
        #expect("\(refusal)" == "refused with status 422: \(refusal.body.count) bytes")
        Self.expectNoSecret(in: refusal)
        #expect("\(APIError.refused(refusal))" == "\(refusal)")
        #expect(refusal.text() == "no \(Self.iban), call 5551112233")
        let wrapped = Refusal(status: 400, json: ["response": ["errorCode": "E01", "to": "x"]] as JSONValue)
        #expect("\(wrapped)" == "refused with status 400: errorCode: E01")
        #expect("\(Refusal(status: 200, json: ["iban": "x"] as JSONValue))" == "refused with status 200: 12 bytes")
        #expect("\(Refusal(status: 404))" == "refused with status 404")
        #expect("\(Refusal(status: 404, body: [0xFF]))" == "refused with status 404: 1 bytes")
    }

    /// A provider's message may name people, and so may any text that is not a code.
    @Test(arguments: [
        (
            #"{"status":"failure","errorCode":12,"errorMessage":"Ayşe Yılmaz is unknown"}"#,
            "errorMessage: a text of length 22"
        ),
        (
            #"{"error":"invalid_grant","error_description":"for Ayşe"}"#,
            "error: invalid_grant, error_description: a text of length 8"
        ),
        (#"{"message":"Ayşe"}"#, "message: a text of length 4"),
        (#"{"title":"","code":"E-10.4"}"#, "title: a text of length 0, code: E-10.4"),
        (#"{"error of Ayşe":"E1","code":5551112233}"#, "code: ‹redacted›"),
        (#"{"errors":["Ayşe"],"detail":{"reason":"Ayşe Yılmaz","code":7}}"#, "reason: a text of length 11, code: 7"),
        (#"["Ayşe"]"#, "9 bytes"), ("Ayşe is unknown", "16 bytes"), (#"{"error":"Ayşe"#, "15 bytes"),
    ])
    func refusalsPrintNoMessage(_ text: String, _ shown: String) {
        let refusal = Refusal(status: 400, body: Array(text.utf8))
        #expect("\(refusal)".hasSuffix(shown), "\(refusal)")
        #expect(!"\(refusal)".contains("Ayşe"))
        #expect(refusal.text() == text)
    }

    @Test func refusalsPrintFewMembers() {
        let members = (0..<20).map { #""code\#($0)":\#($0)"# }.joined(separator: ",")
        let shown = (0..<8).map { "code\($0): \($0)" }.joined(separator: ", ")
        #expect("\(Refusal(status: 400, body: Array("{\(members)}".utf8)))" == "refused with status 400: \(shown), …")
    }
}

/// An error whose texts hold the URL, as a URL loading system's do.
struct PlantedURLError: Error, CustomStringConvertible, LocalizedError {
    var description: String { "https://api.example.com/x/planted" }
    var errorDescription: String? { description }
}
