import KurusCommandLine
import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// `kurus diff`: two inputs, what is different, and whether that is too much.
struct DiffCommand {
    private let operands: [String]
    private let driver: GitDriver?
    private let printing: DiffPrinting
    private let failOn: FailOn
    private let verdict: Verdict
    private let accepted: String?
    private let showsProse: Bool
    private let invocation: Invocation

    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        operands = arguments.operands
        driver = arguments.has("--git-driver") ? try GitDriver(arguments) : nil
        if driver == nil, operands.count > 2 {
            throw UsageError("two inputs are compared; found \(operands.count)", in: arguments.command)
        }
        printing = try DiffPrinting(arguments)
        failOn = try arguments.choice(of: "--fail-on") ?? .breaking
        verdict = try arguments.choice(of: "--verdict") ?? .both
        accepted = arguments.value(of: "--accept").map(PathText.normalized)
        showsProse = !arguments.has("--no-prose")
        self.invocation = invocation
    }

    private var options: DiffOptions {
        DiffOptions(today: invocation.today(), prose: showsProse)
    }

    func run() -> ExitStatus {
        if let driver { return driver.run(options, printing, invocation) }
        var finder = InputFinder(files: invocation.files, git: invocation.git)
        do throws(InputFinder.Failure) {
            let inputs = try finder.inputs(operands)
            return compare(inputs.base, inputs.revision)
        } catch {
            var diagnostics = Diagnostics()
            diagnostics.error(.unreadableFile, error.reason, in: error.operand)
            return invocation.report(diagnostics)
        }
    }

    private func compare(_ base: DiffInput, _ revision: DiffInput) -> ExitStatus {
        let comparison = InputComparison(from: base, to: revision, options: options)
        _ = invocation.report(comparison.diagnostics)
        var reports = comparison.reports
        var status = comparison.isIncomplete ? ExitStatus.unusableInput : .done
        if let accepted { status = status.combined(with: accept(accepted, &reports)) }
        if !comparison.isIncomplete || !reports.isEmpty {
            let text = printing.text(of: reports, from: base, to: revision, invocation)
            status = status.combined(with: printing.deliver(text, invocation))
        }
        return status.combined(with: reports.contains { $0.fails(failOn, verdict) } ? .found : .done)
    }

    private func accept(_ path: String, _ reports: inout [APIComparison]) -> ExitStatus {
        var diagnostics = Diagnostics()
        let file = InputFile(path: path, location: nil, isNamed: true)
        let list = invocation.files.read(file, diagnostics: &diagnostics)
            .flatMap { AcceptList.read($0, diagnostics: &diagnostics) }
        list?.apply(to: &reports, today: invocation.today(), diagnostics: &diagnostics)
        return invocation.report(diagnostics)
    }
}
