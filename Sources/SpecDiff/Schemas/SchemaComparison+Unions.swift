import SpecDiagnostics
import SpecTree

// `allOf`, `oneOf` and `anyOf`.
extension SchemaComparison {
    // MARK: allOf

    mutating func compareAllOf() {
        guard let field = take("allOf", if: \.areArrays) else { return }
        let (was, now) = (field.base?.elements ?? [], field.revision?.elements ?? [])
        let pairing = pairing(was, now)
        // A part constrains the same value.
        var subject = subject
        subject.isUnsent = isUnsent
        for pair in pairing.pairs { compareLater(was[pair.base], now[pair.revision], subject) }
        for position in pairing.removed { reportAlternative(was[position], isNew: false, field) }
        for position in pairing.added { reportAlternative(now[position], isNew: true, field) }
    }

    /// Reports an element of a list that one side alone has.
    private mutating func reportAlternative(_ element: DocumentNode, isNew: Bool, _ field: NamedPair) {
        let difference: SchemaDifference =
            switch field.name {
            case "allOf" where (element.json.members ?? []).allSatisfy({ SchemaFields.isAnnotation($0.name) }):
                isNew ? .allOfAnnotationAdded : .allOfAnnotationRemoved
            case "allOf": isNew ? .allOfAdded : .allOfRemoved
            case "oneOf": isNew ? .oneOfAdded : .oneOfRemoved
            default: isNew ? .anyOfAdded : .anyOfRemoved
            }
        let noun = field.name == "allOf" ? "part" : "alternative"
        let text = element.alternativeName
        report(
            rule(difference), "\(subject.text) has \(isNew ? "another" : "lost the") \(noun) `\(text)`",
            was: isNew ? nil : text, now: isNew ? text : nil,
            base: isNew ? field.base?.location : element.location,
            revision: isNew ? element.location : field.revision?.location)
    }

    // MARK: oneOf and anyOf

    mutating func compareUnions() {
        if compareRequiredAlternatives() { return }
        let fields = ["oneOf", "anyOf"].compactMap { peek($0) }.filter(\.areArrays)
        for field in fields where field.base != nil && field.revision != nil { compareUnion(field) }
        let remaining = fields.filter { $0.base == nil || $0.revision == nil }
        if let was = remaining.first(where: { $0.base != nil }),
            let now = remaining.first(where: { $0.revision != nil })
        {
            compareKinds(was, now)
        } else {
            for field in remaining { reportUnion(field) }
        }
    }

    private mutating func compareKinds(_ was: NamedPair, _ now: NamedPair) {
        let field = NamedPair(name: now.name, base: was.base, revision: now.revision)
        report(
            .unionKindChanged, field, "`\(was.name)` of \(subject.text) is `\(now.name)` now", was: was.name,
            now: now.name)
        _ = take(was.name)
        compareUnion(field)
    }

    /// Reports alternatives of one side alone.
    private mutating func reportUnion(_ field: NamedPair) {
        _ = take(field.name)
        guard let list = field.base ?? field.revision, !list.elements.isEmpty else { return }
        if compareListOfTypes(field) || isTypeChanged { return }
        let isNew = field.isNew
        let texts = list.elements.map(\.alternativeName).joined(separator: ", ")
        report(
            isNew ? .unionAdded : .unionRemoved, field,
            "\(subject.text) \(isNew ? "has alternatives now" : "has no alternatives any more"): \(texts)",
            was: isNew ? nil : texts, now: isNew ? texts : nil)
    }

    private mutating func compareUnion(_ field: NamedPair) {
        _ = take(field.name)
        let (was, now) = (field.base?.elements ?? [], field.revision?.elements ?? [])
        let pairing = pairing(was, now)
        for pair in pairing.pairs {
            let (base, revision) = (was[pair.base], now[pair.revision])
            compareLater(base, revision, part("\(field.name)[\(pair.revision)]", base, revision))
        }
        guard !(pairing.removed.isEmpty && pairing.added.isEmpty) else { return }
        if base.listOfTypes?.forms != revision.listOfTypes?.forms, compareListOfTypes(field) { return }
        // Null that came or went is reported as nullability.
        let isNullReported = base.hasNullAlternative != revision.hasNullAlternative
        for position in pairing.removed where !(isNullReported && was[position].isNullType) {
            reportAlternative(was[position], isNew: false, field)
        }
        for position in pairing.added where !(isNullReported && now[position].isNullType) {
            reportAlternative(now[position], isNew: true, field)
        }
    }

    /// Compares types that are spelled as alternatives; false where either side has more than types.
    private mutating func compareListOfTypes(_ field: NamedPair) -> Bool {
        guard base.isListOfTypes || revision.isListOfTypes, let was = base.listOfTypes, let now = revision.listOfTypes
        else { return false }
        guard was.forms != now.forms else { return true }
        let difference: SchemaDifference =
            now.contains(was, asText: false)
            ? .listOfTypesWidened : was.contains(now, asText: false) ? .listOfTypesNarrowed : .typeChanged
        report(difference, was, now, field)
        return true
    }

    // MARK: Pairs

    private func pairing(_ was: [DocumentNode], _ now: [DocumentNode]) -> AlternativePairing {
        let (base, revision) = (documents.base, documents.revision)
        return AlternativePairing(
            was.map { Alternative($0, in: base, other: revision) },
            now.map { Alternative($0, in: revision, other: base) })
    }

    // MARK: Schemas that one side wraps in a list

    /// Compares a schema with the equal element of the other side's list: `allOf` with a description beside it, `oneOf`
    /// with null, or a list with new alternatives. False where there is none.
    mutating func compareUnwrapped() -> Bool {
        if let wrapper = wrapper(base, around: revision, in: documents.revision) {
            let inner = revision.filtered { wrapper.fields.contains($0.name) }
            add(comparison(of: base, inner, wrapper, isNew: false))
            compareLater(wrapper.inner, wrapper.isNullable ? revision.withoutNullable : revision, subject)
            return true
        }
        if let wrapper = wrapper(revision, around: base, in: documents.base) {
            let inner = base.filtered { wrapper.fields.contains($0.name) }
            add(comparison(of: inner, revision, wrapper, isNew: true))
            compareLater(wrapper.isNullable ? base.withoutNullable : base, wrapper.inner, subject)
            return true
        }
        return false
    }

    private func wrapper(
        _ schema: DocumentNode, around other: DocumentNode, in side: SideDocuments
    ) -> SchemaWrapper? {
        guard schema.json.members?.contains(where: { SchemaFields.lists.contains($0.name) }) ?? false,
            !(other.json.members ?? []).allSatisfy({ SchemaFields.isAnnotation($0.name) }), !schema.isListOfTypes
        else { return nil }
        return SchemaWrapper(schema, around: other) { element in
            guard element["$ref"] != nil else {
                return element.json.hash(budget: Alternative.budget) != nil && element.hasSameContent(as: other)
            }
            return side.resolve(DocumentNode(element.json, in: other.document))?.node.location == other.location
        }
    }

    /// Compares the fields around the schema, and reports the other elements of its list.
    private func comparison(
        of base: DocumentNode, _ revision: DocumentNode, _ wrapper: SchemaWrapper, isNew: Bool
    ) -> SchemaComparison {
        var around = SchemaComparison(base, revision, use, subject, documents)
        if let list = SchemaFields.lists.compactMap({ around.take($0) }).first {
            for element in wrapper.others { around.reportAlternative(element, isNew: isNew, list) }
        }
        if wrapper.isNullable {
            around.compareNullability(
                was: base.isNullable, now: revision.isNullable, fields: ["nullable", "oneOf", "anyOf"])
        }
        around.compareAnnotations(withDiscriminators: true)
        return around
    }
}

/// A schema that is nothing but a list of others, prose and null aside, one of which is known.
private struct SchemaWrapper {
    let inner: DocumentNode
    let others: [DocumentNode]
    let isNullable: Bool
    /// The fields around the list.
    let fields: Set<String>

    /// - Parameter isKnown: Whether the other side has an element without the list.
    init?(_ schema: DocumentNode, around other: DocumentNode, isKnown: (DocumentNode) -> Bool) {
        let members = schema.json.members ?? []
        let lists = members.filter { SchemaFields.lists.contains($0.name) }
        fields = Set(members.map(\.name)).subtracting(SchemaFields.lists)
        // Two lists are compared by their elements.
        guard lists.count == 1, let list = lists.first, other[list.name] == nil,
            fields.allSatisfy(Self.mayStandAround)
        else { return nil }
        let elements = schema.value(of: list).elements
        let schemas = list.name == "allOf" ? elements : elements.filter { !$0.isNullType }
        guard let known = schemas.firstIndex(where: isKnown) ?? (schemas.count == 1 ? 0 : nil) else { return nil }
        inner = schemas[known]
        others = schemas.indices.filter { $0 != known }.map { schemas[$0] }
        isNullable = elements.count > schemas.count || schema["nullable"].isTrue
    }

    private static func mayStandAround(_ field: String) -> Bool {
        field == "nullable" || field == "discriminator" || SchemaFields.isAnnotation(field)
    }
}

extension DocumentNode {
    /// The alternative's name for readers: the component's, its title or its type.
    fileprivate var alternativeName: String {
        self["$ref"]?.string.map { referenceName ?? $0 } ?? self["title"]?.string ?? shownText
    }

    fileprivate var isNullable: Bool { self["nullable"].isTrue || hasNullAlternative }

    fileprivate var withoutNullable: DocumentNode { filtered { $0.name != "nullable" } }
}
