import KurusCommandLine
import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// `kurus changelog`: prints the changes of each commit of a history.
struct ChangelogCommand: Command {
    private enum Format: String, CaseIterable {
        case text
        case markdown
        case json
    }

    private static let wholeHistory = "HEAD"
    private let range: String
    private let path: String
    /// Whether the only word may be a path: `kurus changelog -- specs/bank`.
    private let mayBePath: Bool
    private let format: Format
    private let context: CommandContext

    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        let words = arguments.operands
        guard words.count <= 2 else {
            throw UsageError(
                "a range of revisions and a path are all there is; found \(words.count) words", in: arguments.command)
        }
        range = words.first ?? Self.wholeHistory
        path = words.count == 2 ? PathText.normalized(words[1]) : InputFinder.specs
        mayBePath = words.count == 1
        format = try arguments[Self.format]
        self.context = context
    }

    func run() -> ExitStatus {
        do throws(Git.Failure) {
            let repository = try Repository(context.git)
            let (range, path) = words(in: repository)
            let commits = try repository.commits(in: try revisions(range, in: repository), touching: path)
            let options = DiffOptions(today: context.today())
            print(commits, History(repository: repository, path: path, options: options))
            return .done
        } catch {
            var diagnostics = Diagnostics()
            diagnostics.error(.unreadableFile, "git: \(error.reason)", in: range)
            return context.report(diagnostics)
        }
    }

    /// Returns the range and the path. A single word is a revision, or a path if git knows no revision of that name.
    private func words(in repository: Repository) -> (range: String, path: String) {
        guard mayBePath, RevisionRange(range) == nil, !repository.knows(range) else { return (range, path) }
        let word = PathText.normalized(range)
        let isThere = context.files.kind(of: word) != nil || repository.headHas(word)
        return isThere ? (Self.wholeHistory, word) : (range, path)
    }

    /// Converts the range for `git log`: a single revision is its beginning.
    private func revisions(_ range: String, in repository: Repository) throws(Git.Failure) -> String {
        guard let parsed = RevisionRange(range) else { return range == Self.wholeHistory ? range : range + "..HEAD" }
        return try (parsed.fromMergeBase ? repository.mergeBase(of: parsed) : parsed.base) + ".." + parsed.revision
    }

    private func print(_ commits: [GitCommit], _ history: History) {
        switch format {
        case .text:
            if commits.isEmpty { context.output("no commit touches \(history.path)\n") }
            for (number, commit) in commits.enumerated() {
                context.output((number == 0 ? "" : "\n") + HistoryText.plain(history.entry(for: commit)))
            }
        case .markdown:
            context.output("# Changes of \(history.path)\n")
            for commit in commits { context.output("\n" + HistoryText.markdown(history.entry(for: commit))) }
        case .json:
            context.output(HistoryJSON.text(of: commits.map(history.entry)) + "\n")
        }
    }

    private static let format = Option(
        "--format", "FORMAT", default: Format.text,
        "text (the default), markdown, or json: one JSON object with the members version and commits. A commit has "
            + "commit, date, subject, clients and errors; a client has module, wire, source, baseVersion, "
            + "revisionVersion, changes (rule, wire, source, subject, message, operations) and texts, the number of "
            + "texts that read differently.")

    static let definition = CommandDefinition(
        name: "changelog",
        summary: "print the changes of each commit",
        synopses: ["kurus changelog [--format text|markdown|json] [REV..REV] [-- PATH]"],
        paragraphs: [
            "For each commit of a range that touches PATH (specs, unless given), newest first: the commit, and a short "
                + "comparison of each client between its first parent and it, as diff judges it. A merge represents "
                + "all of its commits.",
            "REV..REV is a range as git log takes it; REV alone is REV..HEAD; without either, it is the whole history "
                + "of HEAD. A single word that is not a revision is the PATH. A commit whose specs cannot be read is "
                + "shown with the reason, and the others are printed.",
        ],
        options: [format],
        exitStatuses: [
            (.done, "The history is printed."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "git does not know the range, or there is no repository."),
        ],
        examples: [
            ("kurus changelog v1.0..v1.1", "Print the changes of a release."),
            (
                "kurus changelog --format markdown HEAD~20 -- specs/bank",
                "Print the last commits of one provider as a page."
            ),
        ],
        files: [("specs/NAME/kurus.json", "The inputs of a client.")])
}
