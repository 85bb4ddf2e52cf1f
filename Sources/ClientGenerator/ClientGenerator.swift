package import SpecAPI
package import SpecDiagnostics

/// Writes the Swift source of an API's client.
package enum ClientGenerator {
    /// Returns the declarations of the client's files.
    ///
    /// Reports things that Swift cannot express. After errors the result holds the declarations that could be planned;
    /// they are worth writing only when `diagnostics` has no errors.
    package static func declarations(
        of api: API, options: ClientOptions, diagnostics: inout Diagnostics
    ) -> ClientDeclarations {
        let plan = plan(api, options: options, diagnostics: &diagnostics)
        return ClientDeclarations(
            options: options,
            parts: ClientPart.allCases.filter(options.emit.contains).map { part in
                ClientDeclarations.Part(
                    part: part, imports: plan.imports(of: part), declarations: plan.declarations(of: part))
            })
    }

    /// Returns the names of a client's files, which a build tool has to know before it runs.
    package static func fileNames(_ options: ClientOptions) -> [String] {
        ClientPart.allCases.filter(options.emit.contains).map { fileName($0, options) }
    }

    static func fileName(_ part: ClientPart, _ options: ClientOptions) -> String {
        "\(options.module)\(part.suffix).swift"
    }

    private static func plan(_ api: API, options: ClientOptions, diagnostics: inout Diagnostics) -> ClientPlan {
        let types = TypePlanner(api, options: options, diagnostics: Diagnostics())
        var operations = OperationPlanner(types: types)
        var models = operations.types.namedModels()
        let plans = operations.plans()
        if options.emit.contains(.server) { AmbiguousPaths.report(api, &operations.types.diagnostics) }
        models += operations.types.sharedModels
        models.sort { (first: ModelPlan, second: ModelPlan) -> Bool in first.name.name < second.name.name }
        let servers = ServerPlan.plans(api)
        diagnostics.append(operations.types.diagnostics.inReadingOrder(of: api.pages))
        let title: [String] = [api.title, api.version].filter { !$0.isEmpty }
        return ClientPlan(
            options: options, title: title.joined(separator: " "),
            description: api.description, servers: servers,
            operations: plans, models: models)
    }
}
