package import SpecDiff

/// Prints what comparisons found, one report a client.
package struct ReportPrinter: Sendable {
    let reports: [ShownReport]
    let options: ReportOptions

    package init(_ reports: [APIComparison], options: ReportOptions) {
        self.reports = reports.enumerated().map { ShownReport($1, number: $0 + 1) }
        self.options = options
    }

    /// What a report for people ends with: the step that the version should take; nil where nothing is different.
    var closing: String? {
        reports.compactMap(\.report.versionStep).max().map { "Suggested version step: \($0.rawValue)" }
    }

    /// The whole report, its last line ended. The same reports give the same text, byte for byte.
    package func text(_ format: ReportFormat) -> String {
        switch format {
        case .text: TextReport.text(of: self)
        case .markdown: MarkdownReport.text(of: self)
        case .html: HTMLReport.text(of: self)
        case .json: JSONReport.text(of: self)
        case .github: GitHubReport.text(of: self)
        case .junit: JUnitReport.text(of: self)
        }
    }
}

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

/// What a report says that the comparison does not know.
package struct ReportOptions: Sendable {
    /// The two inputs as the user named them.
    package var base: String
    package var revision: String
    /// Whether text is coloured, for a terminal (ECMA-48, §8.3.117).
    package var usesColour: Bool

    /// The path from the repository's root of a file that the report names: annotations stand there.
    package var repositoryPath: @Sendable (_ path: String) -> String = { $0 }

    package init(base: String, revision: String, usesColour: Bool = false) {
        self.base = base
        self.revision = revision
        self.usesColour = usesColour
    }
}
