import SpecTree

// A schema on one side, and a list that holds it on the other: `allOf` with a description beside it, `oneOf` with null,
// or a list where it got company.
extension Walk {
    /// Compares a schema with the element of the other side's list that is the same one; false where there is none.
    mutating func compareUnwrapped(
        _ base: Spot, _ revision: Spot, _ use: SchemaUse, _ subject: SchemaSubject
    ) -> Bool {
        if let wrapper = wrapper(base, around: revision, in: self.revision) {
            let pair = SchemaPair(base, revision.having(wrapper.fields), use, subject)
            compare(wrapper, isNew: false, pair)
            schema(wrapper.inner, wrapper.isNullable ? revision.lacking("nullable") : revision, use, subject)
            return true
        }
        if let wrapper = wrapper(revision, around: base, in: self.base) {
            let pair = SchemaPair(base.having(wrapper.fields), revision, use, subject)
            compare(wrapper, isNew: true, pair)
            schema(wrapper.isNullable ? base.lacking("nullable") : base, wrapper.inner, use, subject)
            return true
        }
        return false
    }

    private func wrapper(_ schema: Spot, around other: Spot, in side: WalkSide) -> SchemaWrapper? {
        guard schema.node.members?.contains(where: { SchemaFields.lists.contains($0.name) }) ?? false,
            !other.saysNothing, !schema.isListOfTypes
        else { return nil }
        return SchemaWrapper(schema, around: other) { element in
            guard element["$ref"] != nil else { return element.node.isSame(as: other.node, budget: Alternative.budget) }
            return side.follow(Spot(element.node, in: other.document))?.spot.location == other.location
        }
    }

    /// Compares what stands around the schema, and reports its company.
    private mutating func compare(_ wrapper: SchemaWrapper, isNew: Bool, _ pair: SchemaPair) {
        var pair = pair
        let lists = SchemaFields.lists.compactMap { pair.take($0) }
        if let list = lists.first {
            for element in wrapper.company { reportAlternative(element, isNew: isNew, list, pair) }
        }
        if wrapper.isNullable {
            compareNullability(
                &pair, was: pair.base.isNullable, now: pair.revision.isNullable, fields: ["nullable", "oneOf", "anyOf"])
        }
        compareDefaults(&pair)
        compareFlags(&pair)
        compareDiscriminators(&pair)
        compareProse(&pair)
        compareRest(pair)
    }
}

/// A schema that is nothing but a list of others, prose and null aside, one of which is known.
private struct SchemaWrapper {
    let inner: Spot
    /// The other elements.
    let company: [Spot]
    let isNullable: Bool
    /// The names of what stands around the list.
    let fields: Set<String>

    /// - Parameter isKnown: Whether an element is what the other side has without the list.
    init?(_ schema: Spot, around other: Spot, isKnown: (Spot) -> Bool) {
        let members = schema.node.members ?? []
        let lists = members.filter { SchemaFields.lists.contains($0.name) }
        fields = Set(members.map(\.name)).subtracting(SchemaFields.lists)
        // Two lists are compared by their elements.
        guard lists.count == 1, let list = lists.first, other[list.name] == nil,
            fields.allSatisfy(Self.mayStandAround)
        else { return nil }
        let elements = schema.spot(list).elements
        let schemas = list.name == "allOf" ? elements : elements.filter { !$0.isNullType }
        guard let known = schemas.firstIndex(where: isKnown) ?? (schemas.count == 1 ? 0 : nil) else { return nil }
        inner = schemas[known]
        company = schemas.indices.filter { $0 != known }.map { schemas[$0] }
        isNullable = elements.count > schemas.count || schema["nullable"].isTrue
    }

    private static func mayStandAround(_ field: String) -> Bool {
        field == "nullable" || field == "discriminator" || SchemaFields.isAnnotation(field)
    }

}

extension Spot {
    fileprivate var saysNothing: Bool { (node.members ?? []).allSatisfy { SchemaFields.isAnnotation($0.name) } }

    fileprivate var isNullable: Bool { self["nullable"].isTrue || hasNullAlternative }

    /// The schema with what stands beside the `$ref` that leads to it.
    func saying(beside reference: Spot) -> Spot {
        guard reference["$ref"] != nil, let members = node.members else { return self }
        let beside = (reference.node.members ?? []).filter { $0.name != "$ref" }
        guard !beside.isEmpty else { return self }
        let names = Set(beside.map(\.name))
        return Spot(
            JSONNode(.object(members.filter { !names.contains($0.name) } + beside), at: location), in: document,
            named: name)
    }

    /// The same object with no other members.
    fileprivate func having(_ names: Set<String>) -> Spot {
        filtered { names.contains($0) }
    }

    fileprivate func lacking(_ name: String) -> Spot {
        filtered { $0 != name }
    }

    private func filtered(_ isKept: (String) -> Bool) -> Spot {
        guard let members = node.members else { return self }
        return Spot(
            JSONNode(.object(members.filter { isKept($0.name) }), at: location), in: document, named: name)
    }
}
