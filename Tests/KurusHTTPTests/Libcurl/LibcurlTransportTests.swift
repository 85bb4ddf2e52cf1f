#if canImport(Glibc)
    import Foundation
    import Glibc
    import HTTPTestSupport
    import KurusHTTP
    import KurusTransport
    import Testing

    /// Tests of libcurl only.
    @Suite struct LibcurlTransportTests {
        private static func server() throws -> ScriptedServer {
            try ScriptedServer { _, peer in
                peer.answer(200)
                return .keep
            }
        }

        /// The fields that are given, and no others but those that frame the message and name what can be decoded.
        @Test(arguments: [HTTPMethod.get, .post, .put, .delete, .options])
        func fieldsAreThoseGiven(method: HTTPMethod) async throws {
            let server = try Self.server()
            let body = method == .get ? nil : String(repeating: "x", count: 2_000_000)
            let fields: HTTPFields = [
                "X-One": " padded\t", "x-one": "2", "X-Empty": "", "X-Space": "  ", "Cookie": "a=1",
            ]
            var request = try HTTPRequest.to(server, method: method, fields: fields, body: body)
            request.fields.append("Cookie", "b=2")
            if body != nil { request.fields.append("Content-Type", "text/plain") }
            _ = try await LibcurlTransport().send(request, timeout: .seconds(600))
            let lines = try #require(server.arrivals.first).head.components(separatedBy: "\r\n")
            #expect(lines[0] == "\(method) / HTTP/1.1")
            let own = lines.dropFirst().filter { !$0.hasPrefix("Host: ") && !$0.hasPrefix("Accept-Encoding: ") }
            let given = ["X-One: padded", "x-one: 2", "X-Empty:", "X-Space:", "Cookie: a=1; b=2"]
            let content = body == nil ? [] : ["Content-Type: text/plain", "Content-Length: 2000000"]
            #expect(own.sorted() == (given + content).sorted())
            #expect(lines.count == own.count + 3)
        }

        /// RFC 9110 §8.6.
        @Test(arguments: [(HTTPMethod.post, ["0"]), (.put, ["0"]), (.patch, ["0"]), (.delete, []), (.options, [])])
        func lengthOfNoContent(method: HTTPMethod, lengths: [String]) async throws {
            let server = try Self.server()
            _ = try await LibcurlTransport().send(.to(server, method: method), timeout: .seconds(600))
            #expect(server.arrivals.map { $0.values(of: "Content-Length") } == [lengths])
        }

        @Test(arguments: ["identity", "gzip"])
        func acceptedEncodingIsTheCallersToChoose(coding: String) async throws {
            let server = try Self.server()
            let request = try HTTPRequest.to(server, fields: ["Accept-Encoding": coding, "Accept": "a/b"])
            _ = try await LibcurlTransport().send(request, timeout: .seconds(600))
            #expect(server.arrivals.map { $0.values(of: "Accept-Encoding") } == [[coding]])
            #expect(server.arrivals.map { $0.values(of: "Accept") } == [["a/b"]])
        }

        @Test func trailersAreNoFields() async throws {
            let server = try ScriptedServer { _, peer in
                peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Late\r\n\r\n")
                peer.write("2\r\nab\r\n0\r\nX-Late: 1\r\n\r\n")
                return .keep
            }
            let response = try await LibcurlTransport().send(.to(server), timeout: .seconds(600))
            #expect(response.text == "ab")
            #expect(!response.fields.contains("X-Late"))
        }

        @Test func addressOfVersion6() async throws {
            let url = try #require(URL(string: "http://[::1]:1/"))
            let error = await transportError {
                try await LibcurlTransport().send(HTTPRequest(method: .post, url: url), timeout: .seconds(600))
            }
            #expect(error == TransportError(.notSent, "no connection"))
        }

        /// The thread and its connections go with the transport.
        @Test func nothingIsLeftOfATransportThatIsGone() async throws {
            let closed = AsyncStream.makeStream(of: Void.self)
            let server = try ScriptedServer { _, peer in
                peer.answer(200)
                peer.waitForClose()
                closed.continuation.yield()
                return .close
            }
            _ = try await LibcurlTransport().send(.to(server), timeout: .seconds(600))
            var iterator = closed.stream.makeAsyncIterator()
            await iterator.next()
        }

        /// In processes of their own, since they change the environment. A proxy learns the host and nothing else.
        @Test func proxyOfTheEnvironment() async {
            await #expect(processExitsWith: .success) {
                let proxy = try ScriptedServer { _, peer in
                    peer.answer(407, fields: ["Proxy-Authenticate: Basic realm=\"a\""])
                    return .close
                }
                for name in ["https_proxy", "http_proxy", "all_proxy"] { setenv(name, proxy.url, 1) }
                unsetenv("no_proxy")
                let url = try #require(URL(string: "https://api.example.com/v1?planted=1"))
                let fields: HTTPFields = ["Authorization": "planted", "Content-Type": "a/b"]
                let request = HTTPRequest(method: .post, url: url, fields: fields, body: Array("planted".utf8))
                let error = await transportError {
                    try await LibcurlTransport().send(request, timeout: .seconds(600))
                }
                #expect(error == TransportError(.notSent, "no connection through the proxy"))
                #expect(proxy.arrivals.map(\.line) == ["CONNECT api.example.com:443"])
                #expect(proxy.arrivals.allSatisfy { !$0.head.contains("planted") })
            }
        }

        @Test func thisMachineIsNeverReachedByAProxy() async {
            await #expect(processExitsWith: .success) {
                let proxy = try ScriptedServer { _, peer in
                    peer.answer(502)
                    return .close
                }
                for name in ["https_proxy", "http_proxy", "all_proxy"] { setenv(name, proxy.url, 1) }
                let server = try Self.server()
                let transport = try LibcurlTransport()
                #expect(try await transport.send(.to(server), timeout: .seconds(600)).status == 200)
                let silent = try ScriptedServer(greeting: "")
                let url = try #require(URL(string: "https://localhost:\(silent.port)/"))
                _ = await transportError {
                    try await transport.send(HTTPRequest(method: .get, url: url), timeout: .seconds(600))
                }
                #expect(proxy.connectionCount == 0)
            }
        }

        /// While another thread works for half a second, a transport that waits must not.
        @Test func waitingTakesNoProcessorTime() async {
            await #expect(processExitsWith: .success) {
                let arrived = AsyncStream.makeStream(of: Void.self)
                let release = DispatchSemaphore(value: 0)
                let server = try ScriptedServer { _, peer in
                    arrived.continuation.yield()
                    release.wait()
                    peer.answer(200)
                    return .keep
                }
                let transport = try LibcurlTransport()
                async let response = transport.send(.post(server), timeout: .seconds(600))
                var arrivals = arrived.stream.makeAsyncIterator()
                await arrivals.next()
                let spent = try await blocking {
                    let start = (Self.time(CLOCK_PROCESS_CPUTIME_ID), Self.time(CLOCK_THREAD_CPUTIME_ID))
                    while Self.time(CLOCK_THREAD_CPUTIME_ID) - start.1 < .milliseconds(500) {}
                    let own = Self.time(CLOCK_THREAD_CPUTIME_ID) - start.1
                    return Self.time(CLOCK_PROCESS_CPUTIME_ID) - start.0 - own
                }
                release.signal()
                #expect(try await response.status == 200)
                #expect(spent < .milliseconds(50))
            }
        }

        private static func time(_ clock: clockid_t) -> Duration {
            var time = timespec()
            clock_gettime(clock, &time)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }
    }
#endif
