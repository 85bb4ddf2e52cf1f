import SpecDiagnostics
import SpecDocument
import SpecTree

// The values of a discriminator for alternatives that no mapping names (OpenAPI 3.0.3, §4.7.25).
extension SchemaResolver {
    /// Gives each of these alternatives its schema's name, or the values that its own property allows where the name is
    /// not one of them. A discriminator by which no alternative can be selected is ignored.
    mutating func assignUnmapped(to union: inout UnionShape, at location: SourceLocation) {
        guard let property = union.discriminator else { return }
        let allowed: [[String]?] = union.alternatives.map { alternative in
            alternative.schema.shape.referenceName.flatMap { survey.values(of: property, in: $0) }
        }
        let mapped = Set(union.alternatives.flatMap(\.discriminatorValues))
        var uses: [String: Int] = [:]
        for value in allowed.compactMap(\.self).joined() { uses[value, default: 0] += 1 }
        for index in union.alternatives.indices where union.alternatives[index].discriminatorValues.isEmpty {
            guard let name = union.alternatives[index].schema.shape.referenceName else { continue }
            // A value that another alternative allows too selects neither.
            let own = (allowed[index] ?? [name]).filter { uses[$0] == 1 && !mapped.contains($0) }
            let isNamed = allowed[index]?.contains(name) ?? true
            union.alternatives[index].discriminatorValues = isNamed || own.isEmpty ? [name] : own
        }
        report(allowed, of: property, in: &union, at: location)
    }

    /// Warns about alternatives that none of their discriminator's values can select.
    private mutating func report(
        _ allowed: [[String]?], of property: String, in union: inout UnionShape, at location: SourceLocation
    ) {
        let unreachable = union.alternatives.indices.filter { index in
            guard let values = allowed[index] else { return false }
            return Set(values).isDisjoint(with: union.alternatives[index].discriminatorValues)
        }
        guard !unreachable.isEmpty else { return }
        guard unreachable.count < union.alternatives.count else {
            diagnostics.warning(
                .ignoredDiscriminator,
                "the discriminator `\(property)` selects no alternative: `\(property)` has none of their names or mapped "
                    + "values in its `enum`; it is ignored, and the alternative that fits best is read; add a `mapping`",
                at: location)
            union.discriminator = nil
            for index in union.alternatives.indices { union.alternatives[index].discriminatorValues = [] }
            return
        }
        for index in unreachable {
            let alternative = union.alternatives[index]
            let values = alternative.discriminatorValues.map { "`\($0)`" }.joined(separator: ", ")
            let own = (allowed[index] ?? []).map { "`\($0)`" }.joined(separator: ", ")
            diagnostics.warning(
                .ignoredDiscriminator,
                "the discriminator never selects this alternative: its `\(property)` allows only \(own), and it is "
                    + "selected by \(values); correct the `mapping`",
                at: alternative.schema.location, notes: [Diagnostic.Note("the discriminator is here", at: location)])
        }
    }
}

extension SchemaSurvey {
    /// Returns the values that the schema's property allows, by its `enum`; nil where it allows any.
    func values(of property: String, in name: String) -> [String]? {
        var seen: Set<String> = []
        return values(of: property, in: name, &seen)
    }

    private func values(of property: String, in name: String, _ seen: inout Set<String>) -> [String]? {
        guard seen.insert(name).inserted, let entry = components.schemas[name] else { return nil }
        return values(of: property, in: entry.value, entry.scope, &seen)
    }

    private func values(
        of property: String, in use: ReferenceOr<Schema>, _ scope: Int, _ seen: inout Set<String>
    ) -> [String]? {
        switch use {
        case .reference(let reference):
            return name(of: reference, in: scope).flatMap { values(of: property, in: $0, &seen) }
        case .object(let schema):
            if let own = schema.properties[property] {
                var visited: Set<String> = []
                if let values = enumValues(own, scope, &visited) { return values }
            }
            var narrowest: [String]?
            for part in schema.allOf {
                guard let values = values(of: property, in: part, scope, &seen) else { continue }
                if values.count < narrowest?.count ?? .max { narrowest = values }
            }
            return narrowest
        }
    }

    private func enumValues(
        _ use: ReferenceOr<Schema>, _ scope: Int, _ seen: inout Set<String>
    ) -> [String]? {
        switch use {
        case .reference(let reference):
            guard let name = name(of: reference, in: scope), seen.insert(name).inserted,
                let entry = components.schemas[name]
            else { return nil }
            return enumValues(entry.value, entry.scope, &seen)
        case .object(let schema):
            if let values = schema.enumValues { return values.compactMap { $0.string ?? $0.integerText } }
            for part in schema.allOf {
                if let values = enumValues(part, scope, &seen) { return values }
            }
            return nil
        }
    }
}
