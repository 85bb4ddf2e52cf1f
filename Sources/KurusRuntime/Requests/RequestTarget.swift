import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The request target is built as text, which the URL keeps: nothing decodes or normalises it.
extension APIRequest {
    /// Builds the request for the signer.
    ///
    /// - Throws: `APIError.notSent` with the first reason why it cannot be sent.
    func httpRequest(to server: APIServer) throws(APIError) -> HTTPRequest {
        if let problem = problems.first { throw notSent(problem) }
        guard let prefix = (namedServer ?? server).prefix(ownBasePath) else {
            throw notSent("the server's URL cannot be used")
        }
        let query = queryPairs.isEmpty ? "" : "?" + queryPairs.joined(separator: "&")
        guard let url = URL(string: prefix + (try path()) + query, encodingInvalidCharacters: false) else {
            throw notSent("server, path and query make no URL")
        }
        var request = HTTPRequest(method: method, url: url, fields: fields, body: content?.bytes)
        request.isSafe = effect.isRead
        request.fields["Accept"] = accepted
        if let content { request.fields["Content-Type"] = content.type }
        if !cookiePairs.isEmpty { request.fields["Cookie"] = cookiePairs.joined(separator: "; ") }
        return request
    }

    func notSent(_ reason: String) -> APIError {
        .notSent(NotSent(operation: operation, reason: reason))
    }

    private func path() throws(APIError) -> String {
        let template = PathTemplate(template)
        if let unknown = Set(pathTexts.keys).subtracting(template.variables).min() {
            throw notSent("the path has no variable \(unknown)")
        }
        var segments: [String] = []
        for pieces in template.segments {
            let segment = try text(of: pieces)
            if Self.isDotSegment(segment) { throw notSent("a path parameter makes a dot segment") }
            segments.append(segment)
        }
        let path = segments.joined(separator: "/")
        return path.hasPrefix("/") ? path : "/" + path
    }

    private func text(of pieces: [PathTemplate.Piece]) throws(APIError) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .literal(let literal): text += PathSegment.encoded(literal)
            case .variable(let name):
                guard let value = pathTexts[name] else { throw notSent("the path parameter \(name) is missing") }
                text += value
            }
        }
        return text
    }

    /// Whether a segment is `.` or `..`, also written as `%2E` (RFC 3986 §6.2.2.2).
    private static func isDotSegment(_ segment: String) -> Bool {
        let plain = segment.replacing("%2E", with: ".")
        return plain == "." || plain == ".."
    }
}

/// The path before an operation's path, for an operation whose servers have another path than the client's server
/// (OpenAPI 3.0.3 §4.7.5). Scheme, host and port stay the client's.
package struct BasePath: Hashable, Sendable {
    private let path: String
    private let replaced: [String]

    /// - Parameters:
    ///   - path: Begins with a slash; empty for the root.
    ///   - replaced: The paths of the document's servers. The first one that ends the client's path is replaced. A path
    ///     that ends with none of them, such as a proxy's or a test server's, stays and `path` is appended.
    package init(_ path: String, insteadOf replaced: [String]) {
        self.path = Self.rooted(path)
        self.replaced = replaced.map(Self.rooted).filter { !$0.isEmpty }
    }

    /// Returns the path that replaces a server's.
    ///
    /// - Parameter base: The server's path; slashes at its end are dropped.
    package func applied(to base: String) -> String {
        let base = Self.rooted(base)
        guard let end = replaced.first(where: base.hasSuffix) else { return base + path }
        return base.dropLast(end.count) + path
    }

    /// Returns the path with a slash at its start and none at its end; empty for the root.
    private static func rooted(_ path: String) -> String {
        var path = Substring(path)
        while path.hasSuffix("/") { path.removeLast() }
        return path.isEmpty || path.hasPrefix("/") ? String(path) : "/" + path
    }
}
