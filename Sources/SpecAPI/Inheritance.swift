import SpecDocument

/// Finds which schemas are specialisations of one with a discriminator, through `allOf` (OpenAPI 3.0.3, §4.7.25).
struct Inheritance {
    private let components: MergedComponents
    private let references: ReferenceFinder

    /// Names of the specialisations, in the order of the input, by the name of the base.
    static func heirs(of components: MergedComponents, _ references: ReferenceFinder) -> [String: [String]] {
        Self(components: components, references: references).heirs()
    }

    private func heirs() -> [String: [String]] {
        let bases = Set(components.schemas.filter { isBase($0.value.value) }.keys)
        guard !bases.isEmpty else { return [:] }
        let parents = components.schemas.mapValues { parentNames($0.value, in: $0.scope) }
        var heirs: [String: [String]] = [:]
        for name in components.schemaNames {
            for base in ancestors(of: name, parents) where base != name && bases.contains(base) {
                heirs[base, default: []].append(name)
            }
        }
        return heirs
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
            return target.component(.schemas)
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
