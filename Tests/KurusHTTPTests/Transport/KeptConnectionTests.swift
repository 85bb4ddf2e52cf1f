import HTTPTestSupport
import KurusHTTP
import Synchronization
import Testing

/// A server that closes a connection under the second request that comes over it.
@Suite struct KeptConnectionTests {
    private static func server() throws -> ScriptedServer {
        let seen = Mutex<Set<Int>>([])
        return try ScriptedServer { _, peer in
            guard seen.withLock({ $0.insert(peer.number).inserted }) else { return .close }
            peer.answer(200, "answer")
            return .keep
        }
    }

    /// Sent again by the library, which is what RFC 9110 §9.2.2 allows for these methods.
    @Test(arguments: TransportKind.allCases, [HTTPMethod.get, .head])
    func readIsAnsweredOverAnotherConnection(kind: TransportKind, method: HTTPMethod) async throws {
        let server = try Self.server()
        let transport = try kind.transport()
        for _ in 1...3 {
            let response = try await transport.send(.to(server, method: method), timeout: .seconds(600))
            #expect(response.status == 200)
        }
        #expect(server.arrivals.count == server.connectionCount + 2)
    }

    /// URLSession sent the head of such a request again without its content, and waited.
    @Test(arguments: TransportKind.allCases)
    func readWithContentIsAnswered(kind: TransportKind) async throws {
        let server = try Self.server()
        let transport = try kind.transport()
        for _ in 1...3 {
            _ = try await transport.send(.to(server), timeout: .seconds(600))
            let response = try await transport.send(.post(server, isSafe: true), timeout: .seconds(600))
            #expect(response.text == "answer")
        }
        let posts = server.arrivals.filter { $0.line.hasPrefix("POST") }
        #expect(posts.map(\.body) == Array(repeating: Array(#"{"a":1}"#.utf8), count: 3))
    }
}
