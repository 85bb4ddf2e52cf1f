public import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The location of an API (OpenAPI 3.0.3, Server Object): an absolute URL whose path is the base of every operation's
/// path.
///
/// A slash at its end is dropped, since every path template begins with one. It prints without user information.
public struct APIServer: Hashable, Sendable {
    /// The URL as it was given.
    public let url: String

    /// A server at a URL.
    ///
    /// - Parameter url: Like `https://api.example.com/v1`. A URL that cannot be used (no scheme, no host, a query, a
    ///   fragment, invalid characters) makes every request fail with `APIError.notSent`.
    public init(_ url: String) {
        self.url = url
    }

    /// Returns the URL's text before an operation's path; nil when the URL cannot be used.
    ///
    /// - Parameter basePath: The path that replaces the URL's path.
    func prefix(_ basePath: BasePath?) -> String? {
        guard let prefix, let basePath, let authority = prefix.firstRange(of: "://") else { return self.prefix }
        let path = prefix[authority.upperBound...].firstIndex(of: "/") ?? prefix.endIndex
        return prefix[..<path] + basePath.applied(to: String(prefix[path...]))
    }

    /// Returns the URL's text before an operation's path; nil when the URL cannot be used.
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
    /// Creates the server that a request was sent to: scheme, host and port, without a path.
    public init(receiving request: HTTPRequest) {
        let url = request.url.absoluteString
        let authority = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        self.init(String(url[..<(url[authority...].firstIndex { "/?#".contains($0) } ?? url.endIndex)]))
    }
}

extension APIServer: MaskedText {
    /// Scheme, host, port and path.
    public var description: String {
        guard let prefix, let authority = prefix.firstRange(of: "://") else { return "unusable server URL" }
        let host = prefix[authority.upperBound...].prefix { $0 != "/" }
        guard let userInformation = host.lastIndex(of: "@") else { return prefix }
        return String(prefix[..<authority.upperBound]) + prefix[prefix.index(after: userInformation)...]
    }
}
