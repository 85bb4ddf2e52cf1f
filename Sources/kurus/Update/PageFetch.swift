import Foundation
import KurusCommandLine
import KurusHTTP

/// Fetches pages over one transport, all of them within one limit of time.
struct PageFetch {
    /// What came.
    enum Answer {
        /// The content, as it was published.
        case page(FetchedPage)
        /// It is what the entity tag was given for (RFC 9110 §15.4.5).
        case unchanged
    }

    /// Why a page did not come.
    struct Failure: Error {
        let reason: String
    }

    /// The most bytes of a page.
    static let sizeLimit = 10 << 20
    /// The longest that one page may take.
    static let pageLimit = Duration.seconds(30)
    /// The longest that all pages of a run may take.
    static let runLimit = Duration.seconds(300)
    private static let redirectLimit = 5

    let transport: any HTTPTransport
    let now: () -> Duration
    /// When the run has to be over.
    let end: Duration

    init(transport: any HTTPTransport, now: @escaping () -> Duration) {
        self.transport = transport
        self.now = now
        end = now() + Self.runLimit
    }

    /// - Parameter tag: The entity tag of what is there already; nil to have the page in any case.
    func page(at address: PageAddress, unless tag: String?) async throws(Failure) -> Answer {
        let pageEnd = min(now() + Self.pageLimit, end)
        var address = address
        for _ in 0...Self.redirectLimit {
            let response = try await response(from: address, unless: tag, until: pageEnd)
            guard [301, 302, 303, 307, 308].contains(response.status) else { return try answer(response, tag) }
            guard let location = response.fields["Location"], let next = address.redirected(to: location) else {
                throw Failure(
                    reason:
                        "it is redirected to where pages are not fetched from: only https, to a public name, is followed"
                )
            }
            address = next
        }
        throw Failure(reason: "it is redirected more than \(Self.redirectLimit) times")
    }

    private func response(
        from address: PageAddress, unless tag: String?, until end: Duration
    ) async throws(Failure) -> HTTPResponse {
        var fields: HTTPFields = [
            "Accept": "text/markdown, application/json, text/plain;q=0.9, */*;q=0.1",
            "User-Agent": "kurus/\(Program.kurus.version)",
        ]
        if let tag { fields["If-None-Match"] = tag }
        let request = HTTPRequest(method: .get, url: address.url, fields: fields)
        do {
            return try await transport.send(request, timeout: end - now())
        } catch {
            throw Failure(reason: (error as? TransportError)?.reason ?? "the request failed")
        }
    }

    private func answer(_ response: HTTPResponse, _ tag: String?) throws(Failure) -> Answer {
        switch response.status {
        case 200: return .page(FetchedPage(response))
        case 304 where tag != nil: return .unchanged
        default: throw Failure(reason: "the answer has status \(response.status)")
        }
    }
}

/// A page as it came.
struct FetchedPage {
    let bytes: [UInt8]
    /// What the server calls this version (RFC 9110 §8.8.3).
    let tag: String?
    /// Whether it is a page for a browser, whatever its name says.
    let isHTML: Bool

    init(_ response: HTTPResponse) {
        bytes = response.body
        tag = response.fields["ETag"]
        let type = response.fields["Content-Type"].map { MediaType($0).essence }
        isHTML = Self.beginsAsHTML(response.body, isCalledHTML: type == "text/html" || type == "application/xhtml+xml")
    }

    /// Markdown may begin with a tag; with a document type it does not.
    private static func beginsAsHTML(_ bytes: [UInt8], isCalledHTML: Bool) -> Bool {
        let text = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let start = String(decoding: text.prefix(15), as: UTF8.self).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || (isCalledHTML && start.hasPrefix("<"))
    }
}
