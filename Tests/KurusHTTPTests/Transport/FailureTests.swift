import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

/// The failures that report that nothing was sent.
@Suite struct FailureTests {
    private func error(
        _ kind: TransportKind, _ url: String, method: HTTPMethod = .post
    ) async throws -> TransportError? {
        let url = try #require(URL(string: url))
        let transport = try kind.transport()
        return await transportError {
            try await transport.send(HTTPRequest(method: method, url: url), timeout: .seconds(600))
        }
    }

    @Test(arguments: TransportKind.allCases) func refusedConnection(kind: TransportKind) async throws {
        let port = try RefusingPort()
        for method in [HTTPMethod.get, .post] {
            let error = try await error(kind, port.url, method: method)
            #expect(error == TransportError(.notSent, "no connection"))
        }
    }

    /// `.invalid` never has an address (RFC 6761 §6.4).
    @Test(arguments: TransportKind.allCases) func unknownHost(kind: TransportKind) async throws {
        let error = try await error(kind, "https://host.invalid/")
        #expect(error == TransportError(.notSent, "no such host"))
    }

    @Test(arguments: TransportKind.allCases) func serverThatSpeaksNoTLS(kind: TransportKind) async throws {
        let server = try ScriptedServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n")
        let error = try await error(kind, "https://127.0.0.1:\(server.port)/")
        #expect(error == TransportError(.notSent, "no TLS"))
    }

    /// The connection is there, and nobody knows what was read of it.
    @Test(arguments: TransportKind.allCases) func connectionClosedInTheHandshake(kind: TransportKind) async throws {
        let server = try ScriptedServer(greeting: "")
        let error = try await error(kind, "https://127.0.0.1:\(server.port)/")
        #expect(error?.kind == .interrupted || error == TransportError(.notSent, "no TLS"))
    }
}
