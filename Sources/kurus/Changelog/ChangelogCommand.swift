import KurusCommandLine
import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// `kurus changelog`: what each commit of a history changes.
struct ChangelogCommand {
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
    private let invocation: Invocation

    init(_ arguments: ParsedArguments, _ invocation: Invocation) throws(UsageError) {
        let words = arguments.operands
        guard words.count <= 2 else {
            throw UsageError(
                "a range of revisions and a path are all there is; found \(words.count) words", in: arguments.command)
        }
        range = words.first ?? Self.wholeHistory
        path = words.count == 2 ? PathText.normalized(words[1]) : InputFinder.specs
        mayBePath = words.count == 1
        format = try arguments.choice(of: "--format") ?? .text
        self.invocation = invocation
    }

    func run() -> ExitStatus {
        do throws(Git.Failure) {
            let repository = try Repository(invocation.git)
            let (range, path) = words(in: repository)
            let commits = try repository.commits(in: try revisions(range, in: repository), touching: path)
            let options = DiffOptions(today: invocation.today())
            print(commits, History(repository: repository, path: path, options: options))
            return .done
        } catch {
            var diagnostics = Diagnostics()
            diagnostics.error(.unreadableFile, "git: \(error.reason)", in: range)
            return invocation.report(diagnostics)
        }
    }

    /// The range and the path. A word alone is a revision, and a path where git knows none of that name.
    private func words(in repository: Repository) -> (range: String, path: String) {
        guard mayBePath, RevisionRange(range) == nil, !repository.knows(range) else { return (range, path) }
        let word = PathText.normalized(range)
        let isThere = invocation.files.kind(of: word) != nil || repository.headHas(word)
        return isThere ? (Self.wholeHistory, word) : (range, path)
    }

    /// The range as `git log` takes it: a revision alone is where it begins.
    private func revisions(_ range: String, in repository: Repository) throws(Git.Failure) -> String {
        guard let parsed = RevisionRange(range) else { return range == Self.wholeHistory ? range : range + "..HEAD" }
        return try (parsed.fromMergeBase ? repository.mergeBase(of: parsed) : parsed.base) + ".." + parsed.revision
    }

    private func print(_ commits: [GitCommit], _ history: History) {
        switch format {
        case .text:
            if commits.isEmpty { invocation.output("no commit touches \(history.path)\n") }
            for (number, commit) in commits.enumerated() {
                invocation.output((number == 0 ? "" : "\n") + HistoryText.plain(history.entry(for: commit)))
            }
        case .markdown:
            invocation.output("# Changes of \(history.path)\n")
            for commit in commits { invocation.output("\n" + HistoryText.markdown(history.entry(for: commit))) }
        case .json:
            invocation.output(HistoryJSON(commits.map(history.entry)).json + "\n")
        }
    }
}
