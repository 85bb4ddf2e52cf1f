import SpecAPI
import SpecDiagnostics

extension TypePlanner {
    /// The names that models inherit from the runtime's protocols. A property of such a name would replace one, and the
    /// masking with it. `description` may be a property, because printing does not use it.
    private static let conformanceNames: Set<String> = ["debugDescription", "customMirror", "hashValue"]

    mutating func structure(_ object: ObjectShape, at location: SourceLocation, scope: inout Scope) -> StructurePlan {
        let names = NameScope.names(
            of: object.properties.map { NameScope.Entry(text: $0.name, location: $0.location) }, as: .member,
            reserved: Self.conformanceNames, types: takenNames)
        // A nested type cannot have the name of a property.
        scope.names.formUnion(names.map(\.name))
        var properties: [StructurePlan.Property] = []
        for (property, name) in zip(object.properties, names) {
            properties.append(plan(property, name: name, scope: &scope))
        }
        var taken = Set(names.map(\.name))
        let unions = object.unions.map { union in
            unionProperty(union, at: location, taken: &taken, scope: &scope)
        }
        return StructurePlan(
            properties: properties, additional: additional(object, taken: &taken, scope: &scope), unions: unions,
            initializers: initializers(object, names: taken))
    }

    private mutating func plan(
        _ property: ObjectShape.Property, name: Identifier, scope: inout Scope
    ) -> StructurePlan.Property {
        let schema = property.schema
        let holdsNull = isFreeForm(schema)
        let nullable = api.isNullable(schema) && !holdsNull
        let presence: StructurePlan.Presence =
            switch (property.required, nullable) {
            case (true, false): .required
            case (true, true): .requiredNullable
            case (false, false): .optional
            case (false, true): .optionalNullable
            }
        return StructurePlan.Property(
            wireName: property.name, name: name, location: property.location,
            type: type(of: schema, hint: property.name, scope: &scope), presence: presence,
            holdsNull: holdsNull, isIndirect: recursion.isRecursive(schema, in: scope.schemaName),
            isSensitive: isSensitive(schema),
            documentation: SchemaDocumentation.paragraphs(schema, isDeclaration: false))
    }

    /// Returns whether any JSON value is allowed, here or in the named schema.
    func isFreeForm(_ schema: APISchema) -> Bool {
        api.resolved(schema).shape.isAny
    }

    /// Returns whether values of the schema are masked: sensitive by overlay or by format, here, in the named schema,
    /// or in the elements of a list and the alternatives of a choice.
    func isSensitive(_ schema: APISchema) -> Bool {
        var open = [schema]
        var seen: Set<String> = []
        while let current = open.popLast() {
            if current.sensitive { return true }
            switch current.shape {
            case .scalar(.password): return true
            case .array(let element): open.append(element)
            case .union(let union): open += union.alternatives.map(\.schema)
            case .reference(let name):
                if seen.insert(name).inserted, let target = api.schema(named: name) { open.append(target) }
            default: break
            }
        }
        return false
    }

    private mutating func unionProperty(
        _ union: UnionShape, at owner: SourceLocation, taken: inout Set<String>, scope: inout Scope
    ) -> StructurePlan.UnionProperty {
        var name = union.kind.rawValue
        var number = 2
        while !taken.insert(name).inserted {
            name = union.kind.rawValue + String(number)
            number += 1
        }
        let location = union.alternatives.first?.schema.location ?? owner
        let type = type(of: APISchema(at: location, .union(union)), hint: name, scope: &scope)
        return StructurePlan.UnionProperty(
            name: Identifier(checked: name), location: location, type: type)
    }

    private mutating func additional(
        _ object: ObjectShape, taken: inout Set<String>, scope: inout Scope
    ) -> StructurePlan.Additional? {
        guard case .schema(let values) = object.additional else { return nil }
        var name = "additionalProperties"
        while !taken.insert(name).inserted { name = "other" + Namer.startingUpper(name) }
        let type = type(of: values, hint: "AdditionalProperty", scope: &scope)
        return StructurePlan.Additional(
            name: Identifier(checked: name), location: values.location,
            type: api.isNullable(values) && !isFreeForm(values) ? type.optional : type)
    }

    private func initializers(_ object: ObjectShape, names: Set<String>) -> [StructurePlan.Initializer] {
        guard let alternatives = object.requiredAlternatives else { return [StructurePlan.Initializer()] }
        let always = Set(object.properties.filter(\.required).map(\.name))
        let ways = alternatives.ways.map { $0.filter { !always.contains($0) } }
        let note = Self.note(on: alternatives)
        var result: [StructurePlan.Initializer] = []
        for (index, way) in ways.enumerated() {
            let others = alternatives.isExclusive ? Array(ways.joined()) : Array(ways[..<index].joined())
            let initializer = StructurePlan.Initializer(
                required: Set(way), left: Set(others).subtracting(way), note: note,
                location: alternatives.location)
            if !result.contains(where: { $0.required == initializer.required }) { result.append(initializer) }
        }
        // A way without requirements makes the others superfluous.
        return result.first { $0.required.isEmpty }.map {
            [StructurePlan.Initializer(note: $0.note, location: $0.location)]
        } ?? result
    }

    private static func note(on alternatives: ObjectShape.RequiredAlternatives) -> String {
        let ways = alternatives.ways.map { way in way.map { "`\($0)`" }.joined(separator: " and ") }
        let list = ways.count > 1 ? ways.dropLast().joined(separator: ", ") + " or " + (ways.last ?? "") : ways.joined()
        return alternatives.isExclusive
            ? "The document asks for exactly one of \(list)." : "The document asks for \(list), or for more of them."
    }

    mutating func enumeration(_ shape: EnumerationShape, at schema: APISchema) -> EnumerationPlan {
        let names = NameScope.names(
            of: shape.values.map { NameScope.Entry(text: $0.text, location: $0.location) },
            as: shape.isInteger ? .integer : .value,
            reserved: ["unrecognized", "rawValue", "description", "debugDescription", "hashValue", "customMirror"])
        return EnumerationPlan(
            isInteger: shape.isInteger,
            cases: zip(shape.values, names).map { value, name in
                EnumerationPlan.Case(
                    text: value.text, name: name, location: value.location, isDeprecated: value.deprecated)
            })
    }

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
        let isIndirect = shape.alternatives.contains { recursion.isRecursive($0.schema, in: scope.schemaName) }
        return UnionPlan(discriminator: shape.discriminator, cases: cases, isIndirect: isIndirect)
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
