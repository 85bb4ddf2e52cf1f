import KurusCommandLine
import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// `kurus diff`: compares two inputs and judges the changes.
struct DiffCommand: Command {
    private let operands: [String]
    private let driver: GitDriver?
    private let printing: DiffPrinting
    private let failOn: FailOn
    private let verdict: Verdict
    private let accepted: String?
    private let showsProse: Bool
    private let context: CommandContext

    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        operands = arguments.operands
        driver = arguments[Self.gitDriver] ? try GitDriver(arguments) : nil
        if driver == nil, operands.count > 2 {
            throw UsageError("two inputs are compared; found \(operands.count)", in: arguments.command)
        }
        printing = try DiffPrinting(arguments)
        failOn = try arguments[Self.failOn]
        verdict = try arguments[Self.verdict]
        accepted = try arguments[Self.accept].map(PathText.normalized)
        showsProse = !arguments[Self.noProse]
        self.context = context
    }

    private var options: DiffOptions {
        DiffOptions(today: context.today(), prose: showsProse)
    }

    func run() -> ExitStatus {
        if let driver { return driver.run(options, printing, context) }
        var finder = InputFinder(files: context.files, git: context.git)
        do throws(InputFinder.Failure) {
            let inputs = try finder.inputs(operands)
            return compare(inputs.base, inputs.revision)
        } catch {
            var diagnostics = Diagnostics()
            diagnostics.error(.unreadableFile, error.reason, in: error.operand)
            return context.report(diagnostics)
        }
    }

    private func compare(_ base: DiffInput, _ revision: DiffInput) -> ExitStatus {
        let comparison = InputComparison(from: base, to: revision, options: options)
        _ = context.report(comparison.diagnostics)
        var reports = comparison.reports
        var status = comparison.isIncomplete ? ExitStatus.unusableInput : .done
        if let accepted { status = status.combined(with: accept(accepted, &reports)) }
        if !comparison.isIncomplete || !reports.isEmpty {
            let text = printing.text(of: reports, from: base, to: revision, context)
            status = status.combined(with: printing.deliver(text, context))
        }
        return status.combined(with: reports.contains { $0.fails(failOn, verdict) } ? .found : .done)
    }

    private func accept(_ path: String, _ reports: inout [APIComparison]) -> ExitStatus {
        var diagnostics = Diagnostics()
        let file = InputFile(path: path, location: nil, isNamed: true)
        let list = context.files.read(file, diagnostics: &diagnostics)
            .flatMap { AcceptList.read($0, diagnostics: &diagnostics) }
        list?.apply(to: &reports, today: context.today(), diagnostics: &diagnostics)
        return context.report(diagnostics)
    }

    private static let failOn = Option(
        "--fail-on", "LEVEL", default: FailOn.breaking,
        "Exit with status 1 if there is a change of this level or a higher one: breaking (the default), warning, or "
            + "any, which counts every change, text and sample that the report shows.")
    private static let verdict = Option(
        "--verdict", "VERDICT", default: Verdict.both,
        "The level that --fail-on considers: wire, source, or both (the default).")
    private static let accept = Option<String?>(
        "--accept", "FILE",
        "Accepted changes, which stay in the report and do not count: a JSON object whose member accepted is an array "
            + "of objects with fingerprint (the id that the report prints), reason, expires (the last day, as "
            + "2026-12-31) and optionally rule. An entry that has expired or matches nothing is an error.")
    private static let noProse = Flag(
        "--no-prose",
        "Leave out changed texts.")
    private static let gitDriver = Flag(
        "--git-driver",
        "Act as an external diff driver, which git calls with two versions of one file; see FILES.")

    static let definition = CommandDefinition(
        name: "diff",
        summary: "compare two versions of an API",
        synopses: [
            "kurus diff [OPTION...] BASE REVISION",
            "kurus diff [OPTION...] [BASE]",
            "kurus diff --git-driver -- WORD...",
        ],
        paragraphs: [
            "Compares two versions of an API and judges every change twice: by its effect on the wire, and by its "
                + "effect on Swift code that imports the generated module. Changed texts are listed separately.",
            "BASE and REVISION are each a page, a document, a kurus.json, or a folder. A folder with a kurus.json is "
                + "read accordingly, including overlays; a folder of such folders, like specs, contains several "
                + "clients, which are paired by module; in any other folder all documents and pages are one API, whose "
                + "module is called PageAPI.",
            "Either can be in a git revision: REV:PATH, where PATH begins at the repository's root, or with ./ at the "
                + "working directory; :PATH is in the index. REV alone means its specs. A file on the disk with the "
                + "whole name, including the colon, has precedence; ./NAME always means the disk.",
            "Without operands, HEAD's specs are compared with those on the disk. With one: PATH on the disk with "
                + "HEAD's version; REV:PATH with PATH on the disk; the specs of REV with those on the disk. REV..REV "
                + "compares the specs of both, REV...REV those of the second with those of the merge base. If one "
                + "input is not named, it may be missing.",
            "The report goes to standard output; errors that prevent a comparison, to standard error. Other "
                + "diagnostics of a document are in the report, and the rest is still compared.",
        ],
        options: [
            DiffPrinting.format, DiffPrinting.output, failOn, verdict, accept, noProse, DiffPrinting.color, gitDriver,
        ],
        exitStatuses: [
            (.done, "No change has the level of --fail-on. With --git-driver: always."),
            (.found, "A change has that level."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "An input, or the file of accepted changes, cannot be read or used."),
        ],
        examples: [
            ("kurus diff", "Print the changes of the working directory."),
            ("kurus diff main...", "Print the changes of this branch, for its review."),
            (
                "kurus diff --format markdown --output comment.md main:specs/bank",
                "Write a comment for a pull request that changes one provider."
            ),
            ("kurus diff old.md new.md", "Compare two pages."),
        ],
        environment: [("NO_COLOR", "If set, --color auto means never.")],
        files: [
            (
                "specs/NAME/kurus.json",
                "The inputs of a client; further pages: lintInputs, and pages of sources that are not inputs."
            ),
            (
                ".gitattributes",
                "specs/**/*.md diff=kurus: makes git diff show pages by kurus, together with: git config "
                    + "diff.kurus.command 'kurus diff --git-driver --'"
            ),
        ])
}
