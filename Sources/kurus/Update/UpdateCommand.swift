import KurusCommandLine
import KurusGenerating
import SpecDiagnostics

/// `kurus update`: fetches the published pages.
struct UpdateCommand: Command {
    private let operands: [String]
    private let mode: UpdateMode
    private let context: CommandContext

    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        operands = arguments.operands
        mode = UpdateMode(
            isCheck: arguments[Self.check], isForced: arguments[Self.force],
            writesPagesOnly: arguments[Self.pagesOnly])
        if mode.isCheck, let other = [Self.force, Self.pagesOnly].first(where: arguments.has) {
            throw UsageError(
                "'\(other.name)' cannot be used with '--check', which writes nothing", in: arguments.command)
        }
        self.context = context
    }

    func run() async -> ExitStatus {
        var diagnostics = Diagnostics()
        let configurations = paths(&diagnostics).compactMap {
            Configuration.read($0, context.files, diagnostics: &diagnostics)
        }
        var status = context.report(diagnostics)
        let fetch = PageFetch(transport: context.transport(), now: context.now)
        var known = KnownPages(context)
        var written: [String] = []
        for configuration in configurations {
            let update = ProviderUpdate(configuration: configuration, mode: mode, context: context)
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
            return Configuration.paths(matching: ClientSources.specs, context.files, diagnostics: &diagnostics)
        }
        var known: Set<String> = []
        let paths: [String] = operands.compactMap { operand in
            if let path = Configuration.path(describing: operand, context.files) { return path }
            diagnostics.error(
                .noMatchingFile, "there is no kurus.json, which would give the addresses of pages", in: operand)
            return nil
        }
        return paths.filter { known.insert($0).inserted }
    }

    private func sayWhatIsNext(_ written: [String]) {
        var known: Set<String> = []
        let paths = written.filter { known.insert($0).inserted }.map(ShellWord.quoted)
        context.output("next: read the diff above, then: git add -- \(paths.joined(separator: " ")) && git commit\n")
    }

    private static let check = Flag(
        "--check",
        "Fetch and print the differences, write nothing, and exit with status 1 if a page changed.")
    private static let force = Flag(
        "--force",
        "Overwrite uncommitted changes, and files without git.")
    private static let pagesOnly = Flag(
        "--pages-only",
        "Write only the pages, even if no client can be generated from them, usually because an overlay no longer "
            + "matches, so that the overlay can be amended.")

    static let definition = CommandDefinition(
        name: "update",
        summary: "fetch the published pages",
        synopses: ["kurus update [--check] [FOLDER...]", "kurus update [--force] [--pages-only] [FOLDER...]"],
        paragraphs: [
            "Fetches the pages that the sources of every specs/*/kurus.json name, or of those in the FOLDERs, and "
                + "prints the differences. Writes the pages as published, up to the heading that cutFrom names, writes "
                + "the clients, and adds an entry to CHANGELOG.md, if it exists. Read and commit the result.",
            "All pages of a kurus.json are written, or none. None is written if one cannot be fetched, is redirected "
                + "to an address other than https and a public name, is HTML, has lost its document or all headings, "
                + "or if a client cannot be generated from the new pages. Uncommitted changes are never overwritten. "
                + "The pages of other kurus.json files are still updated.",
            "Pages are fetched over https, or over http from this machine; each has \(PageFetch.sizeLimit >> 20) MiB "
                + "and \(PageFetch.pageLimit.components.seconds) seconds at most, all together "
                + "\(PageFetch.runLimit.components.seconds) seconds. An unchanged page is not sent again.",
        ],
        options: [check, force, pagesOnly],
        exitStatuses: [
            (.done, "Nothing changed, or all changes are written."),
            (.stale, "With --check: a page changed."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "A page cannot be used or written, or a kurus.json cannot be read."),
            (.providerFailed, "A page could not be fetched."),
        ],
        examples: [
            ("kurus update", "Update all of specs/."),
            ("kurus update --check specs/bank", "Ask whether a provider changed a page."),
        ],
        environment: [
            (
                "XDG_CACHE_HOME",
                "The cache folder, ~/.cache by default (~/Library/Caches on macOS): kurus/etags.json in it records the "
                    + "last fetched version of each page. It can be removed at any time."
            )
        ],
        files: [
            (
                "specs/NAME/kurus.json",
                "sources: the pages, in its folder, and the address of each, without a password; cutFrom."
            ),
            ("CHANGELOG.md", "Gets an entry below Unreleased, Changed."),
        ])
}

/// The options of an update.
struct UpdateMode {
    let isCheck: Bool
    /// Whether uncommitted changes are overwritten.
    let isForced: Bool
    /// Whether only pages are written, even if no client can be generated from them.
    let writesPagesOnly: Bool
}
