import SpecDiagnostics
import SpecTree

/// Two schemas of one place, and their fields that differ.
struct SchemaPair {
    let base: Spot
    let revision: Spot
    let use: SchemaUse
    let subject: SchemaSubject
    /// Whether a readOnly property is in a request, or a writeOnly one in a response, on both sides.
    let isUnsent: Bool
    private var differing: [String: FieldPair] = [:]
    /// Fields that differ and that no rule has judged.
    private(set) var unjudged: Set<String> = []
    /// Whether anything differs but the schemas within these, which are still to be compared.
    private(set) var differsItself = false
    /// Whether other values are meant altogether: what bounds them says nothing more.
    var isTypeChanged = false

    init(_ base: Spot, _ revision: Spot, _ use: SchemaUse, _ subject: SchemaSubject) {
        self.base = base
        self.revision = revision
        self.use = use
        self.subject = subject
        let word = use.direction == .request ? "readOnly" : "writeOnly"
        isUnsent = use.isInner && (subject.isUnsent || (base[word].isTrue && revision[word].isTrue))
        for field in FieldPair.differing(base, revision) where field.name != "$ref" {
            differing[field.name] = field
            unjudged.insert(field.name)
            if !SchemaFields.parts.contains(field.name) { differsItself = true }
        }
    }

    /// The field on both sides, when it differs; it counts as judged then.
    mutating func take(_ field: String) -> FieldPair? {
        guard let pair = differing[field] else { return nil }
        unjudged.remove(field)
        return pair
    }

    /// The field on both sides, when it differs.
    func peek(_ field: String) -> FieldPair? { differing[field] }

    func isDifferent(_ field: String) -> Bool { differing[field] != nil }

    /// The names of the fields that differ.
    var names: [String] { differing.keys.sorted() }

    /// All names of both schemas but these.
    func names(besides others: Set<String>) -> Set<String> {
        let members = (base.node.members ?? []) + (revision.node.members ?? [])
        return Set(members.map(\.name)).subtracting(others)
    }

    /// Which rule of several judges a difference.
    func role(_ difference: SchemaDifference) -> SchemaRole {
        switch difference.variants {
        case .presence: subject.isRequired.map { $0 ? .required : .optional } ?? .any
        case .requiredParameter: subject.isRequired == true && use == .requestParameter ? .required : .any
        case .unsent: isUnsent ? (use.direction == .request ? .readOnly : .writeOnly) : .any
        }
    }

    /// The subject of a schema inside this one.
    func part(_ name: String, _ base: Spot?, _ revision: Spot?) -> SchemaSubject {
        var part = subject.property(name, base: base?.name, revision: revision?.name)
        part.isUnsent = isUnsent
        return part
    }
}

extension Walk {
    /// Reports a difference of a field; where the field is missing, the schema's own place is shown.
    mutating func report(
        _ difference: SchemaDifference, _ pair: SchemaPair, _ field: FieldPair, _ message: String, was: String? = nil,
        now: String? = nil, notes: [String] = []
    ) {
        report(
            .schema(difference, pair.use, pair.role(difference)), pair.use, pair.subject, message, was: was, now: now,
            base: field.was?.location, revision: field.now?.location, notes: notes)
    }
}
