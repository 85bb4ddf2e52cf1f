import ClientGenerator
import SpecDiagnostics
import SpecPages

extension DiffReport {
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
        guard options.prose else { return }
        prose = wire.prose
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
        let order = (Self.order(base.documents), Self.order(revision.documents))
        func key(_ change: Change) -> (Int, Int, Int, Int) {
            let place = change.revision ?? change.base
            let files = change.revision == nil ? order.0 : order.1
            return (
                change.isUrgent ? 0 : 1, -max(change.wire, change.source).rawValue,
                place.flatMap { files[$0.location.file] } ?? Int.max, place?.location.offset ?? 0
            )
        }
        // Sorting is stable.
        return changes.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func order(_ documents: [PageDocument]) -> [SourceFile: Int] {
        Dictionary(
            documents.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
