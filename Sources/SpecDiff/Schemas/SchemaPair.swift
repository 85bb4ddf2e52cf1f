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

/// The thing that a schema describes, in words and with its locations.
struct SchemaSubject {
    /// A component's name, or the part of an operation: "`Amount`", "the request body".
    let root: String
    /// The properties on the way from there; `[]` for the elements of an array.
    var path: [String] = []
    /// The property, parameter or body itself on both sides, which changes belong to.
    var base: SourceLocation?
    var revision: SourceLocation?
    /// The place where all changes are shown, whatever component they are found in.
    var redirection: Redirection?
    /// Whether the property or parameter has to be there; nil for anything else.
    var isRequired: Bool?
    /// Whether it does not go this way: a `readOnly` property in a request, a `writeOnly` one in a response.
    var isUnsent = false

    /// "property `currency` of `Amount`", "each element of property `codes` of `Amount`", or the root itself.
    var text: String {
        var prefix = ""
        var rest = path[...]
        while let last = rest.last, let words = Self.words(last) {
            prefix += words
            rest.removeLast()
        }
        guard !rest.isEmpty else { return prefix + root }
        let way = rest.dropFirst().reduce(rest.first ?? "") { $1.hasPrefix("[") ? $0 + $1 : "\($0).\($1)" }
        return "\(prefix)property `\(way)` of \(root)"
    }

    /// Nil for a property.
    private static func words(_ step: String) -> String? {
        switch step {
        case "[]": "each element of "
        case "*": "each additional property of "
        case _ where step.hasSuffix("]"): "`\(step)` of "
        default: nil
        }
    }

    /// The subject of a property inside this one; of the elements, where `name` is `[]`, of additional properties, where
    /// it is `*`, or of an alternative, as in `oneOf[1]`.
    func property(_ name: String, base: SourceLocation?, revision: SourceLocation?) -> Self {
        var inner = self
        inner.path.append(name)
        inner.base = base
        inner.revision = revision
        inner.isRequired = nil
        return inner
    }
}
