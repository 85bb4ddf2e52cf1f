import Foundation
import KurusRuntime
import Testing

/// Requests that are refused before the transport is called.
@Suite struct RefusedRequestTests {
    private func reason(
        _ path: String = "/x", server: String = "https://api.example.com", signer: (any RequestSigner)? = nil,
        _ build: (inout APIRequest) -> Void = { _ in }
    ) async throws -> String? {
        var request = APIRequest(.post, path, operation: "pay", effect: .commit)
        build(&request)
        let transport = CapturingTransport()
        defer { #expect(transport.requests.isEmpty) }
        do {
            try await APIClient(server: APIServer(server), transport: transport, signer: signer).send(request)
            return nil
        } catch {
            guard case .notSent(let notSent) = error else { return "\(error)" }
            #expect(notSent.operation == "pay")
            return notSent.reason
        }
    }

    @Test(
        arguments: [
            ("", "the path parameter id is empty"), (".", "the path parameter id is a dot segment"),
            ("..", "the path parameter id is a dot segment"), ([], "the path parameter id is empty"),
            (nil, "the path parameter id is empty"), ([""], "the path parameter id is empty"),
        ] as [(JSONValue, String)])
    func pathParametersThatAddressAnotherPath(value: JSONValue, expected: String) async throws {
        #expect(try await reason("/x/{id}") { $0.path("id", value) } == expected)
        #expect(try await reason("/x/{id}.json") { $0.path("id", value) } == expected)
    }

    @Test func partsThatMakeADotSegmentTogether() async throws {
        let expected = "a path parameter makes a dot segment"
        #expect(try await reason("/x/{id}") { $0.path("id", ["."] as JSONValue, .label) } == expected)
    }

    @Test func pathVariableWithoutValue() async throws {
        #expect(try await reason("/x/{id}") == "the path parameter id is missing")
        #expect(try await reason("/x") { $0.path("id", 1) } == "the path has no variable id")
    }

    @Test(arguments: ["a\rb", "a\nb", "a\r\nEvil: 1", "a\0b", "\u{7F}"])
    func headersWithControlCharacters(value: String) async throws {
        #expect(try await reason { $0.header("X-Id", value) } == "the header parameter X-Id holds a control character")
        #expect(try await reason { $0.header("X-Id", ["a", value] as [String]) } != nil)
        #expect(try await reason { $0.json("x", contentType: value) } == "the content type holds a control character")
        #expect(try await reason { $0.accept(value) } == "the field Accept holds a control character")
        let signer = FieldSigner(value: value)
        #expect(try await reason(signer: signer) == "the field Authorization holds a control character")
    }

    @Test(arguments: ["", "a b", "a\r\n", "a:"])
    func headerNamesThatAreNoTokens(name: String) async throws {
        #expect(try await reason { $0.header(name, "x") } == "the name of a header parameter is not a token")
    }

    @Test(arguments: [
        "", "api.example.com", "/v1", "https://", "https://a.example.com?x=1", "https://a.example.com/#x",
        "https://a b/",
        "mailto:a@b",
    ])
    func serversThatAreNoPlace(server: String) async throws {
        #expect(try await reason(server: server) == "the server's URL cannot be used")
    }

    @Test func signersThatFail() async throws {
        #expect(try await reason(signer: FailingSigner()) == "it could not be signed (PlantedError)")
    }

    @Test func valuesThatNestTooDeeply() async throws {
        var value: JSONValue = 1
        for _ in 0..<600 {
            value = [value]
        }
        let deep = value
        #expect(try await reason { $0.query("q", deep) } == "the parameter q nests too deeply")
        #expect(try await reason { $0.form(deep) } == "the form nests too deeply")
    }
}

struct FieldSigner: RequestSigner {
    let value: String

    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        request.fields["Authorization"] = value
    }
}

struct PlantedError: Error {
    let text = "planted-in-an-error"
}

struct FailingSigner: RequestSigner {
    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        throw PlantedError()
    }
}
