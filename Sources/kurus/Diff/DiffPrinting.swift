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
