import HTTPTestSupport
import IyzicoMassPayoutAPI
import KurusRuntime
import KurusTransport
import Testing

/// The requests of the generated client that arrive at a server, over real sockets.
@Suite struct WireTests {
    private static let balance = #"{"status":"success","balance":1}"#

    private func client(_ server: ScriptedServer, retry: RetryPolicy = .none) -> IyzicoMassPayoutClient {
        IyzicoMassPayoutClient(
            APIClient(
                server: APIServer(server.url), transport: PlatformTransport(), timeout: .seconds(600),
                deadline: .seconds(600), retry: retry, clock: ManualClock(passesSleep: true)))
    }

    /// The calls that change something, each with the start of its path.
    private static let writes: [(path: String, call: @Sendable (IyzicoMassPayoutClient) async throws -> Void)] = [
        (
            "/v1/mass/payout/auth",
            { _ = try await $0.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: "r")) }
        ),
        ("/v1/mass/payout/cancel/r", { _ = try await $0.cancel(requestId: "r", locale: .en) }),
        (
            "/v1/mass/payout/init",
            {
                let body = MassPayoutInitializeRequest(externalId: "e", conversationId: "c", items: [])
                _ = try await $0.initialize(locale: .en, body: body)
            }
        ),
    ]

    @Test(arguments: writes.indices, [ScriptedServer.Ending.close, .reset])
    func writeArrivesOnceAtAServerThatReadsAndCloses(index: Int, ending: ScriptedServer.Ending) async throws {
        let write = Self.writes[index]
        let server = try ScriptedServer { arrival, peer in
            guard arrival.line.hasPrefix("GET") else { return ending }
            peer.answer(200, Self.balance)
            return .keep
        }
        // The read before leaves a warm connection, on which URLSession would send a POST again.
        let client = client(server, retry: .standard)
        for round in 1...5 {
            _ = try await client.getBalance(locale: .en)
            let error = await #expect(throws: APIError.self) { try await write.call(client) }
            guard case .outcomeUnknown(let unknown)? = error, case .transport = unknown.cause else {
                Issue.record("\(String(describing: error))")
                return
            }
            let arrived = server.arrivals.map(\.line).filter { $0.hasPrefix("POST \(write.path)?") }
            #expect(arrived.count == round)
        }
        #expect(server.arrivals.count == 10)
    }

    @Test(arguments: writes.indices)
    func answeredWriteArrivesOnce(index: Int) async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(200, #"{"status":"success"}"#)
            return .keep
        }
        try await Self.writes[index].call(client(server, retry: .standard))
        #expect(server.arrivals.count == 1)
    }

    @Test(arguments: [408, 429, 502, 503, 504])
    func writeIsNotRetriedByItself(status: Int) async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(status, fields: ["Retry-After: 0"])
            return .keep
        }
        for write in Self.writes {
            await #expect(throws: APIError.self) { try await write.call(client(server, retry: .standard)) }
        }
        #expect(server.arrivals.count == 3)
    }

    @Test func readByPostIsRetried() async throws {
        let server = try ScriptedServer { _, peer in
            if peer.number == 1 { return .close }
            peer.answer(200, #"{"status":"success"}"#)
            return .keep
        }
        let body = MassPayoutRetrieveRequest(requestId: "r", page: 0, size: 10)
        _ = try await client(server, retry: .standard).retrieve(locale: .en, body: body)
        #expect(server.arrivals.count >= 2)
        #expect(Set(server.arrivals.map(\.body)).count == 1)
    }

    @Test func unauthorizedWithAChallengeIsRefused() async throws {
        let content = #"{"status":"failure","errorCode":"1000"}"#
        let server = try ScriptedServer { _, peer in
            peer.answer(401, content, fields: ["WWW-Authenticate: Basic realm=\"iyzico\""])
            return .keep
        }
        for write in Self.writes {
            let error = await #expect(throws: APIError.self) { try await write.call(client(server)) }
            #expect(error?.refusal?.status == 401)
            #expect(error?.refusal?.text() == content)
        }
        #expect(server.arrivals.count == 3)
    }
}
