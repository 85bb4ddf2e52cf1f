import SpecDiagnostics
import SpecTree

// `allOf`, `oneOf` and `anyOf`.
extension Walk {
    /// A list of alternatives of both sides.
    struct AlternativeLists {
        /// `oneOf`, or what it is called in the revision.
        let name: String
        let base: [Spot]
        let revision: [Spot]
        /// Where the lists stand, or what has none.
        let field: FieldPair
    }

    // MARK: allOf

    mutating func compareAllOf(_ pair: inout SchemaPair) {
        guard let field = pair.peek("allOf"), field.holdsArrays else { return }
        _ = pair.take("allOf")
        let lists = AlternativeLists(
            name: "allOf", base: field.was?.elements ?? [], revision: field.now?.elements ?? [], field: field)
        let pairing = pairing(lists)
        for (was, now) in pairing.pairs {
            // A part says more about the same value.
            var subject = pair.subject
            subject.isUnsent = pair.isUnsent
            schema(lists.base[was], lists.revision[now], pair.use, subject)
        }
        for position in pairing.removed { reportPart(lists.base[position], isNew: false, field, pair) }
        for position in pairing.added { reportPart(lists.revision[position], isNew: true, field, pair) }
    }

    private mutating func reportPart(_ spot: Spot, isNew: Bool, _ field: FieldPair, _ pair: SchemaPair) {
        let isAnnotation = (spot.node.members ?? []).allSatisfy { SchemaFields.isAnnotation($0.name) }
        let difference: SchemaDifference =
            isAnnotation
            ? (isNew ? .allOfAnnotationAdded : .allOfAnnotationRemoved) : (isNew ? .allOfAdded : .allOfRemoved)
        report(difference, spot, isNew: isNew, "part", field, pair)
    }

    private mutating func report(
        _ difference: SchemaDifference, _ spot: Spot, isNew: Bool, _ noun: String, _ field: FieldPair,
        _ pair: SchemaPair
    ) {
        let text = spot.alternativeName
        report(
            .schema(difference, pair.use, pair.role(difference)), pair.use, pair.subject,
            "\(pair.subject.text) has \(isNew ? "another" : "lost the") \(noun) `\(text)`", was: isNew ? nil : text,
            now: isNew ? text : nil, base: isNew ? field.was?.location : spot.location,
            revision: isNew ? spot.location : field.now?.location)
    }

    /// Reports an element of a list that one side alone has.
    mutating func reportAlternative(_ spot: Spot, isNew: Bool, _ field: FieldPair, _ pair: SchemaPair) {
        switch field.name {
        case "allOf": reportPart(spot, isNew: isNew, field, pair)
        case "oneOf": report(isNew ? .oneOfAdded : .oneOfRemoved, spot, isNew: isNew, "alternative", field, pair)
        default: report(isNew ? .anyOfAdded : .anyOfRemoved, spot, isNew: isNew, "alternative", field, pair)
        }
    }

    // MARK: oneOf and anyOf

    mutating func compareUnions(_ pair: inout SchemaPair) {
        if compareRequiredAlternatives(&pair) { return }
        for name in ["oneOf", "anyOf"] {
            guard let field = pair.peek(name), field.was != nil, field.now != nil, field.holdsArrays else { continue }
            compareUnion(AlternativeLists(name, field), &pair)
        }
        let remaining = ["oneOf", "anyOf"].compactMap { pair.peek($0) }
            .filter { $0.holdsArrays && ($0.was == nil || $0.now == nil) }
        if remaining.count == 2, let was = remaining.first(where: { $0.was != nil }),
            let now = remaining.first(where: { $0.now != nil })
        {
            compareKinds(was, now, &pair)
        } else {
            for field in remaining { reportUnion(field, &pair) }
        }
    }

    private mutating func compareKinds(_ was: FieldPair, _ now: FieldPair, _ pair: inout SchemaPair) {
        let field = FieldPair(name: now.name, was: was.was, now: now.now)
        report(
            .unionKindChanged, pair, field, "`\(was.name)` of \(pair.subject.text) is `\(now.name)` now", was: was.name,
            now: now.name)
        _ = pair.take(was.name)
        compareUnion(AlternativeLists(now.name, field), &pair)
    }

    /// Alternatives where there were none, or the reverse.
    private mutating func reportUnion(_ field: FieldPair, _ pair: inout SchemaPair) {
        _ = pair.take(field.name)
        guard let list = field.was ?? field.now, !list.elements.isEmpty else { return }
        if compareListOfTypes(field, &pair) || pair.isTypeChanged { return }
        let isNew = field.was == nil
        let texts = list.elements.map(\.alternativeName).joined(separator: ", ")
        report(
            isNew ? .unionAdded : .unionRemoved, pair, field,
            "\(pair.subject.text) \(isNew ? "has alternatives now" : "has no alternatives any more"): \(texts)",
            was: isNew ? nil : texts, now: isNew ? texts : nil)
    }

    private mutating func compareUnion(_ lists: AlternativeLists, _ pair: inout SchemaPair) {
        _ = pair.take(lists.name)
        let pairing = pairing(lists)
        for (was, now) in pairing.pairs {
            schema(
                lists.base[was], lists.revision[now], pair.use,
                pair.part("\(lists.name)[\(now)]", lists.base[was], lists.revision[now]))
        }
        guard !(pairing.removed.isEmpty && pairing.added.isEmpty) else { return }
        if pair.base.listOfTypes?.forms != pair.revision.listOfTypes?.forms, compareListOfTypes(lists.field, &pair) {
            return
        }
        let isNullTold = pair.base.hasNullAlternative != pair.revision.hasNullAlternative
        for position in pairing.removed where !(isNullTold && lists.base[position].isNullType) {
            reportAlternative(lists.base[position], isNew: false, lists.field, pair)
        }
        for position in pairing.added where !(isNullTold && lists.revision[position].isNullType) {
            reportAlternative(lists.revision[position], isNew: true, lists.field, pair)
        }
    }

    /// Types spelled as alternatives; false where either side says more than types.
    private mutating func compareListOfTypes(_ field: FieldPair, _ pair: inout SchemaPair) -> Bool {
        guard pair.base.isListOfTypes || pair.revision.isListOfTypes, let was = pair.base.listOfTypes,
            let now = pair.revision.listOfTypes
        else { return false }
        guard was.forms != now.forms else { return true }
        let difference: SchemaDifference =
            now.contains(was, asText: false)
            ? .listOfTypesWidened : was.contains(now, asText: false) ? .listOfTypesNarrowed : .typeChanged
        report(difference, was, now, field, &pair)
        return true
    }

    // MARK: Pairs

    private func pairing(_ lists: AlternativeLists) -> AlternativePairing {
        AlternativePairing(
            lists.base.map { alternative($0, in: base, other: revision) },
            lists.revision.map { alternative($0, in: revision, other: base) })
    }

    private func alternative(_ spot: Spot, in side: WalkSide, other: WalkSide) -> Alternative {
        let followed = side.follow(spot)
        let mayMove = followed?.component.map { !other.hasSchema(named: $0) } ?? true
        return Alternative(spot, leadingTo: followed?.spot ?? spot, mayMove: mayMove)
    }
}

extension Walk.AlternativeLists {
    fileprivate init(_ name: String, _ field: FieldPair) {
        self.init(
            name: name, base: field.was?.elements ?? [], revision: field.now?.elements ?? [], field: field)
    }
}

extension Spot {
    /// How readers know it: the component's name, its title or its type.
    fileprivate var alternativeName: String {
        if let reference = self["$ref"]?.string {
            return reference.split(separator: "/").last.map(String.init) ?? reference
        }
        return self["title"]?.string ?? node.shownText
    }

    /// Its types, whichever way they are spelled.
    fileprivate var listOfTypes: SchemaType? {
        isListOfTypes ? SchemaType(alternatives: alternatives) : alternatives.isEmpty ? SchemaType(self) : nil
    }
}
