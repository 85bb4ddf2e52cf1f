#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One request as sent: the bytes of `body` are the bytes that were signed.
///
/// Its description and mirror show only the method and host, because path, query, fields and body hold personal data
/// and credentials.
public struct HTTPRequest: Hashable, Sendable {
    /// The method (RFC 9110 §9).
    public var method: HTTPMethod
    /// An absolute URL, whose text is sent unchanged: see `target`.
    public var url: URL
    /// The header fields.
    public var fields: HTTPFields
    /// The content's bytes, nil for a request without content (RFC 9110 §6.4).
    public var body: [UInt8]?
    /// Whether the request changes nothing at the server (RFC 9110 §9.2.1); a transport follows the redirects of such a
    /// request. Derived from the method unless set, because a POST may only read.
    public var isSafe: Bool

    /// Creates a request.
    public init(method: HTTPMethod, url: URL, fields: HTTPFields = [:], body: [UInt8]? = nil) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        isSafe = method.isSafe
    }

    /// The request target in origin form (RFC 9112 §3.2.1): the URL's path and query as they are written there, nothing
    /// decoded or normalised; `/` for an empty path.
    public var target: String {
        var rest = Substring(url.absoluteString).utf8
        if let scheme = rest.firstIndex(of: UInt8(ascii: ":")), rest[scheme...].starts(with: "://".utf8) {
            rest = rest[scheme...].dropFirst(3).drop { !"/?#".utf8.contains($0) }
        }
        let target = Substring(rest.prefix { $0 != UInt8(ascii: "#") })
        return target.utf8.first == UInt8(ascii: "/") ? String(target) : "/" + target
    }

    /// The URL's scheme and authority as written; nil where the authority is more than a host and a port, or could be
    /// read in two ways.
    package var origin: String? {
        let text = Substring(url.absoluteString).utf8
        guard let scheme = text.firstIndex(of: UInt8(ascii: ":")), text[scheme...].starts(with: "://".utf8) else {
            return nil
        }
        let authority = text[scheme...].dropFirst(3).prefix { !"/?#".utf8.contains($0) }
        let isPlain = authority.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "-._~:[]".utf8.contains(byte)
            }
        }
        return isPlain ? String(Substring(text[..<authority.endIndex])) + "/" : nil
    }

    /// Whether the request may use a kept connection. A kept connection may close under a request, and the libraries
    /// below then send it again (RFC 9110 §9.2.2), so only plain reads may.
    package var mayUseKeptConnection: Bool { isSafe && method.isSafe && body == nil }
}

extension HTTPRequest: MaskedText {
    /// The method and host. Any segment of the path may be a parameter: an account, a phone, a name.
    public var description: String {
        "\(method) \(url.host(percentEncoded: false) ?? "no host")"
    }
}

/// One response: status, fields and the whole content, decompressed.
///
/// Its description and mirror show only the status and length, because fields and content hold people's data.
public struct HTTPResponse: Hashable, Sendable {
    /// The status code (RFC 9110 §15), 100 to 599.
    public var status: Int
    /// The header fields.
    public var fields: HTTPFields
    /// The content; empty when the response has none.
    public var body: [UInt8]

    /// Creates a response.
    public init(status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

extension HTTPResponse: MaskedText {
    public var description: String { "status \(status), \(body.count) bytes" }
}
