import SpecPipeline
import ClientGenerator
import KurusCommandLine
import KurusGenerating
import SpecDiagnostics

/// `kurus lint`: runs every document through the pipeline and prints its diagnostics.
struct LintCommand: Command {
    private enum Format: String, CaseIterable {
        case text
        case json
    }

    private let operands: [String]
    private let format: Format
    private let context: CommandContext

    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        operands = arguments.operands
        format = try arguments[Self.format]
        self.context = context
    }

    func run() -> ExitStatus {
        var diagnostics = Diagnostics()
        let clients = LintSources(operands: operands, files: context.files).clients(diagnostics: &diagnostics)
        for client in clients {
            let reading = client.input.read(context.files, .generating, after: client.diagnostics)
            diagnostics.append(reading.clientDiagnostics)
        }
        let pages = Set(clients.flatMap { $0.input.pages.map(\.path) }).count
        switch format {
        case .text: printText(diagnostics, pages: pages)
        case .json: context.output(DiagnosticReport.text(of: diagnostics) + "\n")
        }
        return diagnostics.hasErrors ? .unusableInput : .done
    }

    private func printText(_ diagnostics: Diagnostics, pages: Int) {
        let text = diagnostics.text
        if !text.isEmpty { context.errorOutput(text) }
        let counts = [
            Count(pages, "page"), Count(diagnostics.count(of: .error), "error"),
            Count(diagnostics.count(of: .warning), "warning"),
        ]
        context.output(counts.map(\.text).joined(separator: ", ") + "\n")
    }

    private static let format = Option(
        "--format", "FORMAT", default: Format.text,
        "text (the default): diagnostics as a person reads them on standard error, a line that counts them on standard "
            + "output. json: one JSON object on standard output, with the members diagnostics, errors and warnings. A "
            + "diagnostic has id, severity and message, and, where it has a location, file, line, column (both from 1) "
            + "and offset (bytes, from 0); so do its notes.")

    static let definition = CommandDefinition(
        name: "lint",
        summary: "report all mistakes in documents",
        synopses: ["kurus lint [--format text|json] [INPUT...]"],
        paragraphs: [
            "Reads documents as generate does, up to the Swift source, and prints all diagnostics; writes nothing.",
            "Without INPUT, reads every specs/*/kurus.json below the working directory: its inputs, with its overlays, "
                + "and its lintInputs, without overlays.",
            "INPUT is an OpenAPI 3.x document (.json, .yaml, .yml), a page of Markdown with documents in fenced code "
                + "blocks, a kurus.json, or a folder: one with a kurus.json is read accordingly, any other contributes "
                + "all documents and pages. All INPUTs without a kurus.json are one API.",
        ],
        options: [format],
        exitStatuses: [
            (.done, "There are no errors; there may be warnings."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "There are errors, or an input cannot be read."),
        ],
        examples: [
            ("kurus lint", "Check all of specs/."),
            ("kurus lint --format json page.md", "Check a page, with JSON for a machine."),
        ],
        files: [("specs/NAME/kurus.json", "The inputs, lintInputs and overlays.")])
}

extension Diagnostics {
    func count(of severity: Diagnostic.Severity) -> Int {
        all.count { $0.severity == severity }
    }
}
