import HTTPTestSupport
import KurusHTTP
import Testing

@testable import KurusTransport

@Suite struct PlatformTransportTests {
    @Test func sendsAndNamesItsLibrary() async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(200, "here")
            return .keep
        }
        let transport = PlatformTransport()
        #expect(try await transport.send(.to(server), timeout: .seconds(600)).text == "here")
        #if canImport(Glibc)
            #expect(transport.library.hasPrefix("libcurl "))
        #else
            #expect(transport.library == "URLSession")
        #endif
        #expect(transport.note == nil)
        #expect("\(transport)" == "PlatformTransport (\(transport.library))")
    }

    #if canImport(Glibc)
        @Test func fallsBackToURLSessionWithANote() async throws {
            let server = try ScriptedServer { _, peer in
                peer.answer(200, "here")
                return .keep
            }
            let transport = PlatformTransport(libcurl: .failure(LibcurlUnavailable("libcurl.so.4 is not installed")))
            #expect(try await transport.send(.to(server), timeout: .seconds(600)).text == "here")
            #expect(transport.library == "URLSession")
            #expect(
                transport.note == """
                    requests are sent with URLSession, which keeps a processor busy while it waits: \
                    libcurl.so.4 is not installed
                    """)
        }
    #endif
}
