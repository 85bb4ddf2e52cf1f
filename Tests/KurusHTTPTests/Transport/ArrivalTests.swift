import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

/// The requests that arrive at a server over real sockets, and how often.
@Suite struct ArrivalTests {
    /// On a connection that was used before, URLSession on Linux sends such a request again by itself.
    @Test(arguments: TransportKind.allCases, [ScriptedServer.Ending.close, .reset])
    func unsafeRequestArrivesOnceAtAServerThatReadsAndCloses(
        kind: TransportKind, ending: ScriptedServer.Ending
    ) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { arrival, peer in
            if arrival.line.hasPrefix("POST") { return ending }
            peer.answer(200)
            return .keep
        }
        for number in 1...20 {
            let warm = try await transport.send(.to(server, "/warm/\(number)"), timeout: .seconds(600))
            #expect(warm.status == 200)
            let request = try HTTPRequest.post(server, "/pay/\(number)")
            let error = await transportError { try await transport.send(request, timeout: .seconds(600)) }
            #expect(error?.kind == .interrupted)
        }
        let posts = server.arrivals.map(\.line).filter { $0.hasPrefix("POST") }
        #expect(posts == (1...20).map { "POST /pay/\($0)" })
    }

    /// Requests that change something or have content pay for a connection of their own.
    @Test(arguments: TransportKind.allCases) func safeRequestsShareAConnection(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, peer in
            peer.answer(200)
            return .keep
        }
        for _ in 1...5 { _ = try await transport.send(.to(server), timeout: .seconds(600)) }
        #expect(server.connectionCount == 1)
        for _ in 1...5 { _ = try await transport.send(.post(server), timeout: .seconds(600)) }
        #expect(server.connectionCount == 6)
        _ = try await transport.send(.post(server, isSafe: true), timeout: .seconds(600))
        _ = try await transport.send(.to(server, isSafe: false), timeout: .seconds(600))
        _ = try await transport.send(.to(server, method: .post, isSafe: true), timeout: .seconds(600))
        #expect(server.connectionCount == 9)
        _ = try await transport.send(.to(server, method: .head), timeout: .seconds(600))
        #expect(server.connectionCount == 9)
    }

    @Test(arguments: TransportKind.allCases) func requestArrivesAsItWasSigned(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, peer in
            peer.answer(200)
            return .keep
        }
        let content = "{\"name\":\"Şule\", \"value\": 20.00000000}\n\0"
        let fields: HTTPFields = [
            "Content-Type": "application/json", "Authorization": "IYZWSv2 YWJj", "x-iyzi-rnd": "123",
            "X-Empty": "", "Cookie": "a=1", "X-Twice": "1", "x-twice": "2",
        ]
        let target = "/v1/a%2Fb/%C5%9F;x=1,2/~!$&'()*+?locale=tr&q=%41+b&e=&r=a/b?c"
        let request = try HTTPRequest.to(server, target, method: .post, fields: fields, body: content)
        _ = try await transport.send(request, timeout: .seconds(600))
        let arrival = try #require(server.arrivals.first)
        #expect(arrival.line == "POST \(target)")
        #expect(arrival.body == Array(content.utf8))
        for name in ["Content-Type", "Authorization", "x-iyzi-rnd", "X-Empty", "Cookie"] as [HTTPFieldName] {
            #expect(arrival.values(of: name.text) == fields.values(of: name), "\(name)")
        }
        // URLRequest has one line a name.
        #expect(arrival.values(of: "X-Twice") == (kind == .urlSession ? ["1, 2"] : ["1", "2"]))
        #expect(arrival.values(of: "Content-Length") == ["\(content.utf8.count)"])
        for name in ["Transfer-Encoding", "Expect"] { #expect(arrival.values(of: name) == []) }
    }

    @Test(arguments: TransportKind.allCases) func largeContentArrivesWhole(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, peer in
            peer.answer(200)
            return .keep
        }
        let content = String(repeating: "0123456789abcdef", count: 300_000)
        let fields: HTTPFields = ["Content-Type": "application/json"]
        let request = try HTTPRequest.to(server, method: .post, fields: fields, body: content)
        _ = try await transport.send(request, timeout: .seconds(600))
        #expect(server.arrivals.map(\.body) == [Array(content.utf8)])
    }

    @Test(arguments: TransportKind.allCases, [HTTPMethod.post, .put, .patch, .delete])
    func requestWithoutContentHasNoType(kind: TransportKind, method: HTTPMethod) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, peer in
            peer.answer(200)
            return .keep
        }
        _ = try await transport.send(.to(server, method: method), timeout: .seconds(600))
        let arrival = try #require(server.arrivals.first)
        #expect(arrival.line == "\(method) /")
        #expect(arrival.body == [])
        #expect(arrival.values(of: "Content-Type") == [])
        #expect(arrival.values(of: "Content-Length") == ["0"] || arrival.values(of: "Content-Length") == [])
    }

    @Test(arguments: TransportKind.allCases) func cookiesAreNotKept(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, peer in
            peer.answer(200, fields: ["Set-Cookie: session=planted; Path=/"])
            return .keep
        }
        for _ in 1...2 { _ = try await transport.send(.to(server), timeout: .seconds(600)) }
        _ = try await transport.send(.post(server), timeout: .seconds(600))
        #expect(server.arrivals.count == 3)
        #expect(server.arrivals.allSatisfy { $0.values(of: "Cookie") == [] })
    }

    @Test(arguments: TransportKind.allCases) func answersAreNotCached(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, peer in
            peer.answer(200, fields: ["Cache-Control: max-age=3600", "ETag: \"a\""])
            return .keep
        }
        for _ in 1...3 { _ = try await transport.send(.to(server), timeout: .seconds(600)) }
        #expect(server.arrivals.count == 3)
    }
}
