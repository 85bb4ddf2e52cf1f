import DiffReport
import KurusCommandLine
import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// The format and destination of a report: `--format`, `--color` and `--output`.
struct DiffPrinting {
    static let format = Option(
        "--format", "FORMAT", default: ReportFormat.text,
        "text (the default); markdown, for the comment of a pull request; html, one self-contained page; json; github, "
            + "annotations of the changed lines; junit.")
    static let output = Option<String?>(
        "--output", "FILE",
        "Write the report to this file.")
    static let color = Option(
        "--color", "WHEN", default: ColourChoice.auto,
        "Colour the text: auto (the default) on a terminal, always, or never.")

    let format: ReportFormat
    private let colour: ColourChoice
    private let output: String?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = try arguments[Self.format]
        colour = try arguments[Self.color]
        output = try arguments[Self.output].map(PathText.normalized)
    }

    /// Returns the report on two inputs.
    func text(
        of reports: [APIComparison], from base: DiffInput, to revision: DiffInput, _ context: CommandContext
    ) -> String {
        var options = options(base: base.name, revision: revision.name, context)
        if format == .github { options.repositoryPath = AnnotatedPaths(of: [base, revision], context.git).path }
        return ReportPrinter(reports, options: options).text(format)
    }

    func text(of reports: [APIComparison], base: String, revision: String, _ context: CommandContext) -> String {
        let options = options(base: base, revision: revision, context)
        return ReportPrinter(reports, options: options).text(format)
    }

    private func options(base: String, revision: String, _ context: CommandContext) -> ReportOptions {
        ReportOptions(
            base: base, revision: revision, usesColour: output == nil && colour.isColoured(context))
    }

    /// Writes the report to standard output or to a file.
    func deliver(_ text: String, _ context: CommandContext) -> ExitStatus {
        guard let output else {
            context.output(text)
            return .done
        }
        var diagnostics = Diagnostics()
        do throws(FileSystem.Failure) {
            try context.files.deliver(Array(text.utf8), to: output)
        } catch {
            diagnostics.error(.unwritableFile, "cannot be written: \(error.reason)", in: output)
        }
        return context.report(diagnostics)
    }
}

/// The values of `--color`.
enum ColourChoice: String, CaseIterable {
    case auto
    case always
    case never

    /// Whether text on standard output is coloured: by default on a capable terminal or in git's pager, unless NO_COLOR
    /// is set (no-color.org).
    func isColoured(_ context: CommandContext) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            (context.isTerminal || context.environment["GIT_PAGER_IN_USE"] == "true")
                && context.environment["NO_COLOR", default: ""].isEmpty && context.environment["TERM"] != "dumb"
        }
    }
}

/// Converts paths of reports to those relative to the repository's root, for GitHub's annotations.
struct AnnotatedPaths: Sendable {
    private let revisions: [String]
    private let location: RepositoryLocation?

    init(of inputs: [DiffInput], _ git: Git) {
        revisions = inputs.compactMap { ($0.files as? GitTree)?.revision }
        location = (try? Repository(git))?.location
    }

    /// - Parameter shown: A path in a report: `main:specs/bank/a.md`, or one relative to the working directory. One
    ///   outside of the repository is not changed.
    func path(of shown: String) -> String {
        for revision in revisions where shown.hasPrefix(revision + ":") {
            return String(shown.dropFirst(revision.count + 1))
        }
        return location?.pathFromRoot(shown) ?? shown
    }
}
