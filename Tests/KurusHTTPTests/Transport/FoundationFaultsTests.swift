import Foundation
import HTTPTestSupport
import KurusHTTP
import KurusTransport
import Testing

/// The faults of FoundationNetworking on Linux (Swift 6.3.1), which no other transport may have. A Foundation that has mended
/// one fails the test of it here: then its documentation is due.
@Suite struct FoundationFaultsTests {
    private static let sound = TransportKind.allCases.filter { !$0.hasFaultsOfFoundation }

    private static let halfHeads = [
        "H", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n",
    ]

    private static func server(_ text: String) throws -> ScriptedServer {
        try ScriptedServer { _, peer in
            peer.write(text)
            return .close
        }
    }

    @Test(arguments: sound, halfHeads)
    func headThatEndsInTheMiddle(kind: TransportKind, text: String) async throws {
        let server = try Self.server(text)
        let transport = try kind.transport()
        for request in [try HTTPRequest.to(server), try .post(server)] {
            let error = await transportError { try await transport.send(request, timeout: .seconds(600)) }
            #expect(error?.kind == .interrupted)
        }
    }

    @Test(arguments: sound)
    func redirectToAHostThatFoundationCannotSpell(kind: TransportKind) async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(302, "moved", fields: ["Location: //[::1]/"])
            return .keep
        }
        let response = try await kind.transport().send(.to(server), timeout: .seconds(600))
        #expect(response.status == 302)
        #expect(response.text == "moved")
    }

    /// Of a redirect that is followed, and of one that is the answer.
    @Test(arguments: sound, ["/end", "https://host.invalid/"])
    func contentOfARedirectIsCounted(kind: TransportKind, location: String) async throws {
        let server = try ScriptedServer { _, peer in
            peer.write("HTTP/1.1 302 Found\r\nLocation: \(location)\r\n\r\n")
            let block = [UInt8](repeating: 0x78, count: 10_000)
            while peer.write(block) {}
            return .close
        }
        let transport = try kind.transport(responseSizeLimit: 100_000)
        let error = await transportError { try await transport.send(.to(server), timeout: .seconds(600)) }
        #expect(error?.reason == "the response is larger than the limit")
    }

    #if canImport(FoundationNetworking)
        @Test func headThatEndsInTheMiddleEndsTheProcess() async {
            await #expect(processExitsWith: .failure) {
                let server = try Self.server("HTTP/1.1 200 OK\r\nContent-Le")
                _ = try? await URLSessionTransport().send(.to(server), timeout: .seconds(600))
            }
        }

        @Test func redirectToAHostThatFoundationCannotSpellEndsTheProcess() async {
            await #expect(processExitsWith: .failure) {
                let server = try ScriptedServer { _, peer in
                    peer.answer(302, fields: ["Location: //[::1]/"])
                    return .keep
                }
                _ = try? await URLSessionTransport().send(.to(server), timeout: .seconds(600))
            }
        }
    #endif
}
