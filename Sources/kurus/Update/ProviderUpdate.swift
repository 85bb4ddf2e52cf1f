import DiffReport
import ClientGenerator
import KurusCommandLine
import KurusGenerating
import SourceText
import SpecDiagnostics
import SpecDiff
import SpecPipeline

/// Updates the pages of one kurus.json: all changed ones, or none.
struct ProviderUpdate {
    struct Outcome {
        var status: ExitStatus
        /// The files that were written, and the folders of generated ones.
        var written: [String] = []
    }

    let configuration: Configuration
    let mode: UpdateMode
    let context: CommandContext

    private var files: FileSystem {
        context.files
    }

    func run(_ fetch: PageFetch, _ known: inout KnownPages) async -> Outcome {
        var diagnostics = Diagnostics()
        let sources = configuration.pageSources(diagnostics: &diagnostics)
        guard context.report(diagnostics) == .done else { return Outcome(status: .unusableInput) }
        let astray = sources.compactMap(linkedFolder)
        guard astray.isEmpty else {
            report(astray)
            say("nothing is changed")
            return Outcome(status: .unusableInput)
        }
        var pages = PublishedPages(sources, files, context.git)
        await pages.fetch(fetch, known)
        let status = pages.status
        guard status == .done else {
            report(pages.problems)
            context.errorOutput(pages.diagnostics.text)
            say("nothing is changed")
            return Outcome(status: status)
        }
        guard !pages.changed.isEmpty else {
            pages.remember(in: &known)
            say("\(Count(sources.count, "page").text), up to date")
            return Outcome(status: .done)
        }
        return update(pages, &known)
    }

    private func update(_ pages: PublishedPages, _ known: inout KnownPages) -> Outcome {
        say("\(Count(pages.sources.count, "page").text), \(pages.changed.count) changed")
        for page in pages.changed { context.output("  \(VisibleText(page.path).text)\n") }
        let replaced = ReplacedFiles(
            files: files, contents: Dictionary(pages.changed.map { ($0.path, $0.bytes) }) { first, _ in first })
        let readings = readings(of: replaced)
        let reports = compare(with: replaced, readings)
        let isUsable = canGenerate(readings)
        if mode.isCheck { return Outcome(status: isUsable ? .stale : .unusableInput) }
        let lost = mode.isForced ? [] : pages.changed.compactMap(localChange)
        guard lost.isEmpty, isUsable || mode.writesPagesOnly else {
            report(lost)
            say("nothing is changed" + (isUsable ? "" : "; --pages-only writes the pages all the same"))
            return Outcome(status: .unusableInput)
        }
        return write(pages, reports, readings, &known)
    }

    /// The clients with the new pages, by module. They are read once, for both comparing and generating.
    private func readings(of replaced: ReplacedFiles) -> [String: ClientReading] {
        let readings = configuration.clients.map { client in
            var found = Diagnostics()
            let input = ClientInput(
                client, of: configuration, output: outputFolder(of: client), files: replaced, diagnostics: &found)
            return (client.module.value, input.read(replaced, .comparing, after: found))
        }
        return Dictionary(readings) { first, _ in first }
    }

    private func outputFolder(of client: Configuration.Client) -> String {
        client.outputFolder(in: configuration) ?? "."
    }

    /// Prints the differences.
    private func compare(with replaced: ReplacedFiles, _ readings: [String: ClientReading]) -> [APIComparison] {
        let path = configuration.path
        let comparison = InputComparison(
            from: DiffInput(files: files, path: path),
            to: DiffInput(files: replaced, path: path, readings: readings),
            options: DiffOptions(today: context.today()))
        _ = context.report(comparison.diagnostics)
        let reports = comparison.reports.filter { !$0.isEmpty }
        guard !reports.isEmpty else { return reports }
        let options = ReportOptions(
            base: configuration.folder, revision: "as published", usesColour: ColourChoice.auto.isColoured(context))
        context.output("\n" + ReportPrinter(reports, options: options).text(.text) + "\n")
        return reports
    }

    /// Whether every client can be generated from the pages and written. Errors are printed.
    private func canGenerate(_ readings: [String: ClientReading]) -> Bool {
        var diagnostics = Diagnostics()
        for client in configuration.clients {
            guard let reading = readings[client.module.value] else { continue }
            diagnostics.append(reading.clientDiagnostics)
            guard let generated = reading.client() else { continue }
            _ = OutputFolder(path: outputFolder(of: client), files: files)
                .changes(for: generated.files.map { ($0.name, $0.text) }, diagnostics: &diagnostics)
        }
        return context.report(diagnostics.filter { $0.severity == .error }) == .done
    }

    /// Returns a linked folder between kurus.json and a page, or nil.
    private func linkedFolder(of source: PageSource) -> PageProblem? {
        var folder = PathText.folder(of: source.path)
        while folder != configuration.folder, folder != ".", folder != "/" {
            if files.isSymbolicLink(folder) {
                return PageProblem(source.path, "\(folder) is a symbolic link, and may lead anywhere")
            }
            folder = PathText.folder(of: folder)
        }
        return nil
    }

    /// Returns the reason not to overwrite a page; nil where nothing would be lost.
    private func localChange(_ page: PublishedPages.Page) -> PageProblem? {
        guard !files.isSymbolicLink(page.path) else { return PageProblem(page.path, "is a symbolic link") }
        do throws(Git.Failure) {
            guard try context.git.hasLocalChange(page.path) else { return nil }
            return PageProblem(
                page.path, "has changes that are not committed; commit or discard them, or write over them by --force")
        } catch {
            guard files.kind(of: page.path) != nil else { return nil }
            return PageProblem(
                page.path,
                "git cannot tell whether it has changes that would be lost (\(error.reason)); --force writes over it")
        }
    }

    private func write(
        _ pages: PublishedPages, _ reports: [APIComparison], _ readings: [String: ClientReading],
        _ known: inout KnownPages
    ) -> Outcome {
        var contents = pages.changed.map { (path: $0.path, bytes: $0.bytes) }
        if !mode.writesPagesOnly, let changelog = changelog(with: reports) { contents.append(changelog) }
        var diagnostics = Diagnostics()
        files.writeAll(contents, diagnostics: &diagnostics)
        guard context.report(diagnostics) == .done else { return Outcome(status: .unusableInput) }
        pages.remember(in: &known)
        var outcome = Outcome(status: .done, written: contents.map(\.path))
        guard !mode.writesPagesOnly else { return outcome }
        let sources = ClientSources(ofConfiguration: configuration.path, files, readings: readings)
        outcome.status = GenerateCommand(sources, isCheck: false, context.generating).run()
        outcome.written += configuration.clients.compactMap { $0.outputFolder(in: configuration) }
        return outcome
    }

    /// Returns CHANGELOG.md of the working directory with a new entry; nil where the file does not exist.
    private func changelog(with reports: [APIComparison]) -> (path: String, bytes: [UInt8])? {
        let entry = ReleaseNote.lines(for: reports, on: context.today())
        guard !entry.isEmpty else { return nil }
        guard let bytes = try? files.read(ChangelogFile.name), !files.isSymbolicLink(ChangelogFile.name),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            say("no \(ChangelogFile.name) here that an entry could be added to")
            return nil
        }
        var changelog = ChangelogFile(text)
        changelog.add(entry)
        return (ChangelogFile.name, Array(changelog.text.utf8))
    }

    private func report(_ problems: [PageProblem]) {
        for problem in problems {
            context.errorOutput(VisibleText("\(problem.page): error: \(problem.reason)").text + "\n")
        }
    }

    private func say(_ words: String) {
        context.output(VisibleText("\(configuration.folder): \(words)").text + "\n")
    }
}
