import KurusCommandLine
import KurusGenerating
import SpecDiagnostics

/// `kurus update`: the pages as they are published now.
struct UpdateCommand {
    private let operands: [String]
    private let mode: UpdateMode
    private let invocation: Invocation

    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        operands = arguments.operands
        mode = UpdateMode(
            isCheck: arguments.has("--check"), isForced: arguments.has("--force"),
            writesPagesOnly: arguments.has("--pages-only"))
        if mode.isCheck, let other = ["--force", "--pages-only"].first(where: arguments.has) {
            throw UsageError("'\(other)' cannot stand beside '--check', which writes nothing", in: arguments.command)
        }
        self.invocation = invocation
    }

    func run() async -> ExitStatus {
        var diagnostics = Diagnostics()
        let configurations = paths(&diagnostics).compactMap {
            Configuration.read($0, invocation.files, diagnostics: &diagnostics)
        }
        var status = invocation.report(diagnostics)
        let fetch = PageFetch(transport: invocation.transport(), now: invocation.now)
        var known = KnownPages(invocation)
        var written: [String] = []
        for configuration in configurations {
            let update = ProviderUpdate(configuration, mode, invocation)
            let outcome = await update.run(fetch, &known)
            status = status.combined(with: outcome.status)
            written += outcome.written
        }
        known.save()
        if !written.isEmpty { sayWhatIsNext(written) }
        return status
    }

    private func paths(_ diagnostics: inout Diagnostics) -> [String] {
        guard !operands.isEmpty else {
            return Configuration.paths(matching: ClientSources.specs, invocation.files, diagnostics: &diagnostics)
        }
        var known: Set<String> = []
        let paths: [String] = operands.compactMap { operand in
            if let path = Configuration.path(describing: operand, invocation.files) { return path }
            diagnostics.error(
                .noMatchingFile, "there is no kurus.json, which would say where pages are published", in: operand)
            return nil
        }
        return paths.filter { known.insert($0).inserted }
    }

    private func sayWhatIsNext(_ written: [String]) {
        var known: Set<String> = []
        let paths = written.filter { known.insert($0).inserted }.map(ShellWord.quoted)
        invocation.output("next: read the diff above, then: git add -- \(paths.joined(separator: " ")) && git commit\n")
    }
}
