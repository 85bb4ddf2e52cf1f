import Foundation
import KurusCommandLine
import KurusHTTP

/// Fetches pages over one transport, all within one time limit.
struct PageFetch {
    /// The result of a fetch.
    enum Answer {
        /// The content as published.
        case page(FetchedPage)
        /// The page matches the entity tag (RFC 9110 §15.4.5).
        case unchanged
    }

    /// The failure of a fetch.
    struct Failure: Error {
        let reason: String
    }

    /// The maximum number of bytes of a page.
    static let sizeLimit = 10 << 20
    /// The maximum time for a page.
    static let pageLimit = Duration.seconds(30)
    /// The maximum time for all pages of a run.
    static let runLimit = Duration.seconds(300)
    private static let redirectLimit = 5

    let transport: any HTTPTransport
    let now: () -> Duration
    /// The time by which the run has to end.
    let end: Duration

    init(transport: any HTTPTransport, now: @escaping () -> Duration) {
        self.transport = transport
        self.now = now
        end = now() + Self.runLimit
    }

    /// - Parameter tag: The entity tag of the present page; nil to fetch it in any case.
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

/// A page in a response.
struct FetchedPage {
    let bytes: [UInt8]
    /// The entity tag of this version (RFC 9110 §8.8.3).
    let tag: String?
    /// Whether the content is HTML, whatever its type.
    let isHTML: Bool

    init(_ response: HTTPResponse) {
        bytes = response.body
        tag = response.fields["ETag"]
        let type = response.fields["Content-Type"].map { MediaType($0).essence }
        isHTML = Self.beginsAsHTML(response.body, isCalledHTML: type == "text/html" || type == "application/xhtml+xml")
    }

    /// Markdown may begin with a tag, but not with a document type.
    private static func beginsAsHTML(_ bytes: [UInt8], isCalledHTML: Bool) -> Bool {
        let text = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let start = String(decoding: text.prefix(15), as: UTF8.self).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || (isCalledHTML && start.hasPrefix("<"))
    }
}
