package import SpecDiff

/// Prints comparisons, one report per client.
package struct ReportPrinter: Sendable {
    let reports: [ShownReport]
    let options: ReportOptions

    package init(_ reports: [APIComparison], options: ReportOptions) {
        self.reports = reports.enumerated().map { ShownReport($1, number: $0 + 1) }
        self.options = options
    }

    /// The last line of a report for people: the suggested version step; nil without differences.
    var closing: String? {
        reports.compactMap(\.report.versionStep).max().map { "Suggested version step: \($0.rawValue)" }
    }

    /// The whole report, with the end of its last line. Equal comparisons give equal bytes.
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

/// The format of a report.
package enum ReportFormat: String, Sendable, CaseIterable {
    /// Text for a terminal, up to 96 columns.
    case text
    /// Markdown for the comment of a pull request.
    case markdown
    /// One page for a browser, without script.
    case html
    /// JSON for programs.
    case json
    /// Workflow commands of GitHub Actions, which annotate the lines of a pull request.
    case github
    /// JUnit's XML, which GitLab and Jenkins show.
    case junit
}

/// Settings of a report.
package struct ReportOptions: Sendable {
    /// The two inputs as the user named them.
    package var base: String
    package var revision: String
    /// Whether text has colours for a terminal (ECMA-48, §8.3.117).
    package var usesColour: Bool

    /// The path from the repository's root of a file that the report names, for annotations.
    package var repositoryPath: @Sendable (_ path: String) -> String = { $0 }

    package init(base: String, revision: String, usesColour: Bool = false) {
        self.base = base
        self.revision = revision
        self.usesColour = usesColour
    }
}
