import SpecDiagnostics
import SpecDocument
import SpecPages

// `allOf`: a value satisfies all of its schemas, so they become one.
extension SchemaResolver {
    mutating func mergeAllOf(
        of schema: Schema, into result: inout APISchema, in scope: Int, name: String?, asBase: Bool
    ) {
        if schema.isOnlyAllOf, schema.allOf.count == 1, case .reference(let reference) = schema.allOf[0],
            keepsReference(reference, in: scope, name: name, asBase: asBase)
        {
            let nullable = result.nullable
            result = resolve(schema.allOf[0], in: scope)
            result.nullable = result.nullable || nullable
            return
        }
        // The schema's own keywords come last: they describe what the parts leave open.
        let own = result
        result.shape = .any
        for part in schema.allOf {
            merge(flattened(part, in: scope), into: &result)
        }
        result.location = own.location
        merge(own, into: &result)
        result.nullable = own.nullable
    }

    /// A lone reference in `allOf` is how pages describe a use of a schema; a specialisation of a schema with a
    /// discriminator inherits from it instead.
    private mutating func keepsReference(_ reference: Reference, in scope: Int, name: String?, asBase: Bool) -> Bool {
        guard !asBase, let target = find(reference, in: scope) else { return false }
        guard let base = target.component(.schemas) else { return true }
        guard let name else { return true }
        return !(heirs[base] ?? []).contains(name)
    }

    /// The schema itself, references followed: what there is to merge.
    mutating func flattened(_ part: ReferenceOr<Schema>, in scope: Int) -> APISchema {
        guard case .reference(let reference) = part else {
            let schema = resolve(part, in: scope)
            return followed(schema)
        }
        guard let target = find(reference, in: scope) else { return APISchema(at: reference.location, .any) }
        guard let name = target.component(.schemas) else { return followed(resolve(part, in: scope)) }
        return flattened(named: name, at: reference.targetLocation)
    }

    private mutating func followed(_ schema: APISchema) -> APISchema {
        guard case .reference(let name) = schema.shape else { return schema }
        return flattened(named: name, at: schema.location)
    }

    mutating func flattened(named name: String, at location: SourceLocation) -> APISchema {
        guard let entry = components.schemas[name] else { return APISchema(at: location, .any) }
        guard !flattening.contains(name) else {
            diagnostics.error(
                .cyclicReference, "'\(name)' would contain itself by 'allOf'", at: location,
                notes: [Diagnostic.Note("'\(name)' is declared here", at: entry.location)])
            return APISchema(at: location, .any)
        }
        flattening.append(name)
        defer { flattening.removeLast() }
        switch entry.value {
        case .reference: return flattened(entry.value, in: entry.scope)
        case .object(let schema):
            // What the base itself has to say is reported where the base is resolved.
            let before = diagnostics
            let resolved = resolve(schema, in: entry.scope, name: name, asBase: true)
            diagnostics = keepingCycles(before, diagnostics)
            return followed(resolved)
        }
    }

    private func keepingCycles(_ before: Diagnostics, _ after: Diagnostics) -> Diagnostics {
        var result = before
        for found in after.all.dropFirst(before.all.count) where found.id == .cyclicReference {
            result.error(found.id, found.message, at: found.location, notes: found.notes)
        }
        return result
    }

    mutating func merge(_ part: APISchema, into result: inout APISchema) {
        guard let shape = merged(result.shape, part.shape) else {
            diagnostics.warning(
                .conflictingSchemas,
                "no value is both \(result.shape.kindName) and \(part.shape.kindName); it is any JSON value",
                at: part.location, notes: [Diagnostic.Note("the other one", at: result.location)])
            result.shape = .any
            return
        }
        result.shape = shape
        result.description = part.description ?? result.description
        result.title = part.title ?? result.title
        result.defaultValue = part.defaultValue ?? result.defaultValue
        result.sensitive = result.sensitive || part.sensitive
        result.deprecated = result.deprecated || part.deprecated
        result.readOnly = result.readOnly || part.readOnly
        result.writeOnly = result.writeOnly || part.writeOnly
        result.constraints.narrow(by: part.constraints)
    }

    /// The shape that satisfies both, or nil where there is none.
    mutating func merged(_ first: SchemaShape, _ second: SchemaShape) -> SchemaShape? {
        switch (first, second) {
        case (.any, _): second
        case (_, .any): first
        case (.object(let a), .object(let b)): mergedObjects(a, b).map { .object($0) }
        case (.array(let a), .array(let b)): mergedSchemas(a, b).map { .array($0) }
        case (.enumeration(let a), .enumeration(let b)): mergedEnumerations(a, b)
        case (.enumeration(let a), .scalar(let type)), (.scalar(let type), .enumeration(let a)):
            a.isInteger == type.isInteger ? .enumeration(a) : nil
        case (.scalar(let a), .scalar(let b)): a.merged(with: b).map { .scalar($0) }
        case (.union(let union), .object(let object)), (.object(let object), .union(let union)):
            .object(object.adding(union))
        case (.union(let a), .union(let b)): .object(ObjectShape().adding(a).adding(b))
        case (.reference(let a), .reference(let b)) where a == b: first
        case (.reference, _), (_, .reference): mergedReferences(first, second)
        default: nil
        }
    }

    private mutating func mergedReferences(_ first: SchemaShape, _ second: SchemaShape) -> SchemaShape? {
        var shapes = [first, second]
        for (index, shape) in shapes.enumerated() {
            guard case .reference(let name) = shape, let entry = components.schemas[name] else { continue }
            // A recursive property that both parts describe: the name stands for it.
            guard !flattening.contains(name) else { return shape }
            shapes[index] = flattened(named: name, at: entry.location).shape
        }
        return merged(shapes[0], shapes[1])
    }

    private mutating func mergedObjects(_ first: ObjectShape, _ second: ObjectShape) -> ObjectShape? {
        var result = first
        for property in second.properties {
            guard let index = result.properties.firstIndex(where: { $0.name == property.name }) else {
                result.properties.append(property)
                continue
            }
            guard let schema = mergedSchemas(result.properties[index].schema, property.schema) else {
                diagnostics.warning(
                    .conflictingSchemas,
                    "property '\(property.name)' is described in two ways that no value satisfies; it is any JSON "
                        + "value",
                    at: property.location,
                    notes: [Diagnostic.Note("the other one", at: result.properties[index].location)])
                result.properties[index].schema.shape = .any
                continue
            }
            result.properties[index].schema = schema
        }
        result.additional = first.additional.merged(with: second.additional)
        result.requiredNames += second.requiredNames
        result.requiredAlternatives = second.requiredAlternatives ?? first.requiredAlternatives
        result.unions += second.unions
        return result
    }

    private mutating func mergedSchemas(_ first: APISchema, _ second: APISchema) -> APISchema? {
        guard let shape = merged(first.shape, second.shape) else { return nil }
        var result = second
        result.shape = shape
        result.nullable = first.nullable && second.nullable
        result.description = second.description ?? first.description
        result.title = second.title ?? first.title
        result.defaultValue = second.defaultValue ?? first.defaultValue
        result.sensitive = first.sensitive || second.sensitive
        result.constraints = first.constraints
        result.constraints.narrow(by: second.constraints)
        return result
    }

    private func mergedEnumerations(_ first: EnumerationShape, _ second: EnumerationShape) -> SchemaShape? {
        guard first.isInteger == second.isInteger else { return nil }
        let texts = Set(second.values.map(\.text))
        let shared = first.values.filter { texts.contains($0.text) }
        return shared.isEmpty ? nil : .enumeration(EnumerationShape(isInteger: first.isInteger, values: shared))
    }
}

extension ObjectShape {
    func adding(_ union: UnionShape) -> Self {
        var result = self
        result.unions.append(union)
        return result
    }
}

extension ObjectShape.Additional {
    func merged(with other: Self) -> Self {
        switch (self, other) {
        case (.undeclared, _): other
        case (_, .undeclared): self
        case (.schema, .schema(let schema)): if case .any = schema.shape { self } else { other }
        default: .forbidden
        }
    }
}

extension ScalarType {
    var isInteger: Bool {
        self == .int || self == .int32 || self == .int64
    }

    private var isNumber: Bool {
        isInteger || self == .float || self == .double || self == .decimal
    }

    private var isText: Bool {
        !isNumber && self != .boolean
    }

    /// The narrower one of two types that share values.
    func merged(with other: Self) -> Self? {
        if self == other { return self }
        if isNumber && other.isNumber {
            return isInteger ? (other == .int || !other.isInteger ? self : other) : other
        }
        guard isText && other.isText else { return nil }
        return self == .string ? other : other == .string ? self : nil
    }
}

extension SchemaShape {
    /// The shape in a sentence.
    var kindName: String {
        switch self {
        case .any: "any value"
        case .scalar(let type):
            type == .boolean
                ? "a boolean"
                : type.isInteger ? "an integer" : type.merged(with: .string) == nil ? "a number" : "a string"
        case .enumeration: "one of an enumeration"
        case .array: "an array"
        case .object: "an object"
        case .union: "one of several schemas"
        case .reference(let name): "'\(name)'"
        }
    }
}
