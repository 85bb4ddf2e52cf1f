import KurusCommandLine
import SpecDiagnostics
import SpecDiff

/// How a report is shown, and where it goes: `--format`, `--color` and `--output`.
struct DiffPrinting {
    let format: ReportFormat
    private let colour: ColourChoice
    private let output: String?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = try arguments.choice(of: "--format") ?? .text
        colour = try arguments.choice(of: "--color") ?? .auto
        output = arguments.value(of: "--output").map(PathText.normalized)
    }

    func text(of reports: [DiffReport], base: String, revision: String, _ invocation: Invocation) -> String {
        let isColoured = output == nil && colour.isColoured(invocation)
        let options = ReportOptions(base: base, revision: revision, usesColour: isColoured)
        return ReportPrinter(reports, options: options).text(format)
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
