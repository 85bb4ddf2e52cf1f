import Foundation
import HTTPTestSupport
import KurusHTTP
import Synchronization
import Testing

@testable import kurus

/// How long, and how often, a page is asked for.
struct PageFetchTests {
    /// Answers from memory, and keeps what it was asked.
    private final class ScriptedTransport: HTTPTransport {
        private let answer: @Sendable (HTTPRequest) -> HTTPResponse
        private let asked = Mutex<[(request: HTTPRequest, timeout: Duration)]>([])

        init(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
            self.answer = answer
        }

        var requests: [HTTPRequest] { asked.withLock { $0.map(\.request) } }
        var timeouts: [Duration] { asked.withLock { $0.map(\.timeout) } }

        func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
            asked.withLock { $0.append((request, timeout)) }
            return answer(request)
        }
    }

    private func reason(_ fetch: PageFetch, _ text: String, unless tag: String? = nil) async throws -> String {
        let address = try #require(PageAddress(text))
        do throws(PageFetch.Failure) {
            _ = try await fetch.page(at: address, unless: tag)
            return "fetched"
        } catch {
            return error.reason
        }
    }

    @Test func asksForWhatIsNotKnown() async throws {
        let transport = ScriptedTransport { _ in HTTPResponse(status: 304) }
        let fetch = PageFetch(transport: transport, now: { .zero })
        #expect(try await reason(fetch, "https://example.com/a.md", unless: "\"1\"") == "fetched")
        #expect(try await reason(fetch, "https://example.com/a.md") == "the answer has status 304")
        #expect(transport.requests.map { $0.fields["If-None-Match"] } == ["\"1\"", nil])
        #expect(transport.requests.allSatisfy { $0.method == .get && $0.fields["User-Agent"] == "kurus/0.1.0" })
    }

    @Test func givesUpAfterFiveRedirects() async throws {
        let transport = ScriptedTransport { request in
            HTTPResponse(status: 302, fields: ["Location": request.url.path() + "x"])
        }
        let fetch = PageFetch(transport: transport, now: { .zero })
        #expect(try await reason(fetch, "https://example.com/a") == "it is redirected more than 5 times")
        #expect(transport.requests.map { $0.url.path() } == ["/a", "/ax", "/axx", "/axxx", "/axxxx", "/axxxxx"])
    }

    @Test(arguments: [["Location": "http://example.com/b.md"], ["Location": "//"], [:]] as [HTTPFields])
    func followsNoRedirectElsewhere(_ fields: HTTPFields) async throws {
        let transport = ScriptedTransport { _ in HTTPResponse(status: 301, fields: fields) }
        let fetch = PageFetch(transport: transport, now: { .zero })
        let reason = try await reason(fetch, "https://example.com/a.md")
        #expect(
            reason == "it is redirected to where pages are not fetched from: only https, to a public name, is followed")
        #expect(transport.requests.count == 1)
    }

    /// A page has its own limit, which its redirects share, and all pages have one together.
    @Test func sharesItsTime() async throws {
        let time = Mutex(Duration.zero)
        let transport = ScriptedTransport { request in
            time.withLock { $0 += .seconds(20) }
            let isFirst = request.url.path() == "/a"
            return HTTPResponse(status: isFirst ? 302 : 200, fields: isFirst ? ["Location": "/b"] : [:])
        }
        let fetch = PageFetch(transport: transport, now: { time.withLock { $0 } })
        _ = try await reason(fetch, "https://example.com/a")
        #expect(transport.timeouts == [.seconds(30), .seconds(10)])
        time.withLock { $0 = .seconds(290) }
        _ = try await reason(fetch, "https://example.com/b")
        #expect(transport.timeouts.last == .seconds(10))
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>", nil, true), ("\u{FEFF} \n<HTML>", nil, true), ("<p>gone</p>", "text/html", true),
        ("<details>more</details>", "text/markdown", false), ("# Page", "text/html; charset=utf-8", false),
        ("<details>more</details>", nil, false), ("<div>x</div>", "Text/HTML; charset=utf-8", true),
    ])
    func tellsHTMLFromMarkdown(_ content: String, _ type: String?, _ isHTML: Bool) {
        var response = HTTPResponse(status: 200, body: Array(content.utf8))
        response.fields["Content-Type"] = type
        #expect(FetchedPage(response).isHTML == isHTML)
    }
}
