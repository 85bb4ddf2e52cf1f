import SpecDiagnostics
import SpecTree

/// Two schemas of one thing, of which one may be missing: then that side allows anything.
struct SchemaPair {
    let base: DocumentNode?
    let revision: DocumentNode?
    let use: SchemaUse
    let subject: SchemaSubject

    func with(_ base: DocumentNode?, _ revision: DocumentNode?, _ subject: SchemaSubject) -> Self {
        Self(base: base, revision: revision, use: use, subject: subject)
    }
}

/// The differences of two schemas, and the schemas inside of them, which are compared next.
struct SchemaFindings {
    private(set) var changes: [Change] = []
    private(set) var prose: [TextPair] = []
    private(set) var inner: [SchemaPair] = []

    /// Reports a change; of a schema that no operation uses, by a rule of its own.
    mutating func report(
        _ rule: Rule, _ use: SchemaUse, _ subject: SchemaSubject, _ message: String, was: String? = nil,
        now: String? = nil, base: SourceLocation?, revision: SourceLocation?, notes: [String] = []
    ) {
        let isUsed = use != .component
        let wasLocation = subject.redirection?.base ?? base ?? subject.base
        let nowLocation = subject.redirection?.revision ?? revision ?? subject.revision
        var change = Change(
            rule: isUsed ? rule.id : Rule.unusedSchemaChanged.id, wire: isUsed ? rule.wire : .info,
            direction: use.direction, subject: subject.text, message: message, was: was, now: now,
            base: wasLocation.map { ChangeLocation($0, in: subject.base) },
            revision: nowLocation.map { ChangeLocation($0, in: subject.revision) })
        change.notes = notes
        changes.append(change)
    }

    mutating func add(_ text: TextPair) {
        prose.append(text)
    }

    mutating func compareLater(_ pair: SchemaPair) {
        inner.append(pair)
    }

    static func += (found: inout Self, other: Self) {
        found.changes += other.changes
        found.prose += other.prose
        found.inner += other.inner
    }
}
