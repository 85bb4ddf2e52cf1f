package import ClientGenerator
package import SpecAPI
package import SpecDiagnostics
package import SpecPipeline

/// Everything a client is generated from; its pages are known, but not read yet.
package struct ClientInput {
    package let pages: [InputFile]
    package let overlays: [InputFile]
    package let resolveOptions: ResolveOptions
    package let clientOptions: ClientOptions
    package let filter: APIFilter?
    package let choice: OperationChoice
    /// The folder for its files.
    package let output: String

    package init(
        pages: [InputFile], overlays: [InputFile], resolveOptions: ResolveOptions, clientOptions: ClientOptions,
        filter: APIFilter? = nil, choice: OperationChoice = .all(but: nil), output: String
    ) {
        self.pages = pages
        self.overlays = overlays
        self.resolveOptions = resolveOptions
        self.clientOptions = clientOptions
        self.filter = filter
        self.choice = choice
        self.output = output
    }

    package var module: String {
        clientOptions.module
    }

    /// The paths for its files.
    package var outputPaths: [String] {
        ClientGenerator.fileNames(clientOptions).map { PathText.joined(output, $0) }
    }
}

extension ClientInput {
    /// Reads the pages and runs them through the pipeline. A page that cannot be read is an error.
    ///
    /// - Parameter found: The diagnostics of finding the pages.
    package func read(
        _ files: any FileTree, _ purpose: ClientPipeline.Purpose, after found: Diagnostics
    ) -> ClientReading {
        var found = found
        let texts = pages.compactMap { page in
            files.read(page, diagnostics: &found).map {
                ClientPipeline.PageText(file: $0, mayBeProse: !page.isNamed)
            }
        }
        let overlays = overlays.compactMap { files.read($0, diagnostics: &found) }
        let folder = Diagnostic.Place.path(files.shown(PathText.folder(of: pages.first?.path ?? ".")))
        let pipeline = ClientPipeline(
            pages: texts, overlays: overlays, resolveOptions: resolveOptions, clientOptions: clientOptions,
            filter: filter, choice: choice, place: pages.first?.location.map(Diagnostic.Place.location) ?? folder)
        return pipeline.read(purpose, after: found)
    }

    /// Makes the input of a client that a kurus.json describes.
    package init(
        _ client: Configuration.Client, of configuration: Configuration, output: String, files: any FileTree,
        diagnostics: inout Diagnostics
    ) {
        pages = files.inputFiles(client.inputs, in: configuration.folder, diagnostics: &diagnostics)
        overlays = files.inputFiles(client.overlays, in: configuration.folder, diagnostics: &diagnostics)
        var resolveOptions = ResolveOptions(
            types: client.types,
            preferredPages: client.components.mapValues { files.shown(PathText.joined(configuration.folder, $0)) },
            serverNames: client.serverNames,
            pageServers: client.servers.map { decision in
                let page = files.shown(PathText.joined(configuration.folder, decision.page))
                return PageServers(page: page, use: decision.use, location: decision.location)
            },
            locations: client.locations)
        resolveOptions.addresses = Dictionary(
            client.sources.map { ($0.address.value, files.shown(PathText.joined(configuration.folder, $0.page))) },
            uniquingKeysWith: { first, _ in first })
        self.resolveOptions = resolveOptions
        filter = client.filter
        choice = .all(but: client.leaveOut)
        clientOptions = ClientOptions(
            module: client.module.value, source: configuration.sourceName, access: client.access,
            emit: Set(client.emit), typesModule: client.typesModule)
        self.output = output
    }
}

extension Configuration {
    /// The source that the generated files name: the folder, without parts that differ from machine to machine.
    package var sourceName: String {
        folder.hasPrefix("/") || folder.hasPrefix("..") || folder == "."
            ? PathText.lastName(of: folder == "." ? path : folder) : folder
    }
}
