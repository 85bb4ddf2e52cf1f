package import SpecDiagnostics

/// The servers that a client can be made for, and where operations go that list other servers (OpenAPI 3.0.3, §4.7.5).
struct ServerEnvironments {
    /// Where operations go, and the environments that their servers leave out.
    struct Placement {
        var choice: ServerChoice
        var missing: [ServerAddress]
    }

    let servers: [APIServerDescription]
    /// Each host and path once. A document that names no host has one environment, at whatever host serves it.
    private let environments: [ServerAddress]
    /// Hosts on which only the path tells environments apart: what has another path there may be another environment.
    private let hostsToldByPath: Set<String>

    init(_ servers: [APIServerDescription]) {
        self.servers = servers
        let places = servers.flatMap(\.addresses).map(\.place)
        let absolute = places.filter { $0.host != nil }
        environments = (absolute.isEmpty ? places + [ServerAddress("/")].prefix(places.isEmpty ? 1 : 0) : absolute)
            .uniqued()
        let hosts = environments.map { $0.host ?? "" }
        hostsToldByPath = Set(hosts.filter { host in hosts.count { $0 == host } > 1 })
    }

    /// Decides about operations whose effective servers are these.
    func placement(of own: [APIServerDescription]) -> Placement {
        let listed = own.flatMap(\.addresses)
        var paths: [(environment: String, own: String)] = []
        var missing: [ServerAddress] = []
        for environment in environments {
            if let path = path(on: environment, listed) {
                paths.append((environment.path, path))
            } else {
                missing.append(environment)
            }
        }
        let named = Placement(choice: .named(own), missing: missing)
        guard !paths.isEmpty, !missing.contains(where: { hostsToldByPath.contains($0.host ?? "") }) else {
            return named
        }
        if paths.allSatisfy({ $0.environment == $0.own }) { return Placement(choice: .client, missing: missing) }
        guard let base = basePath(paths) else { return named }
        return Placement(choice: .clientWithPath(base), missing: missing)
    }

    /// The base path that the listed servers have at an environment's host; nil where they have none, or several.
    private func path(on environment: ServerAddress, _ listed: [ServerAddress]) -> String? {
        let paths = listed.filter { $0.host == nil || $0.host == environment.host }.map(\.path).uniqued()
        if paths.contains(environment.path) { return environment.path }
        return paths.count == 1 && !hostsToldByPath.contains(environment.host ?? "") ? paths[0] : nil
    }

    /// One path for all environments: the same one everywhere, or the same change of the environments' own paths.
    private func basePath(_ paths: [(environment: String, own: String)]) -> ServerBasePath? {
        let all = environments.map(\.path)
        // Any value may take the place of a variable, so nothing is known of such a path.
        guard !(all + paths.map(\.own)).contains(where: { $0.contains("{") }) else { return nil }
        if Set(paths.map(\.own)).count == 1 { return ServerBasePath(path: paths[0].own, replacing: all) }
        let changes = Set(paths.map { Change(from: $0.environment, to: $0.own) })
        guard changes.count == 1, let change = changes.first, all.allSatisfy({ $0.hasSuffix(change.from) }) else {
            return nil
        }
        return ServerBasePath(path: change.to, replacing: [change.from])
    }

    /// What differs between two paths that begin alike.
    private struct Change: Hashable {
        let from: String
        let to: String

        init(from: String, to: String) {
            let first = from.split(separator: "/")
            let second = to.split(separator: "/")
            let shared = zip(first, second).prefix { $0 == $1 }.count
            self.from = first.dropFirst(shared).map { "/" + $0 }.joined()
            self.to = second.dropFirst(shared).map { "/" + $0 }.joined()
        }
    }
}

extension ServerBasePath {
    fileprivate init(path: String, replacing paths: [String]) {
        self.init(
            path: path,
            replaced: Set(paths.filter { !$0.isEmpty }).sorted { ($1.count, $0) < ($0.count, $1) })
    }
}

extension Sequence where Element: Hashable {
    /// The elements in their order, each once.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

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
