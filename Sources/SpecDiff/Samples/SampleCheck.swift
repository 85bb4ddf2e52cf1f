import SpecPipeline
import SpecDiagnostics
import SpecTree

/// Samples, examples and defaults that do not fit their schemas.
package enum SampleCheck {
    /// What does not fit in the revision, in the order of its documents and pages.
    ///
    /// Checked are `example`, `examples` and `default` of the documents, and the blocks of JSON in the pages' text. A
    /// finding that the base has as well, of the same sample, is a mistake of the page and not of its change.
    package static func findings(base: DiffSide, revision: DiffSide) -> [SampleFinding] {
        let known = Set(Samples(of: base).findings.map(\.key))
        return Samples(of: revision).findings.map { finding in
            SampleFinding(
                at: finding.misfit.location, since: known.contains(finding.key) ? .always : .revision,
                message: finding.misfit.message + finding.remark)
        }
    }
}

/// The samples of one side.
private struct Samples {
    private(set) var findings: [FoundMisfit] = []

    init(of side: DiffSide) {
        let documents = WalkSide(side.documents)
        findings = ExampleSurvey(documents).findings
        let pages = PageSamples(side, documents)
        findings += side.pages.flatMap { pages.findings(in: $0) }
    }
}
