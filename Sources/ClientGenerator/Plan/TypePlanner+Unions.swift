import SpecAPI
import SpecDiagnostics

extension TypePlanner {
    mutating func union(_ shape: UnionShape, scope: inout Scope) -> UnionPlan {
        var cases: [UnionPlan.Case] = []
        let hints = shape.alternatives.enumerated().map { hint($1.schema, index: $0) }
        let location = { shape.alternatives[$0].schema.location }
        let names = NameScope.names(
            of: hints.enumerated().map { NameScope.Entry(text: $1, location: location($0)) }, as: .member,
            reserved: ["unrecognized"], types: takenNames)
        // A nested type cannot have the name of a case.
        scope.names.formUnion(names.map(\.name))
        for (index, alternative) in shape.alternatives.enumerated() {
            let type = type(of: alternative.schema, hint: hints[index], scope: &scope)
            cases.append(
                UnionPlan.Case(
                    name: names[index], location: alternative.schema.location, type: type,
                    discriminatorValues: alternative.discriminatorValues,
                    documentation: SchemaDocumentation.paragraphs(alternative.schema, isDeclaration: false)))
        }
        let several = several(shape, cases, scope: &scope)
        let isIndirect = shape.alternatives.contains { recursion.isRecursive($0.schema, in: scope.schemaName) }
        return UnionPlan(
            discriminator: shape.discriminator, cases: cases, several: several, isIndirect: isIndirect)
    }

    /// Plans the case for a value of several alternatives: `anyOf` lets an object satisfy more than one of them
    /// (OpenAPI 3.0.3, §4.7.24.1). A discriminator selects one, and values of other kinds exclude each other.
    private mutating func several(
        _ shape: UnionShape, _ cases: [UnionPlan.Case], scope: inout Scope
    ) -> UnionPlan.Several? {
        guard shape.kind == .anyOf, shape.discriminator == nil else { return nil }
        let objects = zip(shape.alternatives, cases).filter { alternative, _ in
            guard case .object(let object) = api.resolved(alternative.schema).shape else { return false }
            return !object.isMap
        }
        guard objects.count > 1 else { return nil }
        var caseName = "several"
        while cases.contains(where: { $0.name.name == caseName }) { caseName += "Alternatives" }
        return UnionPlan.Several(
            caseName: Identifier(checked: caseName),
            typeName: claim(Identifier(checked: Namer.startingUpper(caseName)), in: &scope),
            location: objects[0].0.schema.location, parts: objects.map { ($0.1.name, $0.1.type) })
    }

    /// Suggests a name for an alternative: its type, its title, or its position.
    private func hint(_ schema: APISchema, index: Int) -> String {
        switch schema.shape {
        case .reference(let name): return typeNames[name]?.name ?? name
        case .scalar(let scalar):
            switch scalar {
            case .boolean: return "boolean"
            case .int, .int32, .int64: return "integer"
            case .decimal, .decimalString: return "decimal"
            default: return scalar == .password || scalar == .binary ? "string" : Namer.startingLower(scalar.rawValue)
            }
        case .array: return "array"
        case .any: return "value"
        case .enumeration, .object, .union:
            if let title = schema.title, title.count <= 40 {
                return title
            }
            return "option\(index + 1)"
        }
    }
}
