import Foundation
import HTTPTestSupport
import KurusRuntime
import PayoutSimulator
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Each in a process of its own, since they count its descriptors and set limits to them.
@Suite struct ManyConnectionsTests {
    static let request = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    static func server() throws -> LoopbackServer {
        let server = try LoopbackServer { _ in .answer(.text(200, "served")) }
        server.start()
        return server
    }

    static func openDescriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count
    }

    static func limitDescriptors(to count: Int) {
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        getrlimit(resource, &limit)
        limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
        setrlimit(resource, &limit)
    }

    @Test func aThousandConnectionsAreServedAndGivenBack() async {
        await #expect(processExitsWith: .success) {
            Self.limitDescriptors(to: 4_096)
            let server = try Self.server()
            let before = try Self.openDescriptors()
            for _ in 0..<2 {
                let served = try await blocking { [port = server.port] in
                    let connections = try (0..<1_000).map { _ in try RawConnection(port: port) }
                    connections.forEach { $0.send(Self.request) }
                    return connections.count { $0.receiveResponse()?.content == "served" }
                }
                #expect(served == 1_000)
            }
            // The answer to one more request shows that the server has seen the others end.
            let last = try await blocking { [port = server.port] in
                let connection = try RawConnection(port: port)
                connection.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                connection.endSending()
                return connection.receiveToEnd()
            }
            #expect(last?.hasSuffix("served") == true)
            server.stop()
            // Two thousand would be left if they leaked; a few are opened by the system's own libraries meanwhile.
            #expect(try Self.openDescriptors() < before + 100)
        }
    }

    /// Takes every descriptor, so that the server has none for its end of the last connection; a request on another one
    /// shows that the server continues, and has tried.
    @Test func withoutDescriptorsConnectionsWait() async {
        await #expect(processExitsWith: .success) {
            Self.limitDescriptors(to: 256)
            let server = try Self.server()
            let served = try await blocking { [port = server.port] in
                let early = try RawConnection(port: port)
                early.send(Self.request)
                var answers = [early.receiveResponse()?.content]
                var taken: [Int32] = []
                while case let descriptor = open("/dev/null", O_RDONLY), descriptor != -1 { taken.append(descriptor) }
                close(taken.removeLast())
                let late = try RawConnection(port: port)
                late.send(Self.request)
                early.send(Self.request)
                answers.append(early.receiveResponse()?.content)
                taken.forEach { close($0) }
                answers.append(late.receiveResponse()?.content)
                return answers
            }
            #expect(served == ["served", "served", "served"])
            server.stop()
        }
    }
}
