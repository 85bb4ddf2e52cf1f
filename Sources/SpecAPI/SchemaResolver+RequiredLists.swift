import SpecDiagnostics
import SpecDocument

// `oneOf` and `anyOf` of nothing but `required`: the ways to satisfy an object.
extension SchemaResolver {
    /// The most ways that two lists of ways may become together: each is an initializer.
    private static let limit = 16

    /// The lists, where every branch is nothing but `required`.
    func requiredLists(_ branches: [ReferenceOr<Schema>]) -> [[String]]? {
        var ways: [[String]] = []
        for branch in branches {
            guard case .object(let schema) = branch, schema.isOnlyRequired else { return nil }
            ways.append(schema.required.map(\.value))
        }
        return ways
    }

    /// An object that has to satisfy one way of each list satisfies both ways at once.
    mutating func mergedAlternatives(
        _ first: ObjectShape.RequiredAlternatives?, _ second: ObjectShape.RequiredAlternatives?
    ) -> ObjectShape.RequiredAlternatives? {
        guard let first, let second, first.location != second.location else { return first ?? second }
        guard first.ways.count * second.ways.count <= Self.limit else {
            diagnostics.warning(
                .notGenerated,
                "the ways to satisfy this object are more than \(Self.limit) together with those of another schema; these "
                    + "are left to who makes a value", at: second.location,
                notes: [Diagnostic.Note("the other ways stand here", at: first.location)])
            return first
        }
        let ways = first.ways.flatMap { way in second.ways.map { way + $0.filter { !way.contains($0) } } }
        return ObjectShape.RequiredAlternatives(
            location: first.location, isExclusive: first.isExclusive && second.isExclusive, ways: ways)
    }
}

extension Schema {
    /// Nothing but `required`, an object's type and prose.
    fileprivate var isOnlyRequired: Bool {
        !required.isEmpty && types.allSatisfy { $0.value == "object" } && enumValues == nil
            && properties.entries.isEmpty
            && additionalProperties == nil && items == nil && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty
            && not == nil
    }
}
