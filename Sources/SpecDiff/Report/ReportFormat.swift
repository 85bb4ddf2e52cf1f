/// How a report is shown.
package enum ReportFormat: String, Sendable, CaseIterable {
    /// For a terminal, up to 96 columns.
    case text
    /// For a machine.
    case json
}
