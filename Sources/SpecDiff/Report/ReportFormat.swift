/// How a report is shown.
package enum ReportFormat: String, Sendable, CaseIterable {
    /// For a terminal, up to 96 columns.
    case text
    /// For the comment of a pull request.
    case markdown
    /// One page for a browser, without script.
    case html
    /// For a machine.
    case json
    /// Workflow commands of GitHub Actions, which annotate the lines of a pull request.
    case github
    /// JUnit's XML, which GitLab and Jenkins show.
    case junit
}
