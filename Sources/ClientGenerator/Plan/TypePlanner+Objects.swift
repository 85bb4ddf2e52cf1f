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
            isSensitive: isSensitive(schema), oneWay: property.oneWay,
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
}
