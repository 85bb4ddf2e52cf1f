import ClientGenerator
package import KurusCommandLine
import SpecDiagnostics
import SpecPipeline

/// `kurus generate`: every client through the pipeline, and to its folder.
package struct GenerateCommand {
    private let sources: ClientSources
    private let isCheck: Bool
    private let context: CommandContext

    package init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        sources = try ClientSources(arguments, context.files)
        isCheck = arguments[GenerateOptions.check]
        self.context = context
    }

    package init(_ sources: ClientSources, isCheck: Bool, _ context: CommandContext) {
        self.sources = sources
        self.isCheck = isCheck
        self.context = context
    }

    package func run() -> ExitStatus {
        var diagnostics = Diagnostics()
        let planned = sources.clients(diagnostics: &diagnostics)
        var status = context.report(diagnostics)
        var failed = Set(planned.filter { $0.diagnostics.hasErrors }.map(\.input.output))
        for client in planned {
            let result = generate(client)
            if result == .unusableInput { failed.insert(client.input.output) }
            status = status.combined(with: result)
        }
        // Whose configuration is broken may be the one who writes what looks left over.
        guard !diagnostics.hasErrors else { return status }
        return status.combined(with: removeLeftovers(of: planned.map(\.input).filter { !failed.contains($0.output) }))
    }

    private func generate(_ client: ClientSources.Planned) -> ExitStatus {
        let start = context.now()
        let reading = client.reading ?? client.input.read(context.files, .generating, after: client.diagnostics)
        var diagnostics = reading.clientDiagnostics
        guard let generated = reading.client() else { return context.report(diagnostics) }
        let folder = OutputFolder(path: client.input.output, files: context.files)
        let changes = folder.changes(for: generated.files.map { ($0.name, $0.text) }, diagnostics: &diagnostics)
        if !isCheck, !diagnostics.hasErrors { folder.make(changes, diagnostics: &diagnostics) }
        guard context.report(diagnostics) == .done else { return .unusableInput }
        if isCheck { reportStale(changes, client.input) }
        context.output(
            Summary(
                of: generated, module: client.input.module, changes: changes.count, isCheck: isCheck,
                took: context.now() - start
            ).text)
        return isCheck && !changes.isEmpty ? .stale : .done
    }

    private func reportStale(_ changes: [OutputFolder.Change], _ input: ClientInput) {
        let pages = ChangedPages(known: input.pages.map(\.path))
        let overlays = input.overlays.isEmpty ? "" : " and " + input.overlays.map(\.path).joined(separator: ", ")
        for change in changes {
            switch change.kind {
            case .create:
                let all = pages.known.joined(separator: ", ")
                context.output("\(change.path) is missing; it comes from \(all)\(overlays)\n")
            case .rewrite(let old):
                let changed = pages.pages(from: old, to: change.bytes).joined(separator: ", ")
                context.output("\(change.path) is stale; what differs comes from \(changed)\(overlays)\n")
            }
        }
    }

    /// Removes, folder by folder, what was written for clients or parts that are no more.
    private func removeLeftovers(of inputs: [ClientInput]) -> ExitStatus {
        var status = ExitStatus.done
        for path in Set(inputs.map(\.output)).sorted() {
            let current = inputs.filter { $0.output == path }.flatMap(\.outputPaths)
            let folder = OutputFolder(path: path, files: context.files)
            var diagnostics = Diagnostics()
            let leftovers = folder.leftovers(
                butFor: Set(current), writtenBy: sources.leftoverHeader(inputs), diagnostics: &diagnostics)
            if !isCheck { folder.remove(leftovers, diagnostics: &diagnostics) }
            let words =
                isCheck ? "is left over: no client writes it any more" : "is removed: no client writes it any more"
            for leftover in leftovers { context.output("\(leftover) \(words)\n") }
            status = status.combined(with: context.report(diagnostics))
            if isCheck, !leftovers.isEmpty { status = status.combined(with: .stale) }
        }
        return status
    }
}
