import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

/// Requests that are refused before a name is looked up or a connection made.
@Suite struct RequestCheckTests {
    private func reason(
        _ kind: TransportKind, _ url: String, method: HTTPMethod = .get, fields: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> String? {
        let url = try #require(URL(string: url, encodingInvalidCharacters: false))
        let request = HTTPRequest(method: method, url: url, fields: fields, body: body)
        let error = await transportError { try await kind.transport().send(request, timeout: .seconds(600)) }
        if let error { #expect(!error.isRetryable) }
        return error.map { "\($0.kind): \($0.reason)" }
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            "http://api.iyzipay.com/", "http://localhost.evil.example/", "http://127.0.0.1.evil.example/",
            "http://127.1/", "http://0x7f.0.0.1/", "http://127.0.0.01/", "http://127.0.0.256/", "http://128.0.0.1/",
            "http://[::2]/", "http://[::ffff:127.0.0.1]/", "http://localhost./", "http://10.0.0.1/",
        ])
    func httpToAnotherMachine(kind: TransportKind, url: String) async throws {
        #expect(try await reason(kind, url) == "notSent: http is used for this machine only")
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            "ftp://127.0.0.1/", "file://localhost/etc/hosts", "ws://localhost/", "//localhost/", "HTTPS://localhost/",
        ])
    func otherSchemes(kind: TransportKind, url: String) async throws {
        #expect(try await reason(kind, url) == "notSent: the URL's scheme is neither http nor https")
    }

    @Test(arguments: TransportKind.allCases, ["https:", "/v1", "https:///v1", "mailto:a@b"])
    func noHost(kind: TransportKind, url: String) async throws {
        #expect(try await reason(kind, url) == "notSent: the URL has no host")
    }

    @Test(
        arguments: TransportKind.allCases,
        ["https://user:pw@127.0.0.1/", "http://user@127.0.0.1/", "https://:pw@127.0.0.1/"])
    func userInformation(kind: TransportKind, url: String) async throws {
        #expect(try await reason(kind, url) == "notSent: the URL holds user information")
    }

    @Test(arguments: TransportKind.allCases, ["/a/../b", "/./a", "/a/..", "/a/%2e%2E/b", "/a/.%2e", "/%2E"])
    func dotSegments(kind: TransportKind, path: String) async throws {
        #expect(try await reason(kind, "https://127.0.0.1" + path) == "notSent: the path holds a dot segment")
    }

    @Test(arguments: TransportKind.allCases, [HTTPMethod.get, .head])
    func contentOfMethodsWithoutOne(kind: TransportKind, method: HTTPMethod) async throws {
        for body in [[], [0x61]] as [[UInt8]] {
            let reason = try await reason(
                kind, "http://127.0.0.1:1/", method: method, fields: ["Content-Type": "a/b"], body: body)
            #expect(reason == "notSent: a \(method) has no content")
        }
    }

    @Test(arguments: TransportKind.allCases) func contentWithoutType(kind: TransportKind) async throws {
        let expected = "notSent: the content has no Content-Type"
        #expect(try await reason(kind, "http://127.0.0.1:1/", method: .post, body: [0x61]) == expected)
    }

    @Test(
        arguments: TransportKind.allCases,
        ["Content-Length", "transfer-encoding", "Connection", "HOST", "Expect", "Upgrade"] as [HTTPFieldName])
    func fieldsThatFrameTheMessage(kind: TransportKind, name: HTTPFieldName) async throws {
        let fields = HTTPFields([(name: name, value: "x")])
        let reason = try await reason(kind, "http://127.0.0.1:1/", fields: fields)
        #expect(reason?.lowercased() == "notsent: the field \(name.text.lowercased()) is the transport's to set")
    }

    @Test(
        arguments: TransportKind.allCases, ["a\r\nEvil: 1", "a\0"])
    func valuesThatNoFieldHas(kind: TransportKind, value: String) async throws {
        let reason = try await reason(kind, "http://127.0.0.1:1/", fields: ["X": value])
        #expect(reason == "notSent: a field holds a character that RFC 9110 does not allow")
    }

    @Test(arguments: TransportKind.allCases, [Duration.zero, .seconds(-1)])
    func noTime(kind: TransportKind, timeout: Duration) async throws {
        let server = try ScriptedServer { _, _ in .close }
        let error = await transportError { try await kind.transport().send(.to(server), timeout: timeout) }
        #expect(error == TransportError(.notSent, "no time is left", isRetryable: false))
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: TransportKind.allCases, ["127.0.0.1", "localhost", "LocalHost"])
    func thisMachineIsReachedByHTTP(kind: TransportKind, host: String) async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(200)
            return .keep
        }
        #expect(try await reason(kind, "http://\(host):\(server.port)/") == nil)
    }

    /// Nothing listens there, but it is asked.
    @Test(arguments: TransportKind.allCases) func wholeLoopbackNetworkIsThisMachine(kind: TransportKind) async throws {
        let url = try #require(URL(string: "http://127.255.0.9:1/"))
        let error = await transportError {
            try await kind.transport().send(HTTPRequest(method: .get, url: url), timeout: .seconds(600))
        }
        #expect(error == TransportError(.notSent, "no connection"))
    }
}
