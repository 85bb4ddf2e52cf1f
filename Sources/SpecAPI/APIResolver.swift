package import SpecDiagnostics
import SpecDocument
import SpecPages

extension API {
    /// Makes one API of the documents of one input.
    ///
    /// Reports everything that is wrong; the API is only worth generating when `diagnostics` has no errors then.
    package static func resolve(
        _ documents: [SourceDocument], options: ResolveOptions = ResolveOptions(), diagnostics: inout Diagnostics
    ) -> API {
        var merger = ComponentMerger(documents, options: options)
        let components = merger.merged(&diagnostics)
        var schemas = SchemaResolver(documents, components, options, diagnostics)
        let named = schemas.namedSchemas()
        var operations = OperationResolver(documents: documents, components: components, schemas: schemas)
        let servers = documents.first?.document.servers.map { operations.serverDescription($0) } ?? []
        var api = API(
            title: documents.first?.document.info.title ?? "", version: documents.first?.document.info.version ?? "",
            description: documents.first?.document.info.description, servers: servers, securitySchemes: [],
            operations: operations.operations(apiServers: servers), schemas: named, pages: distinctFiles(documents))
        diagnostics = operations.schemas.diagnostics
        api.securitySchemes = securitySchemes(components)
        api.schemaIndex = Dictionary(
            named.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        api.checkPaths(&diagnostics)
        api.relaxOneWayProperties()
        reportUnusedTypes(options, operations.schemas.usedTypes, &diagnostics)
        return api
    }

    private static func distinctFiles(_ documents: [SourceDocument]) -> [SourceFile] {
        documents.map(\.file).reduce(into: []) { files, file in
            if !files.contains(file) { files.append(file) }
        }
    }

    private static func securitySchemes(_ components: MergedComponents) -> [APISecurityScheme] {
        components.securitySchemeNames.compactMap { name in
            guard let entry = components.securitySchemes[name], case .object(let scheme) = entry.value else {
                return nil
            }
            let kind: APISecurityScheme.Kind
            switch scheme.kind {
            case .apiKey(let keyName, let place): kind = .apiKey(place: place.rawValue, name: keyName)
            case .http(let word, _): kind = .http(scheme: word)
            case .oauth2: kind = .oauth2
            case .openIdConnect(let url): kind = .openIDConnect(url: url)
            }
            return APISecurityScheme(
                name: name, location: entry.location, kind: kind, description: scheme.description)
        }
    }

    /// An exception that is no longer needed is an error too.
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

    /// OpenAPI 3.0.3, §4.7.8.2: paths that differ only in the names of their variables are the same.
    private func checkPaths(_ diagnostics: inout Diagnostics) {
        var first: [String: APIOperation] = [:]
        for operation in operations {
            let shape = PathTemplate.shape(of: operation.path)
            guard let earlier = first[shape] else {
                first[shape] = operation
                continue
            }
            if earlier.path != operation.path {
                diagnostics.error(
                    .ambiguousPaths,
                    "'\(operation.path)' and '\(earlier.path)' differ only in the names of their variables",
                    at: operation.pathLocation, notes: [Diagnostic.Note("the other path", at: earlier.pathLocation)])
                first[shape] = operation
            }
        }
    }
}
