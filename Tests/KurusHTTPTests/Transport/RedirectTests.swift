import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

@Suite struct RedirectTests {
    /// A server that redirects everything but `/end` to the location in the query.
    private func server(_ status: Int, to location: String) throws -> ScriptedServer {
        try ScriptedServer { arrival, peer in
            if arrival.line.hasSuffix("/end") {
                peer.answer(200, "end")
            } else {
                peer.answer(status, "moved", fields: ["Location: \(location)"])
            }
            return .keep
        }
    }

    @Test(arguments: TransportKind.allCases, [301, 302, 303, 307, 308])
    func safeRequestsAreFollowed(kind: TransportKind, status: Int) async throws {
        let transport = try kind.transport()
        let server = try server(status, to: "/end")
        let get = try await transport.send(
            .to(server, "/start", fields: ["Authorization": "a"]), timeout: .seconds(600))
        #expect(get.text == "end")
        let post = try await transport.send(.post(server, "/start", isSafe: true), timeout: .seconds(600))
        #expect(post.text == "end")
        let again = status == 303 ? "GET /end" : "POST /end"
        #expect(server.arrivals.map(\.line) == ["GET /start", "GET /end", "POST /start", again])
        #expect(server.arrivals[1].values(of: "Authorization") == ["a"])
        #expect(server.arrivals[3].body == (status == 303 ? [] : Array(#"{"a":1}"#.utf8)))
        #expect(server.arrivals[3].values(of: "Content-Type") == (status == 303 ? [] : ["application/json"]))
    }

    @Test(arguments: TransportKind.allCases, [301, 302, 303, 307, 308])
    func unsafeRequestsAreNot(kind: TransportKind, status: Int) async throws {
        let transport = try kind.transport()
        let server = try server(status, to: "/end")
        let response = try await transport.send(.post(server, "/start"), timeout: .seconds(600))
        #expect(response.status == status)
        #expect(response.fields["Location"] == "/end")
        #expect(response.text == "moved")
        #expect(server.arrivals.map(\.line) == ["POST /start"])
    }

    @Test(arguments: TransportKind.allCases) func anotherHostIsNeverAsked(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let other = try ScriptedServer { _, peer in
            peer.answer(200, "other")
            return .keep
        }
        let locations = [
            other.url + "/end", "//127.0.0.1:\(other.port)/end", "http://localhost:\(other.port)/end",
            "https://127.0.0.1:\(other.port)/end", "//host.invalid/end", "//user:pw@host.invalid/end",
        ]
        for location in locations {
            let server = try server(302, to: location)
            let response = try await transport.send(.to(server, "/start"), timeout: .seconds(600))
            #expect(response.status == 302, "\(location)")
            #expect(server.arrivals.count == 1)
        }
        #expect(other.connectionCount == 0)
    }

    @Test(arguments: TransportKind.allCases, ["", "http://[", "mailto:a@b", "ftp://127.0.0.1/", "?%", "//", "::"])
    func placesThatAreNoneEndTheWay(kind: TransportKind, location: String) async throws {
        let transport = try kind.transport()
        let server = try server(302, to: location)
        let response = try await transport.send(.to(server, "/start"), timeout: .seconds(600))
        #expect(response.status == 302)
    }

    @Test(arguments: TransportKind.allCases) func sameOriginInOtherWords(kind: TransportKind) async throws {
        let transport = try kind.transport()
        for location in ["http://127.0.0.1:PORT/a/end", "//127.0.0.1:PORT/a/end", "end", "./end", "../a/end#x"] {
            let place = location
            let server = try ScriptedServer { arrival, peer in
                if arrival.line == "GET /a/end" {
                    peer.answer(200, "end")
                } else {
                    let port = arrival.values(of: "Host").first?.split(separator: ":").last ?? ""
                    peer.answer(302, fields: ["Location: \(place.replacing("PORT", with: port))"])
                }
                return .keep
            }
            let response = try await transport.send(.to(server, "/a/start"), timeout: .seconds(600))
            #expect(response.text == "end", "\(location)")
        }
    }

    @Test(arguments: TransportKind.allCases) func endlessRedirectsEnd(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try server(302, to: "/again")
        let response = try await transport.send(.to(server, "/start"), timeout: .seconds(600))
        #expect(response.status == 302)
        #expect(server.arrivals.count == 6)
    }
}
