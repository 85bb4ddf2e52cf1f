public import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where an API is (OpenAPI 3.0.3, Server Object): an absolute URL, its path the base of every operation's path.
///
/// A slash at its end is dropped, since every path template begins with one. Printed without user information.
public struct APIServer: Hashable, Sendable {
    /// The URL as it was given.
    public let url: String

    /// A server at a URL.
    ///
    /// - Parameter url: Like `https://api.example.com/v1`. What cannot be used (no scheme, no host, a query, a fragment,
    ///   characters that a URL cannot hold) is `APIError.notSent` when a request is made for it.
    public init(_ url: String) {
        self.url = url
    }

    /// The URL's text in front of an operation's path; nil when it cannot be used.
    ///
    /// - Parameter basePath: What takes the place of the URL's path.
    func prefix(_ basePath: BasePath?) -> String? {
        guard let prefix, let basePath, let authority = prefix.firstRange(of: "://") else { return self.prefix }
        let path = prefix[authority.upperBound...].firstIndex(of: "/") ?? prefix.endIndex
        return prefix[..<path] + basePath.applied(to: String(prefix[path...]))
    }

    /// The URL's text in front of an operation's path; nil when it cannot be used.
    var prefix: String? {
        guard let parsed = URL(string: url, encodingInvalidCharacters: false),
            parsed.scheme != nil, parsed.host?.isEmpty == false, parsed.query == nil, parsed.fragment == nil
        else { return nil }
        var prefix = Substring(url)
        while prefix.hasSuffix("/") {
            prefix.removeLast()
        }
        return String(prefix)
    }
}

extension APIServer {
    /// The server that a request was sent to: scheme, host and port, without a path.
    public init(receiving request: HTTPRequest) {
        let url = request.url.absoluteString
        let authority = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        self.init(String(url[..<(url[authority...].firstIndex { "/?#".contains($0) } ?? url.endIndex)]))
    }
}

extension APIServer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Scheme, host, port and path.
    public var description: String {
        guard let prefix, let authority = prefix.firstRange(of: "://") else { return "unusable server URL" }
        let host = prefix[authority.upperBound...].prefix { $0 != "/" }
        guard let userInformation = host.lastIndex(of: "@") else { return prefix }
        return String(prefix[..<authority.upperBound]) + prefix[prefix.index(after: userInformation)...]
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
