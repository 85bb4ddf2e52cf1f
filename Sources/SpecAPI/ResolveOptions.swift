package import SpecDiagnostics

/// The choices of kurus.json that the resolution follows.
package struct ResolveOptions: Sendable {
    /// `types`: a word of `type`, or `type/format`, to the scalar it stands for.
    package var types: [String: ScalarType]
    /// `components`: a component such as `schemas/Amount`, to the page whose version is taken where pages differ.
    package var preferredPages: [String: String]
    /// `serverNames`: the URL of a server, to what it is called in Swift.
    package var serverNames: [String: String]
    /// `servers`: pages that lack servers which other pages list.
    package var pageServers: [PageServers]
    /// Where the entries of the first three are, by their names.
    package var locations: [String: SourceLocation]
    /// Whether an entry that nothing needs is an error: not where the pages are only some of those it is for.
    package var reportsUnused: Bool

    package init(
        types: [String: ScalarType] = [:], preferredPages: [String: String] = [:],
        serverNames: [String: String] = [:], pageServers: [PageServers] = [], locations: [String: SourceLocation] = [:],
        reportsUnused: Bool = true
    ) {
        self.types = types
        self.preferredPages = preferredPages
        self.serverNames = serverNames
        self.pageServers = pageServers
        self.locations = locations
        self.reportsUnused = reportsUnused
    }
}
