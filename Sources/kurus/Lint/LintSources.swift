import ClientGenerator
import KurusGenerating
import SpecAPI
import SpecDiagnostics

/// The inputs of `kurus lint`: all of specs/, or those that the command line names.
struct LintSources {
    let operands: [String]
    let files: FileSystem

    /// A placeholder for the module's name, which does not matter: nothing is written.
    private static let module = "Linted"

    func clients(diagnostics: inout Diagnostics) -> [ClientSources.Planned] {
        guard !operands.isEmpty else {
            return Configuration.paths(matching: ClientSources.specs, files, diagnostics: &diagnostics)
                .flatMap { clients(ofConfiguration: $0, &diagnostics) }
        }
        var planned: [ClientSources.Planned] = []
        var others: [String] = []
        for operand in operands {
            if let path = Configuration.path(describing: operand, files) {
                planned += clients(ofConfiguration: path, &diagnostics)
            } else {
                others.append(operand)
            }
        }
        if !others.isEmpty {
            var own = Diagnostics()
            let pages = files.inputFiles(others, diagnostics: &own)
            planned.append(plain(pages, own, ResolveOptions()))
        }
        return planned
    }

    private func clients(
        ofConfiguration path: String, _ diagnostics: inout Diagnostics
    ) -> [ClientSources.Planned] {
        guard let configuration = Configuration.read(path, files, diagnostics: &diagnostics) else { return [] }
        return configuration.clients.flatMap { client in
            var own = Diagnostics()
            let input = ClientInput(client, of: configuration, output: ".", files: files, diagnostics: &own)
            let planned = ClientSources.Planned(input: input, location: client.module.location, diagnostics: own)
            return [planned] + lintInputs(of: client, in: configuration)
        }
    }

    /// The further pages of a client, which are a separate API with the client's type names and without its overlays.
    private func lintInputs(
        of client: Configuration.Client, in configuration: Configuration
    ) -> [ClientSources.Planned] {
        guard !client.lintInputs.isEmpty else { return [] }
        var own = Diagnostics()
        let pages = files.inputFiles(client.lintInputs, in: configuration.folder, diagnostics: &own)
        return [plain(pages, own, ResolveOptions(types: client.types, reportsUnused: false))]
    }

    private func plain(
        _ pages: [InputFile], _ diagnostics: Diagnostics, _ options: ResolveOptions
    ) -> ClientSources.Planned {
        let input = ClientInput(
            pages: pages, overlays: [], resolveOptions: options,
            clientOptions: ClientOptions(module: Self.module, source: Self.module), output: ".")
        return ClientSources.Planned(input: input, location: nil, diagnostics: diagnostics)
    }
}
