import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree

/// Merges the servers of pages into those of one client, and decides where each page's operations are sent.
///
/// No page may redirect a client: one that lacks an environment listed by another page is an error, until kurus.json
/// decides about it.
struct ServerMerger {
    private let documents: [SourceDocument]
    private let options: ResolveOptions
    /// The servers of each document.
    private let servers: [[APIServerDescription]]

    init(_ documents: [SourceDocument], _ options: ResolveOptions) {
        self.documents = documents
        self.options = options
        servers = documents.map { source in
            source.document.servers.map { APIServerDescription($0, names: options.serverNames) }
        }
    }

    /// Returns the client's environments, and the choice of each document.
    func merged(_ diagnostics: inout Diagnostics) -> (environments: ServerEnvironments, choices: [ServerChoice]) {
        let decisions = documents.map { decision(about: $0)?.use }
        let undecided = servers.indices.filter { decisions[$0] == nil }
        let environments = union(of: undecided.isEmpty ? Array(servers.indices) : undecided)
        let choices = servers.indices.map { scope in
            choice(of: scope, environments, decisions[scope], &diagnostics)
        }
        reportUnusedDecisions(&diagnostics)
        return (environments, choices)
    }

    private func decision(about source: SourceDocument) -> PageServers? {
        options.pageServers.first { source.isPage($0.page) }
    }

    // MARK: The union

    /// Returns the servers of these documents in order: each host once, and each path of a host for which a document
    /// lists several paths. Elsewhere, another path is the page's base path and not another environment.
    private func union(of scopes: [Int]) -> ServerEnvironments {
        let hostsToldByPath = Set(scopes.flatMap { Self.hostsWithSeveralPaths(servers[$0]) })
        var result: [APIServerDescription] = []
        var places: Set<ServerAddress> = []
        var hosts: Set<String?> = []
        for scope in scopes {
            var own: Set<[ServerAddress]> = []
            let added = servers[scope].filter { server in
                let addresses = server.addresses
                guard own.insert(addresses).inserted else { return false }
                return addresses.contains { address in
                    // A relative URL adds no environment to those of other pages.
                    guard let host = address.host else { return hosts.isEmpty }
                    return hostsToldByPath.contains(host) ? !places.contains(address.place) : !hosts.contains(host)
                }
            }
            result += added
            places.formUnion(added.flatMap(\.addresses).map(\.place))
            hosts.formUnion(added.flatMap(\.addresses).map(\.host))
        }
        return ServerEnvironments(result)
    }

    private static func hostsWithSeveralPaths(_ servers: [APIServerDescription]) -> [String] {
        let hosts = servers.flatMap(\.addresses).map(\.place).uniqued().map { $0.host ?? "" }
        return hosts.filter { host in hosts.count { $0 == host } > 1 }
    }

    // MARK: One document

    fileprivate func choice(
        of scope: Int, _ environments: ServerEnvironments, _ decision: PageServers.Use?,
        _ diagnostics: inout Diagnostics
    ) -> ServerChoice {
        guard !servers[scope].isEmpty else {
            if !documents[scope].page.isFragment { reportNoServers(of: scope, environments, &diagnostics) }
            return .client
        }
        let placement = environments.placement(of: servers[scope])
        switch (decision, placement.choice) {
        case (.parameter?, _): return .named(servers[scope])
        case (_, .named): report(placement.missing, of: scope, environments, isDecided: decision != nil, &diagnostics)
        case (nil, _) where !placement.missing.isEmpty:
            report(placement.missing, of: scope, environments, isDecided: false, &diagnostics)
        default: return placement.choice
        }
        return .client
    }

    /// Handles a page without servers: it names no host, so it redirects nothing (§4.7.1).
    private func reportNoServers(
        of scope: Int, _ environments: ServerEnvironments, _ diagnostics: inout Diagnostics
    ) {
        guard let other = environments.servers.first else { return }
        diagnostics.warning(
            .differingServers,
            "the page lists no servers; its operations are sent to the client's server, as those of other pages",
            at: documents[scope].page.root.location,
            notes: [Diagnostic.Note("another page lists some", at: other.location)])
    }

    private func report(
        _ missing: [ServerAddress], of scope: Int, _ environments: ServerEnvironments, isDecided: Bool,
        _ diagnostics: inout Diagnostics
    ) {
        let place = servers[scope].first?.location
        guard let first = missing.first, !isDecided else {
            diagnostics.error(
                .differingServers,
                "the page's servers do not determine its base path at every server of the client; change them with an "
                    + "overlay, or decide in kurus.json that the caller names the server: "
                    + "\"servers\": {\"<page>\": \"parameter\"}", at: place)
            return
        }
        let names = missing.map { "`\($0.text)`" }.joined(separator: ", ")
        let listed = environments.servers.first { $0.addresses.map(\.place).contains(first) }
        diagnostics.error(
            .differingServers,
            "the page has no server \(names), as another page has: a client for it could not call these operations; add "
                + "it with an overlay, or decide in kurus.json: \"servers\": {\"<page>\": \"client\"} sends them to the "
                + "client's server, \"parameter\" has the caller name one",
            at: place, notes: [Diagnostic.Note("the other page lists it here", at: listed?.location)])
    }

    // MARK: kurus.json

    /// Reports exceptions that are no longer needed as errors.
    private func reportUnusedDecisions(_ diagnostics: inout Diagnostics) {
        guard options.reportsUnused else { return }
        let all = union(of: Array(servers.indices))
        for decision in options.pageServers {
            let scopes = documents.indices.filter { documents[$0].isPage(decision.page) }
            let isNeeded = scopes.contains { scope in
                let placement = all.placement(of: servers[scope])
                return !servers[scope].isEmpty && (!placement.missing.isEmpty || !placement.choice.named.isEmpty)
            }
            guard !isNeeded else { continue }
            diagnostics.error(
                .unusedOption,
                scopes.isEmpty
                    ? "`servers`: no page `\(decision.page)` holds a document; remove the entry"
                    : "`servers`: `\(decision.page)` has every server that the other pages have; remove the entry",
                at: decision.location)
        }
    }
}

extension SourceDocument {
    /// Returns whether the document belongs to the page that kurus.json names relative to itself.
    func isPage(_ page: String) -> Bool {
        file.path == page || file.path.hasSuffix("/" + page)
    }
}

extension APIServerDescription {
    init(_ server: Server, names: [String: String]) {
        self.init(
            location: server.location, url: server.url.value, name: names[server.url.value],
            description: server.description,
            variables: PathTemplate.variables(of: server.url.value).map { name in
                // A variable without a description was reported when the server was read.
                let variable = server.variables[name]
                return Variable(
                    name: name, location: variable?.location ?? server.url.location,
                    defaultValue: variable?.defaultValue?.value,
                    allowedValues: variable?.enumValues?.map(\.value) ?? [], description: variable?.description)
            })
    }
}
