import Foundation
import HTTPTestSupport
import KurusHTTP
import KurusTransport
import Testing

/// https, up to and with a handshake that fails or never ends.
@Suite(.enabled(if: CertificateAuthority.isAvailable, "needs the command line of OpenSSL 3"))
struct HandshakeTests {
    private static func request(_ url: String, _ method: HTTPMethod = .post) throws -> HTTPRequest {
        HTTPRequest(method: method, url: try #require(URL(string: url)))
    }

    private static func server(_ authority: CertificateAuthority) throws -> TLSServer {
        try TLSServer(authority) { _ in Peer.response(200, Array("here".utf8)) }
    }

    @Test(arguments: TransportKind.allCases)
    func unknownAuthorityIsNotTrusted(kind: TransportKind) async throws {
        let server = try Self.server(CertificateAuthority())
        let error = await transportError {
            try await kind.transport().send(Self.request(server.url), timeout: .seconds(600))
        }
        #expect(error?.kind == .notSent)
        #expect(error?.reason.hasPrefix("no TLS") == true)
        #expect(server.arrivals.isEmpty)
    }

    #if canImport(Glibc)
        @Test func ownAuthorityIsTrusted() async throws {
            let authority = try CertificateAuthority()
            let server = try Self.server(authority)
            let transport = try LibcurlTransport(certificateAuthorities: authority.certificate)
            // The server takes one connection at a time: the kept one is the last.
            for method in [HTTPMethod.post, .post, .get, .get] {
                let response = try await transport.send(Self.request(server.url, method), timeout: .seconds(600))
                #expect(response.text == "here")
            }
            #expect(server.arrivals.count == 4)
        }

        @Test func certificateOfAnotherHostIsNotTrusted() async throws {
            let authority = try CertificateAuthority(names: "DNS:other.example")
            let server = try Self.server(authority)
            let transport = try LibcurlTransport(certificateAuthorities: authority.certificate)
            let error = await transportError {
                try await transport.send(Self.request(server.url), timeout: .seconds(600))
            }
            #expect(error == TransportError(.notSent, "no TLS: the server's certificate is not trusted"))
            #expect(server.arrivals.isEmpty)
        }

        @Test func authoritiesThatCannotBeRead() async throws {
            let transport = try LibcurlTransport(certificateAuthorities: "/nowhere/authority.pem")
            let server = try Self.server(CertificateAuthority())
            let error = await transportError {
                try await transport.send(Self.request(server.url), timeout: .seconds(600))
            }
            #expect(error == TransportError(.notSent, "no TLS: the trusted certificates cannot be read"))
        }
    #endif
}

/// A server that takes connections and never answers the beginning of TLS.
@Suite struct EndlessHandshakeTests {
    private static func connected(
        _ kind: TransportKind, _ clock: ManualClock
    ) async throws -> (
        server: ScriptedServer, sending: Task<TransportError?, Never>
    ) {
        let server = try ScriptedServer { _, _ in .close }
        let transport = try kind.transport(clock: clock)
        let url = try #require(URL(string: "https://127.0.0.1:\(server.port)/"))
        let sending = Task {
            await transportError {
                try await transport.send(HTTPRequest(method: .post, url: url), timeout: .seconds(30))
            }
        }
        while server.connectionCount == 0 { await Task.yield() }
        return (server, sending)
    }

    /// URLSession does not tell how far it came.
    @Test(arguments: TransportKind.allCases)
    func cancelledBeforeARequestIsSent(kind: TransportKind) async throws {
        let (server, sending) = try await Self.connected(kind, ManualClock())
        sending.cancel()
        let expected =
            kind == .urlSession
            ? TransportError(.cancelled, "cancelled after sending began")
            : TransportError(.notSent, "cancelled before sending", isRetryable: false)
        #expect(await sending.value == expected)
        #expect(server.arrivals.isEmpty)
    }

    @Test(arguments: TransportKind.allCases)
    func deadlineBeforeARequestIsSent(kind: TransportKind) async throws {
        let clock = ManualClock()
        let (server, sending) = try await Self.connected(kind, clock)
        clock.advance(by: .seconds(30))
        let expected =
            kind == .urlSession
            ? TransportError(.deadline, "no answer in time") : TransportError(.notSent, "no connection in time")
        #expect(await sending.value == expected)
        #expect(server.arrivals.isEmpty)
    }
}
