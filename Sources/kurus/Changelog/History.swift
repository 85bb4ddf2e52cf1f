import SpecDiagnostics
import SpecDiff

/// The commits of a history, each compared with the one before it.
struct History {
    let repository: Repository
    /// The path that is compared, relative to the working directory.
    let path: String
    let options: DiffOptions

    func entry(for commit: GitCommit) -> HistoryEntry {
        do throws(Git.Failure) {
            let comparison = InputComparison(
                from: try input(commit.parent), to: try input(commit.id), options: options)
            let reports = comparison.reports.filter { !$0.isEmpty }
            return HistoryEntry(commit: commit, reports: reports, diagnostics: comparison.diagnostics)
        } catch {
            var diagnostics = Diagnostics()
            diagnostics.error(.unreadableFile, "git: \(error.reason)", in: commit.id)
            return HistoryEntry(commit: commit, reports: [], diagnostics: diagnostics)
        }
    }

    private func input(_ revision: String?) throws(Git.Failure) -> DiffInput {
        guard let path = repository.location.pathFromRoot(path) else {
            throw Git.Failure(reason: "the path leads out of the repository")
        }
        guard let revision else {
            // The first commit of a shallow clone has no visible parent.
            if repository.isShallow { throw Git.Failure(reason: Repository.shallowAdvice) }
            return DiffInput(files: repository.nothing, path: path, mayBeMissing: true)
        }
        return DiffInput(files: try repository.tree(of: revision), path: path, mayBeMissing: true)
    }
}

/// The changes of one commit.
struct HistoryEntry {
    let commit: GitCommit
    /// One comparison for each client that changed.
    let reports: [APIComparison]
    /// Errors in reading the commit or its parent.
    let diagnostics: Diagnostics

    /// The abbreviated id of the commit.
    var shortID: String {
        String(commit.id.prefix(10))
    }
}
