package import SpecDiagnostics

/// The servers that a client can be made for, and the destinations of operations (OpenAPI 3.0.3, §4.7.5).
struct ServerEnvironments {
    /// The destination of operations, and the environments that their servers leave out.
    struct Placement {
        var choice: ServerChoice
        var missing: [ServerAddress]
    }

    let servers: [APIServerDescription]
    /// The environments, each host and path once; one environment for a document that names no host.
    private let environments: [ServerAddress]
    /// The hosts with several environments, which differ only by path: another path may be another environment.
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

    /// Decides about operations with these effective servers.
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
        let named = Placement(choice: .named(completed(own)), missing: missing)
        guard !paths.isEmpty, !missing.contains(where: { hostsToldByPath.contains($0.host ?? "") }) else {
            return named
        }
        if paths.allSatisfy({ $0.environment == $0.own }) { return Placement(choice: .client, missing: missing) }
        guard let base = basePath(paths) else { return named }
        return Placement(choice: .clientWithPath(base), missing: missing)
    }

    /// Returns the base path of the listed servers at an environment's host; nil where they have none, or several.
    private func path(on environment: ServerAddress, _ listed: [ServerAddress]) -> String? {
        let absolute = listed.filter { $0.host != nil && $0.host == environment.host }.map(\.path).uniqued()
        let relative = listed.filter { $0.host == nil }.map { $0.path(at: environment) }.uniqued()
        if (absolute + relative).contains(environment.path) { return environment.path }
        // Every server completes a relative URL, unless that would make one of two environments at its host.
        if absolute.isEmpty { return relative.count == 1 && isTold(environment, listed) ? relative[0] : nil }
        let isTheOnlyPath = absolute.count == 1 && relative.allSatisfy { $0 == absolute[0] }
        return isTheOnlyPath && !hostsToldByPath.contains(environment.host ?? "") ? absolute[0] : nil
    }

    /// Returns the servers that a caller names, with relative URLs completed by each of the environments.
    private func completed(_ own: [APIServerDescription]) -> [APIServerDescription] {
        own.flatMap { server -> [APIServerDescription] in
            guard server.variables.isEmpty, let address = server.addresses.first, address.host == nil else {
                return [server]
            }
            let urls = servers.flatMap(\.addresses).compactMap { environment in
                environment.host.map { "\(environment.scheme ?? "https")://\($0)\(address.path(at: environment))" }
            }
            guard !urls.isEmpty, !urls.contains(where: { $0.contains("{") }) else { return [server] }
            return urls.uniqued().map { url in
                var completed = server
                completed.url = url
                return completed
            }
        }
    }

    /// Returns whether relative URLs keep the environment apart from the others at its host.
    private func isTold(_ environment: ServerAddress, _ listed: [ServerAddress]) -> Bool {
        let others = environments.filter { $0.host == environment.host && $0 != environment }
        return others.allSatisfy { other in
            listed.allSatisfy { $0.path(at: other) != $0.path(at: environment) }
        }
    }

    /// Returns one path for all environments: the same one, or the same change to the environments' own paths.
    private func basePath(_ paths: [(environment: String, own: String)]) -> ServerBasePath? {
        let all = environments.map(\.path)
        // Any value may take the place of a variable, so such a path is unknown.
        guard !(all + paths.map(\.own)).contains(where: { $0.contains("{") }) else { return nil }
        if Set(paths.map(\.own)).count == 1 { return ServerBasePath(path: paths[0].own, replacing: all) }
        let changes = Set(paths.map { Change(from: $0.environment, to: $0.own) })
        guard changes.count == 1, let change = changes.first, all.allSatisfy({ $0.hasSuffix(change.from) }) else {
            return nil
        }
        return ServerBasePath(path: change.to, replacing: [change.from])
    }

    /// The difference between two paths with a common beginning.
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
    /// Returns the elements in their order, without duplicates.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

/// The destination of an operation, always a server that the caller chose.
package enum ServerChoice: Sendable {
    /// The client's server.
    case client
    /// The client's server, with another path before the operation's.
    case clientWithPath(ServerBasePath)
    /// A server that the caller names at each call; the document lists these.
    case named([APIServerDescription])

    /// The servers from which the caller chooses at the call; empty where the client's server is used.
    package var named: [APIServerDescription] {
        if case .named(let servers) = self { servers } else { [] }
    }

    /// Returns whether both send an operation to the same server.
    func isSame(as other: ServerChoice) -> Bool {
        switch (self, other) {
        case (.client, .client): true
        case (.clientWithPath(let path), .clientWithPath(let otherPath)): path.path == otherPath.path
        case (.named(let servers), .named(let others)): Set(servers.map(\.url)) == Set(others.map(\.url))
        case (.client, _), (.clientWithPath, _), (.named, _): false
        }
    }
}

/// The path before an operation's path, where it is not that of the client's server.
package struct ServerBasePath: Hashable, Sendable {
    /// A path that begins with a slash; empty for the root.
    package var path: String
    /// The paths of the client's servers that this path replaces, longer ones first.
    package var replaced: [String]
}

/// The decision of kurus.json about a page that lacks servers listed by other pages.
package struct PageServers: Sendable {
    package enum Use: String, Sendable, CaseIterable {
        /// Sends the page's operations to the client's server.
        case client
        /// Lets the caller of each of the page's operations name the server.
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
