import SourceText
package import SpecDiagnostics
package import SpecDocument
package import SpecTree

extension API {
    /// Merges the documents of one input into one API.
    ///
    /// Reports everything that is wrong; the API is fit for generating only if `diagnostics` then has no errors.
    package static func resolve(
        _ documents: [SourceDocument], options: ResolveOptions = ResolveOptions(), diagnostics: inout Diagnostics
    ) -> API {
        var homes = SchemaHomes(documents)
        while true {
            var found = Diagnostics()
            let (api, homeless) = resolve(documents, homes, options, &found)
            guard homes.add(homeless) else {
                diagnostics.append(found.inReadingOrder(of: documents.map(\.file)))
                return api
            }
        }
    }

    /// Resolves with the schemas that have a home already; also returns those that still need one.
    private static func resolve(
        _ documents: [SourceDocument], _ homes: SchemaHomes, _ options: ResolveOptions, _ found: inout Diagnostics
    ) -> (API, homeless: [ReferenceTarget]) {
        var merger = ComponentMerger(documents, options: options)
        var components = merger.merged(&found)
        let references = ReferenceFinder(documents, addresses: options.addresses, homes: homes.names)
        homes.declare(in: &components, references, &found)
        var schemas = SchemaResolver(documents, components, references, options, found)
        schemas.homeNames = homes.locations(references)
        let named = schemas.namedSchemas()
        let servers = ServerMerger(documents, options).merged(&schemas.diagnostics)
        var operations = OperationResolver(
            documents: documents, components: components, environments: servers.environments,
            pageChoices: servers.choices, schemas: schemas)
        var api = API(
            title: documents.first?.document.info.title ?? "", version: documents.first?.document.info.version ?? "",
            description: documents.first?.document.info.text, servers: servers.environments.servers,
            securitySchemes: [], operations: operations.operations(), schemas: named, pages: distinctFiles(documents))
        api.securitySchemes = securitySchemes(&operations)
        api.schemas += operations.webhookSchemas(besides: named.map(\.name))
        found = operations.schemas.diagnostics
        api.schemaIndex = Dictionary(
            api.schemas.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        api.relaxOneWayProperties()
        reportUnusedTypes(options, operations.schemas.usedTypes, &found)
        reportUnusedServers(options, api.servers + api.namedServers, &found)
        return (api, operations.schemas.homeless)
    }

    private static func distinctFiles(_ documents: [SourceDocument]) -> [SourceFile] {
        var seen: Set<SourceFile> = []
        return documents.map(\.file).filter { seen.insert($0).inserted }
    }

    private static func securitySchemes(_ operations: inout OperationResolver) -> [APISecurityScheme] {
        let components = operations.components
        return components.securitySchemeNames.compactMap { name in
            guard let entry = components.securitySchemes[name],
                let scheme = operations.securityScheme(entry.value, in: entry.scope)
            else { return nil }
            let kind: APISecurityScheme.Kind
            switch scheme.kind {
            case .apiKey(let keyName, let place): kind = .apiKey(place: place.rawValue, name: keyName)
            case .http(let word, _): kind = .http(scheme: word)
            case .oauth2: kind = .oauth2
            case .openIdConnect(let url): kind = .openIDConnect(url: url)
            case .mutualTLS: kind = .mutualTLS
            }
            return APISecurityScheme(
                name: name, location: entry.location, kind: kind, description: scheme.description)
        }
    }

    /// Reports exceptions that are no longer needed as errors.
    private static func reportUnusedTypes(
        _ options: ResolveOptions, _ used: Set<String>, _ diagnostics: inout Diagnostics
    ) {
        guard options.reportsUnused else { return }
        for word in options.types.keys.sorted() where !used.contains(word) {
            diagnostics.error(
                .unusedOption, "`types`: no schema has the type `\(word)`; remove the entry",
                at: options.locations[word])
        }
    }

    private static func reportUnusedServers(
        _ options: ResolveOptions, _ servers: [APIServerDescription], _ diagnostics: inout Diagnostics
    ) {
        guard options.reportsUnused else { return }
        let known = servers.map(\.url)
        for url in options.serverNames.keys.sorted() where !known.contains(url) {
            let nearest = DidYouMean.suggestion(for: url, in: known).map { "did you mean `\($0)`?" }
            diagnostics.error(
                .unusedOption,
                "`serverNames`: the API has no server `\(url)`; \(nearest ?? "remove the entry")",
                at: options.locations[url])
        }
    }
}

extension DocumentInfo {
    /// The summary (OpenAPI 3.1.1, §4.8.2), then the description.
    fileprivate var text: String? {
        let texts = [summary, description].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
}

/// The choices of kurus.json that affect resolution.
package struct ResolveOptions: Sendable {
    /// The scalars by word of `type`, or by `type/format` (`types`).
    package var types: [String: ScalarType]
    /// The pages whose version is used where pages differ, by component such as `schemas/Amount` (`components`).
    package var preferredPages: [String: String]
    /// The Swift names of servers by URL (`serverNames`).
    package var serverNames: [String: String]
    /// The pages that lack servers listed by other pages (`servers`).
    package var pageServers: [PageServers]
    /// The locations of the entries of the first three, by their names.
    package var locations: [String: SourceLocation]
    /// Whether an unused entry is an error; false when only some of the pages are read.
    package var reportsUnused: Bool
    package var leftOut = LeftOut()
    /// The paths of the input's files by the address at which each is published (`sources`).
    package var addresses: [String: String] = [:]

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

/// A document of the input: its positioned JSON, and the object model decoded from it.
package struct SourceDocument: Sendable {
    package var page: PageDocument
    package var document: OpenAPIDocument

    package init(page: PageDocument, document: OpenAPIDocument) {
        self.page = page
        self.document = document
    }

    var file: SourceFile { page.file }
}
