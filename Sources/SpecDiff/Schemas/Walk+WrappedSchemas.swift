import SpecPages

// A schema, and the same one in a list of one: `allOf` with a single part, which may carry a description beside it, or
// `oneOf` with null.
extension Walk {
    /// Compares a schema with what a wrapper on the other side holds; false where neither or both are wrappers.
    mutating func compareUnwrapped(
        _ base: Spot, _ revision: Spot, _ use: SchemaUse, _ subject: SchemaSubject
    ) -> Bool {
        let was = WrappedSchema(base)
        let now = WrappedSchema(revision)
        switch (was, now) {
        case (let wrapper?, nil) where wrapper.mayHold(revision):
            let other = compareWrapper(wrapper, SchemaPair(base, revision.having(wrapper.fields), use, subject))
            schema(wrapper.inner, other ? revision.lacking("nullable") : revision, use, subject)
        case (nil, let wrapper?) where wrapper.mayHold(base):
            let other = compareWrapper(wrapper, SchemaPair(base.having(wrapper.fields), revision, use, subject))
            schema(other ? base.lacking("nullable") : base, wrapper.inner, use, subject)
        default: return false
        }
        return true
    }

    /// Compares what stands around the schema; the result is whether null has been spoken about.
    private mutating func compareWrapper(_ wrapper: WrappedSchema, _ pair: SchemaPair) -> Bool {
        var pair = pair
        for name in ["allOf", "oneOf", "anyOf"] { _ = pair.take(name) }
        if wrapper.isNullable {
            let was = pair.base["nullable"].isTrue || pair.base.hasNullAlternative
            let now = pair.revision["nullable"].isTrue || pair.revision.hasNullAlternative
            compareNullability(&pair, was: was, now: now, fields: ["nullable", "oneOf", "anyOf"])
        }
        compareDefaults(&pair)
        compareFlags(&pair)
        compareWrapperRest(pair)
        return wrapper.isNullable
    }

    private mutating func compareWrapperRest(_ pair: SchemaPair) {
        for name in pair.names where SchemaFields.prose.contains(name) {
            prose(name, pair.base, pair.revision, of: pair.subject.text)
        }
        let rest = pair.unjudged.subtracting(SchemaFields.prose)
        compareOtherFields(
            pair.base, pair.revision, except: pair.names(besides: rest), pair.use, pair.subject)
    }
}

/// A schema that is nothing but another one, prose and null aside.
private struct WrappedSchema {
    let inner: Spot
    let isNullable: Bool
    /// What stands around it.
    let fields: Set<String>
    private let listName: String

    init?(_ schema: Spot) {
        let members = schema.node.members ?? []
        let lists = members.filter { ["allOf", "oneOf", "anyOf"].contains($0.name) }
        let others = members.filter { !["allOf", "oneOf", "anyOf"].contains($0.name) }
        guard lists.count == 1, let list = lists.first,
            others.allSatisfy({ $0.name == "nullable" || SchemaFields.isAnnotation($0.name) })
        else { return nil }
        let elements = schema.spot(list).elements
        let alternatives = elements.filter { !$0.isNullType }
        guard alternatives.count == 1, let inner = alternatives.first, inner["$ref"] != nil || list.name == "allOf",
            list.name != "allOf" || elements.count == 1
        else { return nil }
        self.inner = inner
        isNullable = elements.count > 1 || schema["nullable"].isTrue
        fields = Set(others.map(\.name))
        listName = list.name
    }

    /// Whether the other schema may be the one that is wrapped here, not one that has the same wrapper and more.
    func mayHold(_ other: Spot) -> Bool {
        guard (other.node.members ?? []).contains(where: { !SchemaFields.isAnnotation($0.name) }) else { return false }
        guard let list = other[listName] else { return true }
        guard let reference = inner["$ref"]?.string else { return false }
        return !list.elements.contains { $0["$ref"]?.string == reference }
    }
}

extension Spot {
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
