import DiffReport
import SpecDiagnostics
import SpecDiff
import Testing

/// Reports as comparisons of real pages make them; each is a folder of Tests/Fixtures/Diff/Report.
enum SampleReport: String, CaseIterable {
    case changedPage = "changed-page"
    case hostileText = "hostile-text"
    case nothingChanged = "nothing-changed"
    case onlyProse = "only-prose"
    case twoClients = "two-clients"

    func reports() throws -> [APIComparison] {
        switch self {
        case .changedPage: [try Self.changedPageReport()]
        case .hostileText: [Self.hostileReport()]
        case .nothingChanged: [APIComparison(baseVersion: "1.0.0", revisionVersion: "1.0.0", module: "IyzicoAPI")]
        case .onlyProse: [try Self.proseReport()]
        case .twoClients: [try Self.changedPageReport(), try Self.proseReport()]
        }
    }

    func printer(usesColour: Bool = false) throws -> ReportPrinter {
        ReportPrinter(
            try reports(),
            options: ReportOptions(
                base: "main:specs/iyzico", revision: "specs/iyzico", usesColour: usesColour))
    }
}
