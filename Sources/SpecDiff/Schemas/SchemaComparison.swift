import SpecDiagnostics
import SpecTree

/// Compares two Schema Objects (OpenAPI 3.0.3, §4.7.24) field by field.
struct SchemaComparison {
    let base: DocumentNode
    let revision: DocumentNode
    let use: SchemaUse
    let subject: SchemaSubject
    let documents: ComparedDocuments
    /// Whether a `readOnly` property is in a request, or a `writeOnly` one in a response, on both sides.
    let isUnsent: Bool
    /// Whether other values are meant altogether: bounds and enumerations of these are not compared.
    var isTypeChanged = false
    private let differing: [String: NamedPair]
    /// Fields that differ and that no rule has judged.
    private var unjudged: Set<String>
    private(set) var found = SchemaFindings()

    init(
        _ base: DocumentNode, _ revision: DocumentNode, _ use: SchemaUse, _ subject: SchemaSubject,
        _ documents: ComparedDocuments
    ) {
        self.base = base
        self.revision = revision
        self.use = use
        self.subject = subject
        self.documents = documents
        let word = use.direction == .request ? "readOnly" : "writeOnly"
        isUnsent = use.isInner && (subject.isUnsent || (base[word].isTrue && revision[word].isTrue))
        let fields = SchemaFields.differing(base, revision)
        differing = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        unjudged = Set(fields.map(\.name))
    }

    /// Compares two schemas that are not references; a missing one allows anything.
    static func findings(_ pair: SchemaPair, _ documents: ComparedDocuments) -> SchemaFindings {
        guard let base = pair.base, let revision = pair.revision else { return oneSided(pair) }
        var comparison = SchemaComparison(base, revision, pair.use, pair.subject, documents)
        if base.json.members == nil || revision.json.members == nil {
            comparison.compareOtherFields(base, revision, except: [])
        } else if !comparison.compareUnwrapped() {
            comparison.compareFields()
        }
        return comparison.found
    }

    /// Compares the fields that may accompany `$ref`: descriptions, `nullable`, `deprecated`, `readOnly`, `writeOnly` and
    /// extensions.
    static func annotations(_ pair: SchemaPair, _ documents: ComparedDocuments) -> SchemaFindings {
        guard let base = pair.base, let revision = pair.revision else { return SchemaFindings() }
        var comparison = SchemaComparison(base, revision, pair.use, pair.subject, documents)
        comparison.compareNullability(
            was: base["nullable"].isTrue, now: revision["nullable"].isTrue, fields: ["nullable"])
        comparison.compareAnnotations()
        return comparison.found
    }

    private static func oneSided(_ pair: SchemaPair) -> SchemaFindings {
        var found = SchemaFindings()
        guard let node = pair.base ?? pair.revision else { return found }
        let isNew = pair.base == nil
        let allowsAnything = node.json.members?.allSatisfy { SchemaFields.isAnnotation($0.name) } ?? false
        let rule: Rule =
            if allowsAnything { isNew ? .fieldAdded : .fieldRemoved } else {
                .schema(isNew ? .schemaAdded : .schemaRemoved, pair.use, .any)
            }
        found.report(
            rule, pair.use, pair.subject, "\(pair.subject.text) has \(isNew ? "a schema" : "no schema any more")",
            was: pair.base?.shownText, now: pair.revision?.shownText, base: pair.base?.location,
            revision: pair.revision?.location)
        return found
    }

    private mutating func compareFields() {
        compareTypes()
        // Schemas inside of these are compared in any case.
        if differing.keys.contains(where: { !SchemaFields.parts.contains($0) }) {
            compareValues()
            compareBounds()
            compareFlags()
            compareDiscriminators()
            compareProse()
        }
        compareProperties()
        compareElements()
        compareAdditionalProperties()
        compareAllOf()
        compareUnions()
        compareExclusions()
        compareRest()
    }

    /// Compares the fields that do not bound the values.
    mutating func compareAnnotations(withDiscriminators: Bool = false) {
        compareDefaults()
        compareFlags()
        if withDiscriminators { compareDiscriminators() }
        compareProse()
        compareRest()
    }

    private mutating func compareProse() {
        for name in differing.keys.sorted() where SchemaFields.prose.contains(name) {
            _ = take(name)
            found.add(TextPair(field: name, base: base, revision: revision, subject: subject.text))
        }
    }

    /// Compares fields without a rule, or with values that no rule can read.
    private mutating func compareRest() {
        guard !unjudged.isEmpty else { return }
        compareOtherFields(base, revision, except: names(except: unjudged))
    }

    /// Compares two objects as they are written.
    mutating func compareOtherFields(_ base: DocumentNode, _ revision: DocumentNode, except known: Set<String>) {
        for difference in FieldDifference.all(base.json, revision.json, except: known) {
            report(
                difference.rule, difference.message(subject.text), was: difference.was?.shownText,
                now: difference.now?.shownText, base: difference.base, revision: difference.revision)
        }
    }

    // MARK: Fields

    /// The field on both sides, when it differs; it counts as judged then.
    mutating func take(_ field: String) -> NamedPair? {
        guard let pair = differing[field] else { return nil }
        unjudged.remove(field)
        return pair
    }

    /// The field on both sides, when it differs and its values satisfy a condition; it counts as judged then.
    mutating func take(_ field: String, if isReadable: (NamedPair) -> Bool) -> NamedPair? {
        guard let pair = differing[field], isReadable(pair) else { return nil }
        return take(field)
    }

    /// The field on both sides, when it differs.
    func peek(_ field: String) -> NamedPair? { differing[field] }

    /// All fields of both schemas except for some.
    func names(except others: Set<String>) -> Set<String> {
        let members = (base.json.members ?? []) + (revision.json.members ?? [])
        return Set(members.map(\.name)).subtracting(others)
    }

    // MARK: Reports

    /// The rule that judges a difference.
    func rule(_ difference: SchemaDifference) -> Rule {
        let role: SchemaRole =
            switch difference.variants {
            case .presence: subject.isRequired.map { $0 ? .required : .optional } ?? .any
            case .requiredParameter: subject.isRequired == true && use == .requestParameter ? .required : .any
            case .unsent: isUnsent ? .unsent(use) : .any
            }
        return .schema(difference, use, role)
    }

    mutating func report(
        _ rule: Rule, _ message: String, was: String? = nil, now: String? = nil, base: SourceLocation?,
        revision: SourceLocation?, notes: [String] = []
    ) {
        found.report(rule, use, subject, message, was: was, now: now, base: base, revision: revision, notes: notes)
    }

    /// Reports a difference of a field; where the field is missing, at the schema's own location.
    mutating func report(
        _ difference: SchemaDifference, _ field: NamedPair, _ message: String, was: String? = nil, now: String? = nil
    ) {
        report(
            rule(difference), message, was: was, now: now, base: field.base?.location,
            revision: field.revision?.location)
    }

    /// Reports the difference of an inner subject.
    mutating func report(
        _ rule: Rule, of inner: SchemaSubject, _ message: String, was: String? = nil, now: String? = nil,
        base: SourceLocation?, revision: SourceLocation?
    ) {
        found.report(rule, use.inner, inner, message, was: was, now: now, base: base, revision: revision)
    }

    // MARK: Schemas inside of these

    /// Notes two schemas for the same value, to be compared later.
    mutating func compareLater(_ base: DocumentNode, _ revision: DocumentNode, _ subject: SchemaSubject) {
        found.compareLater(SchemaPair(base: base, revision: revision, use: use, subject: subject))
    }

    /// Notes two schemas for a part of the value.
    mutating func comparePartLater(_ field: NamedPair, _ subject: SchemaSubject) {
        found.compareLater(
            SchemaPair(base: field.base, revision: field.revision, use: use.inner, subject: subject))
    }

    /// The subject of a schema inside of these.
    func part(_ name: String, _ base: DocumentNode?, _ revision: DocumentNode?) -> SchemaSubject {
        var part = subject.property(name, base: base?.name, revision: revision?.name)
        part.isUnsent = isUnsent
        return part
    }

    mutating func addProse(_ text: TextPair) {
        found.add(text)
    }

    /// Adds another comparison of the same subject.
    mutating func add(_ other: SchemaComparison) {
        found += other.found
    }
}

/// The fields of a Schema Object (OpenAPI 3.0.3, §4.7.24), by their effect on the comparison.
enum SchemaFields {
    /// Fields that hold schemas.
    static let parts: Set = ["properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf"]
    /// Fields that hold lists of schemas for the same value.
    static let lists: Set = ["allOf", "oneOf", "anyOf"]
    /// Texts and samples for people.
    static let prose: Set = ["description", "title", "example", "examples", "externalDocs", "$comment"]
    private static let annotations = prose.union(["deprecated", "readOnly", "writeOnly", "default", "xml"])

    /// Whether a field has no influence on the allowed values.
    static func isAnnotation(_ name: String) -> Bool {
        annotations.contains(name) || name.hasPrefix("x-")
    }

    /// The fields that differ, `$ref` aside. Fields with schemas are always among them: the schemas are compared later.
    fileprivate static func differing(_ base: DocumentNode, _ revision: DocumentNode) -> [NamedPair] {
        NamedPair.entries(base, revision).filter { field in
            guard field.name != "$ref" else { return false }
            guard !parts.contains(field.name), let was = field.base, let now = field.revision else { return true }
            return !was.hasSameContent(as: now)
        }
    }
}

extension SchemaRole {
    /// The role of a property that does not go in the direction of its use.
    static func unsent(_ use: SchemaUse) -> Self {
        use.direction == .request ? .readOnly : .writeOnly
    }
}
