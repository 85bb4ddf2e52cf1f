import SpecDiagnostics
import SpecDocument
import SpecTree

// `allOf`: a value satisfies all of its schemas, so they are merged.
extension SchemaResolver {
    mutating func mergeAllOf(
        of schema: Schema, into result: inout APISchema, in scope: Int, name: String?, asBase: Bool
    ) {
        if schema.allOf.count == 1, case .reference(let reference) = schema.allOf[0],
            keepsReference(reference, of: schema, in: scope, name: name, asBase: asBase)
        {
            let nullable = result.nullable
            result = resolve(schema.allOf[0], in: scope)
            result.nullable = result.nullable || nullable
            return
        }
        // The schema's own keywords come last: they fill the gaps that the parts leave.
        let own = result
        result.shape = .any
        let parts = schema.allOf.map { flattened($0, in: scope) }
        for part in parts { merge(part, into: &result) }
        merge(own, into: &result)
        result.location = own.location
        // Null is allowed where every part allows it; a part without a type allows everything.
        result.nullable =
            own.nullable
            || own.shape.isAny && parts.contains(where: \.nullable) && parts.allSatisfy(\.allowsNull)
    }

    /// Returns whether a lone reference in `allOf` is kept, because it describes a use of the schema. A specialisation
    /// of a schema with a discriminator inherits from it instead.
    private mutating func keepsReference(
        _ reference: Reference, of schema: Schema, in scope: Int, name: String?, asBase: Bool
    ) -> Bool {
        guard !asBase, schema.isOnlyAllOf || schema.isOnlyAllOfAnObject,
            case .success(let target) = references.target(of: reference.target, in: scope)
        else { return false }
        guard let base = references.schemaName(at: target) else { return schema.isOnlyAllOf }
        guard schema.isOnlyAllOf || survey.isObjectLike(base) else { return false }
        guard let name else { return true }
        return !(subtypes[base] ?? []).contains(name)
    }

    /// Returns the schema with references followed, ready for merging.
    mutating func flattened(_ part: ReferenceOr<Schema>, in scope: Int) -> APISchema {
        let reference: Reference
        switch part {
        case .reference(let direct): reference = direct
        case .object(let schema):
            // A required member may be a property of another part.
            return followed(deeper(at: schema.location) { $0.resolve(schema, in: scope, asBase: true) })
        }
        guard let target = find(reference, in: scope) else { return APISchema(at: reference.location, .any) }
        guard let name = references.schemaName(at: target) else { return followed(resolve(part, in: scope)) }
        var result = flattened(named: name, at: reference.targetLocation)
        result.annotate(from: reference)
        return result
    }

    /// Returns the schema that a use refers to, with the annotations of the use.
    mutating func followed(_ schema: APISchema) -> APISchema {
        guard case .reference(let name) = schema.shape else { return schema }
        var result = flattened(named: name, at: schema.location)
        let isNullable = result.nullable || schema.nullable
        result.annotate(from: schema)
        result.nullable = isNullable
        return result
    }

    /// Returns a component schema as a base for inheritance: merged, and never as a union of its subtypes.
    mutating func flattened(named name: String, at location: SourceLocation) -> APISchema {
        if let known = bases[name] { return known }
        guard let entry = components.schemas[name] else { return APISchema(at: location, .any) }
        guard !merging.contains(name) else {
            report(circleTo: name, declaredAt: entry.location, at: location)
            return APISchema(at: location, .any)
        }
        let cutsBefore = merging.cuts
        merging.begin(name)
        defer { merging.end() }
        let result = deeper(at: location) { resolver in
            switch entry.value {
            case .reference: resolver.flattened(entry.value, in: entry.scope)
            case .object(let schema):
                resolver.followed(resolver.resolve(schema, in: entry.scope, name: name, asBase: true))
            }
        }
        if merging.cuts == cutsBefore { bases[name] = result }
        return result
    }

    private mutating func report(
        circleTo name: String, declaredAt declaration: SourceLocation, at place: SourceLocation
    ) {
        let cycle = merging.cycle(to: name)
        guard merging.reported.insert(Set(cycle.names)).inserted else { return }
        let way = cycle.names.count == 1 ? "" : " (\(Self.way(cycle.names + [name])))"
        let message =
            cycle.hasPart
            ? "`allOf` merges `\(name)` into a part of itself\(way), which never ends; describe the part in "
                + "`#/components/schemas`, and refer to it"
            : "`allOf` makes `\(name)` a part of itself\(way); leave one of the references out"
        diagnostics.error(
            .cyclicReference, message, at: place,
            notes: [Diagnostic.Note("`\(name)` is declared here", at: declaration)])
    }

    mutating func merge(_ part: APISchema, into result: inout APISchema) {
        // The first part with a shape is the best location of the merged schema.
        if result.shape.isAny { result.location = part.location }
        let shape = merged(result.shape, part.shape)
        if shape == nil {
            diagnostics.warning(
                .conflictingSchemas,
                "no value is both \(result.shape.kindName) and \(part.shape.kindName), as `allOf` asks; it is read as "
                    + "any JSON value",
                at: part.location,
                notes: [Diagnostic.Note("\(result.shape.kindName) is asked for here", at: result.location)])
        }
        take(shape ?? .any, of: part, into: &result)
    }

    /// Takes over the annotations of a part with the merged shape. A secret stays one, whatever its type becomes.
    private mutating func take(_ shape: SchemaShape, of part: APISchema, into result: inout APISchema) {
        let isSecret = loses(result.shape, to: shape) || loses(part.shape, to: shape)
        result.shape = shape
        result.annotate(from: part)
        result.sensitive = result.sensitive || isSecret
    }

    /// Returns the shape that satisfies both; nil where none does.
    mutating func merged(_ first: SchemaShape, _ second: SchemaShape) -> SchemaShape? {
        switch (first, second) {
        case (.any, _): second
        case (_, .any): first
        case (.object(let a), .object(let b)): mergedObjects(a, b).map { .object($0) }
        case (.array(let a), .array(let b)): mergedElements(a, b)
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
            // Both parts describe a recursive property: it is kept as a reference by name.
            guard !merging.contains(name) else {
                merging.cuts += 1
                return shape
            }
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
            let earlier = result.properties[index]
            let (schema, fits) = mergedSchemas(earlier.schema, property.schema)
            result.properties[index].schema = schema
            if !fits { reportConflict(of: property, with: earlier) }
        }
        result.additional = merged(first.additional, second.additional)
        let known = Set(first.requiredNames.map(\.value))
        result.requiredNames += second.requiredNames.filter { !known.contains($0.value) }
        result.requiredAlternatives = mergedAlternatives(first.requiredAlternatives, second.requiredAlternatives)
        for union in second.unions { result = result.adding(union) }
        return result
    }

    private mutating func reportConflict(of property: ObjectShape.Property, with earlier: ObjectShape.Property) {
        diagnostics.warning(
            .conflictingSchemas,
            "property `\(property.name)` is described in two ways that no value satisfies; it is read as any JSON value",
            at: property.location, notes: [Diagnostic.Note("the other description", at: earlier.location)])
    }

    private mutating func mergedElements(_ first: APISchema, _ second: APISchema) -> SchemaShape? {
        let (schema, fits) = mergedSchemas(first, second)
        return fits ? .array(schema) : nil
    }

    /// Returns a schema that satisfies both, with the annotations of both; any value where none does.
    private mutating func mergedSchemas(_ first: APISchema, _ second: APISchema) -> (schema: APISchema, fits: Bool) {
        let areRepeated = first.shape.referenceName != nil && first.shape.referenceName == second.shape.referenceName
        let areFollowed = !first.shape.isAny && !second.shape.isAny && !areRepeated
        var result = areFollowed ? followedOutside(first) : first
        let part = areFollowed ? followedOutside(second) : second
        let isNullable =
            result.allowsNull && part.allowsNull && (result.nullable || part.nullable)
        let shape = merged(result.shape, part.shape)
        take(shape ?? .any, of: part, into: &result)
        result.location = second.location
        result.nullable = isNullable
        return (result, shape != nil)
    }

    /// Works like `followed`, but keeps a recursive property as a reference by name.
    private mutating func followedOutside(_ schema: APISchema) -> APISchema {
        if let name = schema.shape.referenceName, merging.contains(name) || components.schemas[name] == nil {
            return schema
        }
        return followed(schema)
    }

    private mutating func merged(
        _ first: ObjectShape.Additional, _ second: ObjectShape.Additional
    ) -> ObjectShape.Additional {
        switch (first, second) {
        case (.undeclared, _): second
        case (_, .undeclared): first
        case (.schema(let a), .schema(let b)): .schema(mergedSchemas(a, b).schema)
        default: .forbidden
        }
    }

    private func mergedEnumerations(_ first: EnumerationShape, _ second: EnumerationShape) -> SchemaShape? {
        guard first.isInteger == second.isInteger else { return nil }
        let others = Dictionary(second.values.map { ($0.text, $0.deprecated) }) { first, _ in first }
        let shared = first.values.compactMap { value in
            others[value.text].map { isDeprecated in
                EnumerationShape.Value(
                    text: value.text, location: value.location, deprecated: value.deprecated || isDeprecated)
            }
        }
        return shared.isEmpty ? nil : .enumeration(EnumerationShape(isInteger: first.isInteger, values: shared))
    }
}

extension ObjectShape {
    /// Adds a union, unless it is already inherited through another part.
    func adding(_ union: UnionShape) -> Self {
        guard !unions.contains(where: { $0.isInherited(as: union) }) else { return self }
        var result = self
        result.unions.append(union)
        return result
    }
}

extension UnionShape {
    /// Returns whether both have the same origin in the document.
    fileprivate func isInherited(as other: Self) -> Bool {
        kind == other.kind && alternatives.map(\.schema.location) == other.alternatives.map(\.schema.location)
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

    /// Returns the narrower of two types that share values.
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
    /// The shape as it is named in a sentence.
    package var kindName: String {
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
