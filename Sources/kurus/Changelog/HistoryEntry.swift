import SpecDiagnostics
import SpecDiff

/// What one commit changes.
struct HistoryEntry {
    let commit: GitCommit
    /// One for each client that it changes.
    let reports: [APIComparison]
    /// What could not be read before it or in it.
    let diagnostics: Diagnostics

    /// The commit's id as a person writes it.
    var shortID: String {
        String(commit.id.prefix(10))
    }
}
