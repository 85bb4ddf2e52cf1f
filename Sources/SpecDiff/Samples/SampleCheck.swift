import SpecDiagnostics
import SpecPipeline

/// Samples, examples and defaults that do not fit their schemas.
enum SampleCheck {
    /// The violations in the revision, in the order of its documents and pages.
    ///
    /// Checked are `example`, `examples` and `default` of the documents, and the blocks of JSON in the pages' text. A
    /// violation that the base has as well, in the same sample, is a mistake of the page and not of its change.
    static func findings(
        base: ClientReading, revision: ClientReading, _ documents: ComparedDocuments
    ) -> [SampleFinding] {
        let known = Set(violations(of: base, documents.base).map(\.key))
        return violations(of: revision, documents.revision).map { found in
            SampleFinding(
                location: found.violation.location, since: known.contains(found.key) ? .always : .revision,
                message: found.violation.message + found.remark)
        }
    }

    private static func violations(of side: ClientReading, _ documents: SideDocuments) -> [SampleViolation] {
        let pages = PageSamples(documents)
        return ExampleSurvey(documents).violations + side.pages.flatMap { pages.violations(in: $0) }
    }
}

/// A value of a sample that does not fit its schema, and the reason.
struct Violation {
    let location: SourceLocation
    let message: String

    init(at location: SourceLocation, _ message: String) {
        self.location = location
        self.message = message
    }

    fileprivate var messageWithoutIndexes: String {
        message.replacing(/\[\d+\]/, with: "[]")
    }
}

/// A violation in one sample.
struct SampleViolation {
    /// The sample's pointer in its document, else its text.
    let sample: String
    let violation: Violation
    /// Behind the message: the number of further violations of this kind.
    var remark = ""

    /// Equal for the same violation in another version.
    var key: [String] { [sample, violation.message] }

    /// Above this count, violations that differ only by array index are reported once.
    private static let alikeLimit = 4

    /// All violations in a sample. If every element of a long array has the same mistake, the first one represents all.
    static func all(of sample: String, _ violations: [Violation]) -> [SampleViolation] {
        let groups = Dictionary(grouping: violations, by: \.messageWithoutIndexes)
        var reported: Set<String> = []
        return violations.compactMap { violation in
            let alike = groups[violation.messageWithoutIndexes]?.count ?? 1
            guard alike > alikeLimit else { return SampleViolation(sample: sample, violation: violation) }
            guard reported.insert(violation.messageWithoutIndexes).inserted else { return nil }
            return SampleViolation(
                sample: sample, violation: violation, remark: ", and \(alike - 1) others are like it")
        }
    }
}

/// The path to a value in a sample.
struct SamplePath {
    /// The sample's name: "the example".
    private let sample: String
    private var path = ""

    init(_ sample: String) {
        self.sample = sample
    }

    /// "`items[1].amount` of the example", or the sample itself.
    var text: String {
        path.isEmpty ? sample : "`\(path)` of \(sample)"
    }

    func member(_ name: String) -> Self {
        inner(path.isEmpty ? name : "\(path).\(name)")
    }

    func element(_ index: Int) -> Self {
        inner("\(path)[\(index)]")
    }

    private func inner(_ path: String) -> Self {
        var inner = self
        inner.path = path
        return inner
    }
}
