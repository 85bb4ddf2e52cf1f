import Foundation
import HTTPTestSupport
import KurusRuntime
import PayoutSimulator
import Synchronization
import Testing

@Suite struct LoopbackServerTests {
    /// Answers with what it understood.
    private func echo(_ limits: ServerLimits = ServerLimits()) throws -> LoopbackServer {
        let server = try LoopbackServer(limits: limits) { request in
            let body = request.body.map { String(decoding: $0, as: UTF8.self) } ?? "none"
            return .answer(.text(200, "\(request.method) \(request.target) \(request.fields["X"] ?? "-") \(body)"))
        }
        server.start()
        return server
    }

    private func answering(_ delivery: Delivery, _ limits: ServerLimits = ServerLimits()) throws -> LoopbackServer {
        let server = try LoopbackServer(limits: limits) { _ in delivery }
        server.start()
        return server
    }

    private func exchange(_ server: LoopbackServer, _ pieces: [String]) async throws -> String? {
        try await blocking { [port = server.port] in
            let connection = try RawConnection(port: port)
            for piece in pieces {
                connection.send(piece)
            }
            connection.endSending()
            return connection.receiveToEnd()
        }
    }

    static let chunked = "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"

    @Test(arguments: [
        ("GET /a?b=%2F HTTP/1.1\r\nHost: h\r\nX:  y \t\r\n\r\n", "GET /a?b=%2F y none"),
        ("\r\n\r\nGET / HTTP/1.1\r\nhOST: h\r\n\r\n", "GET / - none"),
        ("GET http://elsewhere/p?q HTTP/1.1\r\nHost: h\r\n\r\n", "GET /p?q - none"),
        ("GET HTTP://elsewhere HTTP/1.1\r\nHost: h\r\n\r\n", "GET / - none"),
        ("GET / HTTP/1.0\r\n\r\n", "GET / - none"),
        ("GET / HTTP/1.1\r\nHost: h\r\nX: a\r\nX: b\r\n\r\n", "GET / a, b none"),
        ("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc", "POST /p - abc"),
        ("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n", "POST /p - "),
        ("GET /p HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\na", "GET /p - a"),
        (chunked + "3\r\nabc\r\n0\r\n\r\n", "POST /c - abc"),
        (chunked + "1;a=b\r\na\r\n00A\r\n0123456789\r\n0\r\nX: trailer\r\n\r\n", "POST /c - a0123456789"),
        (chunked + "0\r\n\r\n", "POST /c - "),
    ])
    func understandsARequestInWhateverPieces(request: String, echo text: String) async throws {
        let server = try echo()
        defer { server.stop() }
        for pieces in [[request], request.unicodeScalars.map { String($0) }] {
            let answer = try await exchange(server, pieces)
            #expect(answer?.hasPrefix("HTTP/1.1 200 OK\r\n") == true)
            #expect(answer?.hasSuffix("\r\n\r\n" + text) == true)
        }
    }

    @Test func keepsTheConnectionAndAnswersPipelinedRequestsInOrder() async throws {
        let server = try echo()
        defer { server.stop() }
        let requests = (0..<50).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }
        let answer = try await exchange(
            server, [requests.joined(), "GET /last HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n"])
        let answered = answer?.components(separatedBy: "GET ").dropFirst().map { $0.prefix { $0 != " " } } ?? []
        #expect(answered.map(String.init) == (0..<50).map { "/\($0)" } + ["/last"])
        #expect(answer?.components(separatedBy: "Connection: close").count == 2)
    }

    @Test func answersHeadWithoutContent() async throws {
        let server = try echo()
        defer { server.stop() }
        let answer = try await exchange(server, ["HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n"])
        #expect(answer?.contains("Content-Length: 14\r\n") == true)
        #expect(answer?.hasSuffix("\r\n\r\n") == true)
    }

    @Test func tellsAClientThatWaitsToSendItsContent() async throws {
        let server = try echo()
        defer { server.stop() }
        let answer = try await blocking { [port = server.port] in
            let connection = try RawConnection(port: port)
            connection.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n")
            let interim = connection.receive(through: "\r\n\r\n")
            connection.send("abc")
            return [interim, connection.receiveResponse()?.content]
        }
        #expect(answer == ["HTTP/1.1 100 Continue\r\n\r\n", "POST / - abc"])
    }

    @Test func takesAContentAsLargeAsTheLimitInBothDirections() async throws {
        let server = try echo(ServerLimits(body: 3_000_000))
        defer { server.stop() }
        let content = String(repeating: "x", count: 3_000_000)
        let head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n"
        let answer = try await exchange(server, [head, content])
        #expect(answer?.hasSuffix(" - " + content) == true)
    }

    @Test func aSlowRequestIsAnswered408() async throws {
        let server = try echo(ServerLimits(exchange: .milliseconds(30)))
        defer { server.stop() }
        for start in ["G", "GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab"] {
            let answer = try await blocking { [port = server.port] in
                let connection = try RawConnection(port: port)
                connection.send(start)
                return connection.receiveToEnd()
            }
            #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true)
        }
    }

    @Test func anIdleConnectionEnds() async throws {
        let server = try echo(ServerLimits(idle: .milliseconds(30)))
        defer { server.stop() }
        let ends = try await blocking { [port = server.port] in
            [try RawConnection(port: port).receiveToEnd(), try Self.answered(port)?.receiveToEnd()]
        }
        #expect(ends == ["", ""])
    }

    /// A connection that had its first answer; on a busy machine one may be ended as idle before its request comes.
    private static func answered(_ port: UInt16) throws -> RawConnection? {
        for _ in 0..<1_000 {
            let connection = try RawConnection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            if connection.receiveResponse() != nil { return connection }
        }
        return nil
    }

    @Test func aDroppedAnswerIsNotAByte() async throws {
        let server = try answering(.dropped)
        defer { server.stop() }
        #expect(try await exchange(server, ["GET / HTTP/1.1\r\nHost: h\r\n\r\n"]) == "")
    }

    @Test(arguments: ["", "x", "0123456789"])
    func aTruncatedAnswerPromisesMoreThanItHas(content: String) async throws {
        let server = try answering(.truncated(.text(200, content)))
        defer { server.stop() }
        let answer = try #require(try await exchange(server, ["GET / HTTP/1.1\r\nHost: h\r\n\r\n"]))
        let whole = ["", "x", "0123456789"].contains(content) ? content.utf8.count : 0
        let parts = answer.components(separatedBy: "\r\n\r\n")
        #expect(answer.contains("Content-Length: \(whole)\r\n"))
        #expect(parts.count == 1 || parts[1].utf8.count == whole / 2)
        #expect(parts.count == 2 || content.isEmpty)
    }

    @Test func anAnswerThatIsTooLateComesAfterTheSilence() async throws {
        let server = try answering(.tooLate(.text(200, "late")), ServerLimits(silence: .milliseconds(30)))
        defer { server.stop() }
        let start = ContinuousClock.now
        let answer = try await blocking { [port = server.port] in
            let connection = try RawConnection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            return connection.receiveToEnd()
        }
        #expect(answer?.hasSuffix("late") == true)
        #expect(ContinuousClock.now - start >= .milliseconds(30))
    }

    @Test func withoutAnAnswerTheSilenceJustEnds() async throws {
        let server = try answering(.tooLate(nil), ServerLimits(silence: .milliseconds(30)))
        defer { server.stop() }
        let answer = try await blocking { [port = server.port] in
            let connection = try RawConnection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            return connection.receiveToEnd()
        }
        #expect(answer == "")
    }

    /// Writing to a connection that was closed would end the process with SIGPIPE.
    @Test func outlivesClientsThatLeave() async throws {
        let large = HTTPResponse(status: 200, body: [UInt8](repeating: 0x78, count: 4_000_000))
        let server = try answering(.answer(large))
        defer { server.stop() }
        try await blocking { [port = server.port] in
            for _ in 0..<50 {
                let connection = try RawConnection(port: port)
                connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n")
            }
        }
        let length = try await exchange(server, ["GET / HTTP/1.1\r\nHost: h\r\n\r\n"])?.utf8.count ?? 0
        #expect(length > 4_000_000)
    }

    @Test func moreConnectionsThanTheLimitWait() async throws {
        let server = try echo(ServerLimits(connections: 2))
        defer { server.stop() }
        let third = try await blocking { [port = server.port] in
            var connections = try (0..<3).map { _ in try RawConnection(port: port) }
            for connection in connections {
                connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            }
            _ = connections[0].receiveResponse()
            connections.removeFirst()
            return connections[1].receiveResponse()?.content
        }
        #expect(third == "GET / - none")
    }

    @Test func stoppingEndsConnectionsAndWaitsForRequests() async throws {
        let (begun, beginning) = AsyncStream<Void>.makeStream()
        let carriedOut = Mutex(false)
        let server = try LoopbackServer { _ in
            beginning.yield()
            await Task.yield()
            carriedOut.withLock { $0 = true }
            return .answer(.empty(200))
        }
        server.start()
        let port = server.port
        async let answer = blocking { () -> String? in
            let connection = try RawConnection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            return connection.receiveToEnd()
        }
        _ = await begun.first { _ in true }
        try await blocking { server.stop() }
        #expect(carriedOut.withLock { $0 })
        #expect(try await answer != nil)
        server.stop()
    }

    /// Another test's server may take the port right after the end: several servers are tried.
    @Test func aStoppedServerRefusesConnections() async throws {
        let isRefused = try await blocking { [self] in
            try (1...8).contains { _ in
                let server = try echo()
                server.stop()
                return (try? RawConnection(port: server.port)) == nil
            }
        }
        #expect(isRefused)
    }

    @Test func aPortIsTakenOnce() throws {
        let server = try echo()
        defer { server.stop() }
        let error = #expect(throws: ServerFailure.self) { try LoopbackServer(port: server.port) { _ in .dropped } }
        #expect(error?.description.contains("port \(server.port)") == true)
    }

    @Test func aServerThatIsNeverStartedGivesItsPortBack() throws {
        var first: LoopbackServer? = try LoopbackServer { _ in .dropped }
        let port = try #require(first?.port)
        first = nil
        let second = try LoopbackServer(port: port) { _ in .dropped }
        #expect(second.port == port)
    }
}
