import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The request target is text until it is whole, and the URL keeps that text: nothing decodes or normalises it.
extension APIRequest {
    /// The request as it goes to the signer.
    ///
    /// - Throws: `APIError.notSent` with the first thing that keeps it from being sent.
    func httpRequest(to server: APIServer) throws(APIError) -> HTTPRequest {
        if let problem = problems.first { throw notSent(problem) }
        guard HTTPSyntax.isToken(method.rawValue) else { throw notSent("the method is no token") }
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

    /// `.` and `..`, also as `%2E`, which RFC 3986 §6.2.2.2 makes the same.
    private static func isDotSegment(_ segment: String) -> Bool {
        let plain = segment.replacing("%2E", with: ".")
        return plain == "." || plain == ".."
    }
}

/// The path in front of an operation's path, where its document lists another one than for the client's server
/// (OpenAPI 3.0.3 §4.7.5). Scheme, host and port stay the client's.
package struct BasePath: Hashable, Sendable {
    private let path: String
    private let replaced: [String]

    /// - Parameters:
    ///   - path: Begins with a slash; empty for the root.
    ///   - replaced: The paths of the document's servers. The first of them that the client's path ends with makes way; a
    ///     path that ends with none stays, as that of a proxy or of a test's own server, and `path` is added to it.
    package init(_ path: String, insteadOf replaced: [String]) {
        self.path = Self.rooted(path)
        self.replaced = replaced.map(Self.rooted).filter { !$0.isEmpty }
    }

    /// The path that takes the place of a server's.
    ///
    /// - Parameter base: The server's path; slashes at its end are dropped.
    package func applied(to base: String) -> String {
        let base = Self.rooted(base)
        guard let end = replaced.first(where: base.hasSuffix) else { return base + path }
        return base.dropLast(end.count) + path
    }

    /// With a slash in front and none at the end; empty for the root.
    private static func rooted(_ path: String) -> String {
        var path = Substring(path)
        while path.hasSuffix("/") { path.removeLast() }
        return path.isEmpty || path.hasPrefix("/") ? String(path) : "/" + path
    }
}
