import SpecDiagnostics
import SpecDiff

/// The commits of a history, each compared with the one before it.
struct History {
    let repository: Repository
    /// The folder or file that is compared, from the working directory.
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
        guard let path = repository.place.pathFromRoot(path) else {
            throw Git.Failure(reason: "the path leads out of the repository")
        }
        guard let revision else {
            // Nothing seems to be before the first commit of a clone that is cut off there.
            if repository.isShallow { throw Git.Failure(reason: Repository.shallowAdvice) }
            return DiffInput(files: repository.nothing, path: path, mayBeMissing: true)
        }
        return DiffInput(files: try repository.tree(of: revision), path: path, mayBeMissing: true)
    }
}
