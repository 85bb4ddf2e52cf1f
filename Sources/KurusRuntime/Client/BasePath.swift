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
