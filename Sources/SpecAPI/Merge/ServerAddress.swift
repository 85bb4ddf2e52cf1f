/// The address of a server, normalised so that equivalent addresses are equal (RFC 3986 §6.2).
package struct ServerAddress: Hashable, Sendable {
    /// The scheme in lower case; nil where the URL has none.
    package let scheme: String?
    /// The host and port in lower case, without user information and the scheme's default port; nil for a relative URL.
    package let host: String?
    /// A path that begins with a slash and ends without one; empty for the root.
    package let path: String
    /// The text of a relative URL that does not begin with a slash, which another server's path completes.
    private let relative: String?

    /// - Parameter url: A URL without variables, perhaps relative or without a scheme.
    package init(_ url: String) {
        let (scheme, rest) = Self.schemeAndRest(of: url)
        self.scheme = scheme?.lowercased()
        guard let rest else {
            host = nil
            path = Self.normalizedPath(url)
            relative = url.hasPrefix("/") ? nil : url
            return
        }
        relative = nil
        let authority = rest.prefix { !"/?#".contains($0) }
        host = Self.normalizedHost(authority, scheme: scheme?.lowercased())
        path = Self.normalizedPath(String(rest[authority.endIndex...]))
    }

    /// The address without its scheme: a page that lists `http` means the same server as one with `https`.
    var place: Self { Self(scheme: nil, host: host, path: path, relative: relative) }

    private init(scheme: String?, host: String?, path: String, relative: String?) {
        self.scheme = scheme
        self.host = host
        self.path = path
        self.relative = relative
    }

    /// Returns the path of a relative address at a server (OpenAPI 3.0.3, §4.7.5; RFC 3986, §5.2): `v2` and `../v2`
    /// take the place of the last segment of the server's path, `/v2` that of all of it.
    func path(at server: ServerAddress) -> String {
        guard let relative else { return path }
        guard !relative.isEmpty else { return server.path }
        let folder = server.path.lastIndex(of: "/").map { server.path[..<$0] } ?? ""
        return Self.normalizedPath("\(folder)/\(relative)")
    }

    /// The host and path; the path alone for a relative URL.
    package var text: String { (host ?? "") + (host == nil && path.isEmpty ? "/" : path) }

    /// Returns the normal form of a server's URL; variables are left as they are.
    package static func normalized(_ url: String) -> String {
        let address = Self(url)
        guard let host = address.host else { return address.text }
        return (address.scheme.map { $0 + "://" } ?? "//") + host + address.path
    }

    /// Splits off the scheme; the rest begins with the authority (RFC 3986 §3.2), and is nil for a mere path.
    private static func schemeAndRest(of url: String) -> (scheme: String?, rest: Substring?) {
        if let end = url.firstRange(of: "://"), !url[..<end.lowerBound].contains("/") {
            return (String(url[..<end.lowerBound]), url[end.upperBound...])
        }
        if url.hasPrefix("//") { return (nil, url.dropFirst(2)) }
        return (nil, beginsWithHost(url) ? url[...] : nil)
    }

    /// Returns whether a URL without a scheme begins with a host: `localhost:8080` does, `v1.0/api` does not.
    private static func beginsWithHost(_ url: String) -> Bool {
        let first = url.prefix { $0 != "/" }
        let parts = first.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber) { return true }
        guard !first.hasPrefix("."), let last = first.split(separator: ".").dropFirst().last else { return false }
        return last.count > 1 && last.allSatisfy(\.isLetter)
    }

    /// Normalises case and drops a default port (§6.2.2.1 and §6.2.3).
    private static func normalizedHost(_ authority: Substring, scheme: String?) -> String {
        var host = authority[(authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...]
        if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
            let port = host[host.index(after: colon)...]
            if port.isEmpty || port == defaultPorts[scheme ?? ""] ?? "" { host = host[..<colon] }
        }
        return host.lowercased()
    }

    private static let defaultPorts: [String: Substring] = ["http": "80", "https": "443"]

    /// Normalises percent-encoding and dot segments (§6.2.2.2 and §6.2.2.3), and drops a final slash.
    private static func normalizedPath(_ path: String) -> String {
        var segments: [String] = []
        for segment in path.split(separator: "/").map(normalizedEscapes) {
            switch segment {
            case ".": break
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        return segments.map { "/" + $0 }.joined()
    }

    private static func normalizedEscapes(_ segment: Substring) -> String {
        var result = ""
        var rest = segment
        while let character = rest.first {
            let digits = rest.dropFirst().prefix(2)
            guard character == "%", digits.count == 2, let byte = UInt8(digits, radix: 16) else {
                result.append(rest.removeFirst())
                continue
            }
            let scalar = Unicode.Scalar(byte)
            result += isUnreserved(scalar) ? String(scalar) : "%" + digits.uppercased()
            rest = rest.dropFirst(3)
        }
        return result
    }

    /// RFC 3986 §2.3.
    private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return false }
        return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar)
    }
}

extension APIServerDescription {
    /// The number of addresses of one URL that are told apart at most.
    private static let limit = 64

    /// Every address that the URL may have: one for each listed value of a variable. A variable without a list keeps
    /// its default, in braces, because any value may take its place (OpenAPI 3.0.3, §4.7.6).
    var addresses: [ServerAddress] {
        var texts = [""]
        var rest = url[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            let values = self.values(of: String(name), limit: Self.limit / texts.count)
            texts = texts.flatMap { text in values.map { text + rest[..<open] + $0 } }
            rest = rest[rest.index(after: close)...]
        }
        return texts.map { ServerAddress($0 + rest) }
    }

    private func values(of name: String, limit: Int) -> [String] {
        guard let variable = variables.first(where: { $0.name == name }) else { return ["{\(name)}"] }
        let listed = variable.allowedValues
        return listed.isEmpty || listed.count > limit ? ["{\(variable.defaultValue ?? name)}"] : listed
    }
}
