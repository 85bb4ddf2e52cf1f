import SpecPipeline
import ClientGenerator
import KurusCommandLine
import KurusGenerating
import SpecDiagnostics

/// `kurus lint`: every document through the pipeline, for its diagnostics alone.
struct LintCommand {
    private enum Format: String, CaseIterable {
        case text
        case json
    }

    private let operands: [String]
    private let format: Format
    private let invocation: Invocation

    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        operands = arguments.operands
        format = try arguments.choice(of: "--format") ?? .text
        self.invocation = invocation
    }

    func run() -> ExitStatus {
        var diagnostics = Diagnostics()
        let clients = LintSources(operands: operands, files: invocation.files).clients(diagnostics: &diagnostics)
        for client in clients {
            let reading = client.input.read(invocation.files, .generating, after: client.diagnostics)
            diagnostics.append(reading.clientDiagnostics)
        }
        let pages = Set(clients.flatMap { $0.input.pages.map(\.path) }).count
        switch format {
        case .text: printText(diagnostics, pages: pages)
        case .json: invocation.output(DiagnosticReport(diagnostics).json + "\n")
        }
        return diagnostics.hasErrors ? .unusableInput : .done
    }

    private func printText(_ diagnostics: Diagnostics, pages: Int) {
        let text = diagnostics.text
        if !text.isEmpty { invocation.errorOutput(text) }
        let counts = [
            Count(pages, "page"), Count(diagnostics.count(of: .error), "error"),
            Count(diagnostics.count(of: .warning), "warning"),
        ]
        invocation.output(counts.map(\.text).joined(separator: ", ") + "\n")
    }
}

extension Diagnostics {
    func count(of severity: Diagnostic.Severity) -> Int {
        all.count { $0.severity == severity }
    }
}
