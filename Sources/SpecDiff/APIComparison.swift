import SpecPipeline
import ClientGenerator
import SourceText
import SpecDiagnostics
import SpecTree

/// Everything that is different between two versions of an API, judged.
package struct APIComparison: Sendable {
    /// Urgent ones first, then by the graver of both levels, then in the order of the documents.
    package var changes: [Change]
    /// In the order of the pages.
    package var prose: [ProseChange]
    package var samples: [SampleFinding]
    /// `info.version` of both, where the documents of a side agree on it.
    package var baseVersion: String?
    package var revisionVersion: String?
    /// The module that the source verdict is about; nil where no kurus.json names one.
    package var module: String?
    /// Whether both sides could be read so far that their declarations were compared.
    package var isSourceCompared = true

    package init(
        changes: [Change] = [], prose: [ProseChange] = [], samples: [SampleFinding] = [], baseVersion: String? = nil,
        revisionVersion: String? = nil, module: String? = nil
    ) {
        self.changes = changes
        self.prose = prose
        self.samples = samples
        self.baseVersion = baseVersion
        self.revisionVersion = revisionVersion
        self.module = module
    }

    /// The gravest levels of the changes that nobody has accepted.
    package var wire: ChangeLevel { counted.map(\.wire).max() ?? .none }
    package var source: ChangeLevel { counted.map(\.source).max() ?? .none }

    /// The changes that nobody has accepted.
    package var counted: [Change] { changes.filter { $0.accepted == nil } }
}

extension APIComparison {
    /// Compares two versions of an API: their documents, the clients that would be generated from them, their texts and
    /// samples.
    package init(from base: DiffSide, to revision: DiffSide, options: DiffOptions) {
        let wire = WireDifference(from: base.documents, to: revision.documents, today: options.today)
        let joined = JoinedChanges(
            wire.changes, Self.declarations(base, revision), base: base.documents, revision: revision.documents,
            operations: wire.operations(at:))
        let errors = ErrorChanges.changes(from: base.diagnostics, to: revision.diagnostics)
        self.init(
            changes: Self.sorted(joined.changes + errors, base, revision),
            baseVersion: Self.version(base.documents), revisionVersion: Self.version(revision.documents),
            module: (revision.declarations ?? base.declarations)?.module)
        isSourceCompared = base.declarations != nil && revision.declarations != nil
        guard options.prose else { return }
        prose = Self.sorted(
            wire.prose + PageProse.changes(from: base.pages, to: revision.pages), base.pages, revision.pages)
        // Where nothing is different there is nothing to review, the mistakes that were always there included.
        guard !changes.isEmpty || !prose.isEmpty else { return }
        samples = SampleCheck.findings(base: base, revision: revision)
    }

    private static func declarations(_ base: DiffSide, _ revision: DiffSide) -> [DeclarationChange] {
        guard let was = base.declarations, let now = revision.declarations else { return [] }
        return DeclarationComparison.changes(from: was, to: now)
    }

    /// `info.version`, where all documents have the same.
    private static func version(_ documents: [PageDocument]) -> String? {
        let versions = Set(documents.map { $0.root["info"]?["version"]?.string })
        return versions.count == 1 ? versions.first ?? nil : nil
    }

    private static func sorted(_ changes: [Change], _ base: DiffSide, _ revision: DiffSide) -> [Change] {
        let order = (PageOrder(base.pages), PageOrder(revision.pages))
        func key(_ change: Change) -> (Int, Int, Int, Int) {
            let place =
                change.revision.map { order.1.place(of: $0.location) }
                ?? change.base.map { order.0.place(of: $0.location) } ?? (Int.max, 0)
            return (change.isUrgent ? 0 : 1, -max(change.wire, change.source).rawValue, place.0, place.1)
        }
        // Sorting is stable.
        return changes.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func sorted(
        _ prose: [ProseChange], _ base: [SourceFile], _ revision: [SourceFile]
    ) -> [ProseChange] {
        let order = (PageOrder(base), PageOrder(revision))
        func key(_ change: ProseChange) -> (Int, Int) {
            change.revision.map { order.1.place(of: $0) } ?? change.base.map { order.0.place(of: $0) } ?? (Int.max, 0)
        }
        return prose.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// The order of a side's pages.
private struct PageOrder {
    private let positions: [SourceFile: Int]

    init(_ pages: [SourceFile]) {
        positions = Dictionary(zip(pages, pages.indices), uniquingKeysWith: { first, _ in first })
    }

    /// What is no page, an overlay, comes last.
    func place(of location: SourceLocation) -> (Int, Int) {
        (positions[location.file] ?? positions.count, location.offset)
    }
}

/// What a comparison is to know besides its two sides.
package struct DiffOptions: Sendable {
    /// The day of the comparison, `YYYY-MM-DD`: what sunset dates are compared with.
    package var today: String
    /// Whether texts for people are compared, and samples checked.
    package var prose: Bool

    package init(today: String, prose: Bool = true) {
        self.today = today
        self.prose = prose
    }
}
