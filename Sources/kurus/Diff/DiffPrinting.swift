import DiffReport
import KurusCommandLine
import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// How a report is shown, and where it goes: `--format`, `--color` and `--output`.
struct DiffPrinting {
    static let format = Option(
        "--format", "FORMAT", default: ReportFormat.text,
        "text (the default); markdown, for the comment of a pull request; html, one page that needs nothing else; "
            + "json; github, annotations of the changed lines; junit.")
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

    /// The report on two inputs.
    func text(
        of reports: [APIComparison], from base: DiffInput, to revision: DiffInput, _ invocation: Invocation
    ) -> String {
        var options = options(base: base.name, revision: revision.name, invocation)
        if format == .github { options.repositoryPath = AnnotatedPaths(of: [base, revision], invocation.git).path }
        return ReportPrinter(reports, options: options).text(format)
    }

    func text(of reports: [APIComparison], base: String, revision: String, _ invocation: Invocation) -> String {
        let options = options(base: base, revision: revision, invocation)
        return ReportPrinter(reports, options: options).text(format)
    }

    private func options(base: String, revision: String, _ invocation: Invocation) -> ReportOptions {
        ReportOptions(
            base: base, revision: revision, usesColour: output == nil && colour.isColoured(invocation))
    }

    /// To standard output, or to the file that is named.
    func deliver(_ text: String, _ invocation: Invocation) -> ExitStatus {
        guard let output else {
            invocation.output(text)
            return .done
        }
        var diagnostics = Diagnostics()
        do throws(FileSystem.Failure) {
            try invocation.files.deliver(Array(text.utf8), to: output)
        } catch {
            diagnostics.error(.unwritableFile, "cannot be written: \(error.reason)", in: output)
        }
        return invocation.report(diagnostics)
    }
}

/// `--color`.
enum ColourChoice: String, CaseIterable {
    case auto
    case always
    case never

    /// Whether text on standard output is coloured: by itself on a terminal that can, or in git's pager, unless NO_COLOR is
    /// set (no-color.org).
    func isColoured(_ invocation: Invocation) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            (invocation.isTerminal || invocation.environment["GIT_PAGER_IN_USE"] == "true")
                && invocation.environment["NO_COLOR", default: ""].isEmpty && invocation.environment["TERM"] != "dumb"
        }
    }
}

/// What GitHub calls the files of a diff: by their paths from the repository's root, in whatever revision they are.
struct AnnotatedPaths: Sendable {
    private let revisions: [String]
    private let place: RepositoryPlace?

    init(of inputs: [DiffInput], _ git: Git) {
        revisions = inputs.compactMap { ($0.files as? GitTree)?.revision }
        place = (try? Repository(git))?.place
    }

    /// - Parameter shown: A path as reports name it: `main:specs/bank/a.md`, or one from the working directory. One outside
    ///   of the repository stays as it is.
    func path(of shown: String) -> String {
        for revision in revisions where shown.hasPrefix(revision + ":") {
            return String(shown.dropFirst(revision.count + 1))
        }
        return place?.pathFromRoot(shown) ?? shown
    }
}
