import KurusGenerating
import SpecDiagnostics
import SpecDiff
import SpecPipeline

/// The comparison of one client, and the errors that prevented it.
struct ClientComparison {
    /// Nil where a side could not be read.
    let report: APIComparison?
    /// Errors that prevent the comparison. Other diagnostics are changes of the report.
    let diagnostics: Diagnostics

    /// Whether there is nothing to report: only guides beside a client, without differences.
    private(set) var isSilent = false

    var isUnreadable: Bool { report == nil }

    init(of pair: ClientPair, options: DiffOptions) {
        switch pair {
        case .both(let base, let revision):
            self.init(base.read(besides: revision), revision.read(besides: base), revision.key, options)
        case .removed(let client) where client.key.module == nil:
            self.init(client.read(besides: nil), .empty, client.key, options)
        case .added(let client) where client.key.module == nil:
            self.init(.empty, client.read(besides: nil), client.key, options)
        case .removed(let client): self.init(client, isNew: false)
        case .added(let client): self.init(client, isNew: true)
        }
    }

    /// Compares two sides.
    init(_ base: ReadSide, _ revision: ReadSide, _ key: SideClient.Key, _ options: DiffOptions) {
        var obstacles = base.obstacles
        obstacles.append(revision.obstacles)
        diagnostics = obstacles
        guard obstacles.all.isEmpty else {
            report = nil
            return
        }
        let areProse = base.side.documents.isEmpty && revision.side.documents.isEmpty
        var report =
            areProse
            ? APIComparison(from: base.side.asProse, to: revision.side.asProse, options: options)
            : APIComparison(from: base.side, to: revision.side, options: options)
        if let title = key.title { report.module = title }
        isSilent = areProse && key.isFurther && report.isEmpty
        self.report = report
    }

    /// Reports a client that one side alone has.
    private init(_ client: SideClient, isNew: Bool) {
        let (key, rule) = (client.key, isNew ? Rule.clientAdded : .clientRemoved)
        let location = client.location.map { ChangeLocation($0) }
        let subject = key.isFurther ? "the further pages are" : "the client is"
        var change = Change(
            rule: rule.id, wire: rule.wire, subject: key.subject, message: "\(subject) \(isNew ? "new" : "gone")",
            was: isNew ? nil : key.module, now: isNew ? key.module : nil, base: isNew ? nil : location,
            revision: isNew ? location : nil)
        change.source = key.isFurther ? .none : isNew ? .info : .breaking
        report = APIComparison(changes: [change], module: key.title)
        diagnostics = client.diagnostics
    }
}

extension ClientReading {
    /// Returns the side without the error about a missing document, if both sides are only text.
    fileprivate var asProse: ClientReading {
        var side = self
        side.diagnostics = diagnostics.filter { $0.id != .noDocument }
        return side
    }
}

extension SideClient.Key {
    /// The name in reports; nil for files without a kurus.json.
    var title: String? {
        module.map { $0 + (isFurther ? " (further pages)" : "") }
    }

    fileprivate var subject: String {
        module.map { "module `\($0)`" } ?? "the pages"
    }
}
