import Foundation
import SourceText
import SpecDiagnostics
import SpecPages
import SpecPipeline
import SpecTree
@testable import SpecDiff

extension ClientReading {
    /// Pages without overlays and without declarations.
    init(pages: [SourceFile]) {
        var diagnostics = Diagnostics()
        let documents = pages.flatMap { Page.documents(in: $0, diagnostics: &diagnostics) }
        self.init(pages: pages, documents: documents, declarations: nil, diagnostics: diagnostics)
    }

    /// The violations of this side against an empty base: line, column and message.
    var sampleLines: [String] {
        SampleCheck.findings(base: ClientReading(pages: []), revision: self).map(\.line)
    }
}

extension SampleFinding {
    var line: String {
        "\(location.position.line):\(location.position.column) \(message)"
    }
}

extension SampleCheck {
    static func findings(base: ClientReading, revision: ClientReading) -> [SampleFinding] {
        let sides = (SideDocuments(base.documents), SideDocuments(revision.documents))
        return findings(
            base: base, revision: revision,
            ComparedDocuments(base: sides.0, revision: sides.1, today: "2026-11-21"))
    }
}
