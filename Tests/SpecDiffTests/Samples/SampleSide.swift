import SpecPipeline
import Foundation
import SourceText
import SpecDiagnostics
import SpecDiff
import SpecPages
import SpecTree

extension DiffSide {
    /// Pages as they are, without overlays and without what would be generated.
    init(pages: [SourceFile]) {
        var diagnostics = Diagnostics()
        let documents = pages.flatMap { Page.documents(in: $0, diagnostics: &diagnostics) }
        self.init(pages: pages, documents: documents, declarations: nil, diagnostics: diagnostics)
    }

    /// What does not fit on this side, if there was nothing before: line, column and message.
    var sampleLines: [String] {
        SampleCheck.findings(base: DiffSide(pages: []), revision: self).map(\.line)
    }
}

extension SampleFinding {
    var line: String {
        "\(location.position.line):\(location.position.column) \(message)"
    }
}
