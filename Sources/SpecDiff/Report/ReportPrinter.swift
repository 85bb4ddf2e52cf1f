/// Prints what comparisons found, one report a client.
package struct ReportPrinter: Sendable {
    let reports: [ShownReport]
    let options: ReportOptions

    package init(_ reports: [DiffReport], options: ReportOptions) {
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
