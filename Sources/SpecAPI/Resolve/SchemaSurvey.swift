import SpecDiagnostics
import SpecDocument

/// Answers questions about component schemas without resolving them, because they may lead back to the asking one.
struct SchemaSurvey {
    let components: MergedComponents
    let references: ReferenceFinder

    /// Returns whether a value of the schema may be an object.
    func isObjectLike(_ name: String) -> Bool {
        var seen: Set<String> = []
        return isObjectLike(name, &seen)
    }

    private func isObjectLike(_ name: String, _ seen: inout Set<String>) -> Bool {
        guard seen.insert(name).inserted, let entry = components.schemas[name] else { return true }
        return isObjectLike(entry.value, in: entry.scope, &seen)
    }

    private func isObjectLike(_ use: ReferenceOr<Schema>, in scope: Int, _ seen: inout Set<String>) -> Bool {
        switch use {
        case .reference(let reference):
            guard let name = name(of: reference, in: scope) else { return true }
            return isObjectLike(name, &seen)
        case .object(let schema):
            if !schema.valueTypes.isEmpty { return schema.valueTypes.contains { $0.value == "object" } }
            guard schema.enumValues == nil, !schema.describesElements else { return false }
            for part in schema.allOf where !isObjectLike(part, in: scope, &seen) { return false }
            return true
        }
    }

    /// Returns whether the schema describes the property: itself, by `allOf`, or in one of its alternatives. A schema
    /// that does not describe its values may have it.
    func declares(_ property: String, in name: String) -> Bool {
        var seen: Set<String> = []
        return declares(property, in: name, &seen)
    }

    private func declares(_ property: String, in name: String, _ seen: inout Set<String>) -> Bool {
        guard seen.insert(name).inserted, let entry = components.schemas[name] else { return false }
        return declares(property, in: entry.value, entry.scope, &seen)
    }

    private func declares(
        _ property: String, in use: ReferenceOr<Schema>, _ scope: Int, _ seen: inout Set<String>
    ) -> Bool {
        switch use {
        case .reference(let reference):
            guard let name = name(of: reference, in: scope) else { return true }
            return declares(property, in: name, &seen)
        case .object(let schema):
            if schema.properties[property] != nil { return true }
            let parts = schema.allOf + schema.oneOf + schema.anyOf
            if parts.isEmpty { return schema.saysNothing }
            for part in parts where declares(property, in: part, scope, &seen) { return true }
            return false
        }
    }

    func name(of reference: Reference, in scope: Int) -> String? {
        guard case .success(let target) = references.target(of: reference.target, in: scope) else { return nil }
        return references.schemaName(at: target)
    }
}

extension Schema {
    fileprivate var saysNothing: Bool {
        valueTypes.isEmpty && enumValues == nil && !describesMembers && !describesElements
    }
}

/// Finds the specialisations of schemas with a discriminator, through `allOf` (OpenAPI 3.0.3, §4.7.25).
struct Inheritance {
    private let components: MergedComponents
    private let references: ReferenceFinder

    /// Returns the names of the specialisations, in the order of the input, by the name of the base.
    static func subtypes(of components: MergedComponents, _ references: ReferenceFinder) -> [String: [String]] {
        Self(components: components, references: references).subtypes()
    }

    private func subtypes() -> [String: [String]] {
        let bases = Set(components.schemas.filter { isBase($0.value.value) }.keys)
        guard !bases.isEmpty else { return [:] }
        let parents = components.schemas.mapValues { parentNames($0.value, in: $0.scope) }
        var subtypes: [String: [String]] = [:]
        for name in components.schemaNames {
            for base in ancestors(of: name, parents) where base != name && bases.contains(base) {
                subtypes[base, default: []].append(name)
            }
        }
        return subtypes
    }

    private func isBase(_ value: ReferenceOr<Schema>) -> Bool {
        guard case .object(let schema) = value else { return false }
        return schema.discriminator != nil && schema.oneOf.isEmpty && schema.anyOf.isEmpty
    }

    private func parentNames(_ value: ReferenceOr<Schema>, in scope: Int) -> [String] {
        guard case .object(let schema) = value else { return [] }
        return schema.allOf.compactMap { part in
            guard let reference = part.reference,
                case .success(let target) = references.target(of: reference.target, in: scope)
            else { return nil }
            return references.schemaName(at: target)
        }
    }

    private func ancestors(of name: String, _ parents: [String: [String]]) -> Set<String> {
        var seen: Set<String> = []
        var open = parents[name] ?? []
        while let next = open.popLast() {
            if seen.insert(next).inserted { open += parents[next] ?? [] }
        }
        return seen
    }
}
