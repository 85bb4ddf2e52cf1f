import ClientGenerator
import SourceText
import SpecDiagnostics
package import SpecPipeline
import SpecTree

/// The judged differences between two versions of an API.
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
    /// Whether both sides have declarations, so that these were compared.
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

/// Settings of a comparison.
package struct DiffOptions: Sendable {
    /// The day of the comparison, `YYYY-MM-DD`, for sunset dates.
    package var today: String
    /// Whether texts for people are compared, and samples checked.
    package var prose: Bool

    package init(today: String, prose: Bool = true) {
        self.today = today
        self.prose = prose
    }
}

extension APIComparison {
    /// Compares two versions of an API: their documents, the clients that would be generated from them, their texts and
    /// samples.
    package init(from base: ClientReading, to revision: ClientReading, options: DiffOptions) {
        let documents = ComparedDocuments(
            from: base.documents, to: revision.documents, today: options.today)
        let wire = DocumentComparison.differences(documents)
        let joined = JoinedChanges.join(wire, Self.declarations(base, revision), documents)
        let errors = ErrorChanges.changes(from: base.diagnostics, to: revision.diagnostics)
        let order = PageOrder(base.pages, revision.pages)
        self.init(
            changes: order.sorted(joined + errors) {
                ([$0.isUrgent ? 0 : 1, -$0.level.rawValue], $0.base?.location, $0.revision?.location)
            },
            baseVersion: Self.version(base.documents), revisionVersion: Self.version(revision.documents),
            module: (revision.declarations ?? base.declarations)?.module)
        isSourceCompared = base.declarations != nil && revision.declarations != nil
        guard options.prose else { return }
        prose = order.sorted(wire.prose + PageProse.changes(from: base.pages, to: revision.pages)) {
            ([], $0.base, $0.revision)
        }
        // Without a difference there is nothing to review, old mistakes included.
        guard !changes.isEmpty || !prose.isEmpty else { return }
        samples = SampleCheck.findings(base: base, revision: revision, documents)
    }

    private static func declarations(_ base: ClientReading, _ revision: ClientReading) -> [DeclarationChange] {
        guard let was = base.declarations, let now = revision.declarations else { return [] }
        return DeclarationComparison.changes(from: was, to: now)
    }

    /// `info.version`, where all documents have the same.
    private static func version(_ documents: [PageDocument]) -> String? {
        let versions = Set(documents.map { $0.root["info"]?["version"]?.string })
        return versions.count == 1 ? versions.first ?? nil : nil
    }
}

/// The order of both sides' pages.
private struct PageOrder {
    private let base: [SourceFile: Int]
    private let revision: [SourceFile: Int]

    init(_ base: [SourceFile], _ revision: [SourceFile]) {
        (self.base, self.revision) = (Self.positions(base), Self.positions(revision))
    }

    private static func positions(_ pages: [SourceFile]) -> [SourceFile: Int] {
        Dictionary(zip(pages, pages.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Sorts by rank, then by the place in the revision, or in the base for what is gone.
    func sorted<Element>(
        _ elements: [Element], by key: (Element) -> (rank: [Int], base: SourceLocation?, revision: SourceLocation?)
    ) -> [Element] {
        elements.map { element in
            let (rank, was, now) = key(element)
            let place =
                now.map { Self.place($0, revision) } ?? was.map { Self.place($0, base) } ?? [Int.max, 0]
            return (key: rank + place, element: element)
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
    }

    /// Files that are not pages, such as overlays, come last.
    private static func place(_ location: SourceLocation, _ positions: [SourceFile: Int]) -> [Int] {
        [positions[location.file] ?? positions.count, location.offset]
    }
}

/// Errors of one side alone, which keep its client from being generated.
private enum ErrorChanges {
    static func changes(from base: Diagnostics, to revision: Diagnostics) -> [Change] {
        let sides = [base, revision].map { $0.all.filter { $0.severity == .error } }
        let errors = NamePairs(sides[0], sides[1], by: { "\($0.id.rawValue) \($0.message)" })
        return errors.added.map { change($0, isNew: true) } + errors.gone.map { change($0, isNew: false) }
    }

    private static func change(_ diagnostic: Diagnostic, isNew: Bool) -> Change {
        let rule: Rule = isNew ? .errorAppeared : .errorDisappeared
        let place = diagnostic.location.map { ChangeLocation($0) }
        var change = Change(
            rule: rule.id, wire: rule.wire, subject: isNew ? "the revision" : "the base",
            message: diagnostic.message, was: isNew ? nil : diagnostic.id.rawValue,
            now: isNew ? diagnostic.id.rawValue : nil, base: isNew ? nil : place, revision: isNew ? place : nil)
        change.source = isNew ? .breaking : .info
        change.notes = [
            isNew
                ? "no client can be generated from the revision; the rest is compared as far as it can be read"
                : "no client could be generated from the base; the rest is compared as far as it can be read"
        ]
        return change
    }
}
