import SpecDocument

/// Finds which schemas are specialisations of one with a discriminator, through `allOf` (OpenAPI 3.0.3, §4.7.25).
enum Inheritance {
    /// Names of the specialisations, in the order of the input, by the name of the base.
    static func heirs(of components: MergedComponents) -> [String: [String]] {
        var parents: [String: [String]] = [:]
        for (name, entry) in components.schemas {
            parents[name] = parentNames(entry.value)
        }
        let bases = components.schemas.filter { isBase($0.value.value) }.keys
        var heirs: [String: [String]] = [:]
        for name in components.schemaNames {
            for base in bases where base != name && descends(name, from: base, parents) {
                heirs[base, default: []].append(name)
            }
        }
        return heirs
    }

    private static func isBase(_ value: ReferenceOr<Schema>) -> Bool {
        guard case .object(let schema) = value else { return false }
        return schema.discriminator != nil && schema.oneOf.isEmpty && schema.anyOf.isEmpty
    }

    private static func parentNames(_ value: ReferenceOr<Schema>) -> [String] {
        guard case .object(let schema) = value else { return [] }
        return schema.allOf.compactMap { part in
            guard case .reference(let reference) = part else { return nil }
            let prefix = "#/components/schemas/"
            return reference.target.hasPrefix(prefix) ? String(reference.target.dropFirst(prefix.count)) : nil
        }
    }

    private static func descends(_ name: String, from base: String, _ parents: [String: [String]]) -> Bool {
        var seen: Set<String> = []
        var open = parents[name] ?? []
        while let next = open.popLast() {
            if next == base { return true }
            if seen.insert(next).inserted { open += parents[next] ?? [] }
        }
        return false
    }
}
