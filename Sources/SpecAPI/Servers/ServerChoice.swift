package import SpecDiagnostics

/// Where an operation is sent: always to a server that its caller chose.
package enum ServerChoice: Sendable {
    /// To the client's server.
    case client
    /// To the client's server, with another path in front of the operation's.
    case clientWithPath(ServerBasePath)
    /// To a server that the caller names at each call. The document lists these.
    case named([APIServerDescription])

    /// The servers among which the caller chooses at the call; empty where the client's server is used.
    package var named: [APIServerDescription] {
        if case .named(let servers) = self { servers } else { [] }
    }

    /// Whether a caller sends an operation to the same place by either.
    func isSame(as other: ServerChoice) -> Bool {
        switch (self, other) {
        case (.client, .client): true
        case (.clientWithPath(let path), .clientWithPath(let otherPath)): path.path == otherPath.path
        case (.named(let servers), .named(let others)): Set(servers.map(\.url)) == Set(others.map(\.url))
        case (.client, _), (.clientWithPath, _), (.named, _): false
        }
    }
}

/// The path in front of an operation's path, where it is not that of the client's server.
package struct ServerBasePath: Hashable, Sendable {
    /// Begins with a slash; empty for the root.
    package var path: String
    /// The paths of the client's servers that it takes the place of, longer ones first.
    package var replaced: [String]
}

/// How kurus.json decides about a page that lacks servers which other pages list.
package struct PageServers: Sendable {
    package enum Use: String, Sendable, CaseIterable {
        /// The page's operations are sent to the client's server.
        case client
        /// Whoever calls one of the page's operations names the server.
        case parameter
    }

    package var page: String
    package var use: Use
    package var location: SourceLocation

    package init(page: String, use: Use, location: SourceLocation) {
        self.page = page
        self.use = use
        self.location = location
    }
}
