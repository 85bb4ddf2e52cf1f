import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree

// `oneOf` and `anyOf` (OpenAPI 3.0.3, §4.7.24.1), and the effect of a discriminator on them (§4.7.25).
extension SchemaResolver {
    mutating func addUnion(
        _ kind: UnionShape.Kind, _ branches: [ReferenceOr<Schema>], of schema: Schema, to result: inout APISchema,
        in scope: Int
    ) {
        guard !branches.isEmpty else { return }
        if let ways = requiredLists(branches) {
            var object = ObjectShape()
            object.requiredAlternatives = ObjectShape.RequiredAlternatives(
                location: schema.location, isExclusive: kind == .oneOf, ways: ways)
            merge(APISchema(at: schema.location, .object(object)), into: &result)
            return
        }
        let values = branches.filter { !$0.isNull }
        if values.count < branches.count, schema.types.isEmpty || schema.isNullable { result.nullable = true }
        guard !values.isEmpty else { return }
        var alternatives = values.map { resolvePart($0, in: scope) }
        if !result.shape.isObjectLike {
            alternatives = alternatives.map { narrowed($0, to: result) }
            result.shape = .any
        }
        alternatives = collapsed(alternatives)
        if alternatives.count == 1 {
            mergeOnly(alternatives[0], into: &result)
            return
        }
        if alternatives.contains(where: { $0.shape.isAny }) {
            // One of them allows any value, so the union does too.
            result.sensitive = result.sensitive || alternatives.contains { holdsSecret($0) }
            return
        }
        var union = UnionShape(
            kind: kind, alternatives: alternatives.map { UnionShape.Alternative(schema: $0, discriminatorValues: []) })
        discriminate(&union, of: schema, own: result, in: scope)
        place(union, in: &result)
    }

    /// Narrows the alternative by the schema's own type; where they contradict each other, the alternative wins.
    private mutating func narrowed(_ alternative: APISchema, to own: APISchema) -> APISchema {
        let flat = followed(alternative)
        guard let shape = merged(own.shape, flat.shape) else {
            diagnostics.warning(
                .sloppyDocument,
                "no value is both \(own.shape.kindName), as `type` requires, and \(flat.shape.kindName), as this "
                    + "alternative requires; the alternative is read",
                at: alternative.location, notes: [Diagnostic.Note("the `type` is of this schema", at: own.location)])
            return alternative
        }
        // A named enumeration keeps its name when the type only repeats it.
        guard !shape.isSame(as: flat.shape) else { return alternative }
        var result = flat
        result.shape = shape
        return result
    }

    private mutating func mergeOnly(_ alternative: APISchema, into result: inout APISchema) {
        if result.shape.isAny || repeats(result.shape, alternative) {
            let own = result
            result = alternative
            result.annotate(from: own)
            result.location = own.location
            result.nullable = own.nullable || alternative.nullable
        } else {
            merge(followed(alternative), into: &result)
        }
    }

    private mutating func place(_ union: UnionShape, in result: inout APISchema) {
        switch result.shape {
        case .object(let object) where object.isPlain:
            result.shape = .union(union)
        case .object, .union:
            for alternative in union.alternatives where !isObjectLike(alternative.schema) {
                diagnostics.warning(
                    .conflictingSchemas,
                    "an object cannot be \(alternative.schema.shape.kindName) as well; such a value is not read",
                    at: alternative.schema.location,
                    notes: [Diagnostic.Note("the object is here", at: result.location)])
            }
            merge(APISchema(at: result.location, .union(union)), into: &result)
        default: result.shape = .union(union)
        }
    }

    /// Returns whether an object without further keywords only repeats the type of a named alternative.
    private func repeats(_ shape: SchemaShape, _ alternative: APISchema) -> Bool {
        guard case .object(let object) = shape, object.isPlain, alternative.shape.referenceName != nil else {
            return false
        }
        return isObjectLike(alternative)
    }

    private func isObjectLike(_ schema: APISchema) -> Bool {
        guard case .reference(let name) = schema.shape else { return schema.shape.isObjectLike }
        return survey.isObjectLike(name)
    }

    /// Collapses alternatives that Swift cannot tell apart; an enumeration is open, and so absorbs a string.
    func collapsed(_ alternatives: [APISchema]) -> [APISchema] {
        var result: [APISchema] = []
        for alternative in alternatives {
            if let index = result.firstIndex(where: { $0.shape.isSame(as: alternative.shape) }) {
                result[index].sensitive = result[index].sensitive || alternative.sensitive
                result[index].nullable = result[index].nullable || alternative.nullable
            } else if let index = result.firstIndex(where: { $0.shape.joined(with: alternative.shape) != nil }),
                let joined = result[index].shape.joined(with: alternative.shape)
            {
                result[index].shape = joined
                result[index].sensitive = result[index].sensitive || alternative.sensitive
                result[index].nullable = result[index].nullable || alternative.nullable
            } else {
                result.append(alternative)
            }
        }
        return result
    }

    // MARK: Discriminators

    private mutating func discriminate(
        _ union: inout UnionShape, of schema: Schema, own: APISchema, in scope: Int
    ) {
        guard let discriminator = schema.discriminator else {
            adoptDiscriminator(&union)
            return
        }
        let name = discriminator.propertyName.value
        guard isDiscriminator(name, of: union, own: own) else {
            diagnostics.warning(
                .ignoredDiscriminator,
                "the discriminator `\(name)` has to be a property of every alternative, and these have to be schemas of "
                    + "components; it is ignored, and the alternative that fits best is read",
                at: discriminator.propertyName.location)
            return
        }
        union.discriminator = name
        assignValues(of: discriminator, to: &union, in: scope)
    }

    /// Finds the discriminator of alternatives that all inherit from one schema with a discriminator.
    private mutating func adoptDiscriminator(_ union: inout UnionShape) {
        let names = union.alternatives.compactMap(\.schema.shape.referenceName)
        guard names.count == union.alternatives.count else { return }
        for (base, inheriting) in subtypes.sorted(by: { $0.key < $1.key }) where Set(inheriting).isSuperset(of: names) {
            guard let entry = components.schemas[base], case .object(let schema) = entry.value,
                let discriminator = schema.discriminator
            else { continue }
            union.discriminator = discriminator.propertyName.value
            assignValues(of: discriminator, to: &union, in: entry.scope, onlyKnown: true)
            return
        }
    }

    private func isDiscriminator(_ name: String, of union: UnionShape, own: APISchema) -> Bool {
        let references = union.alternatives.compactMap(\.schema.shape.referenceName)
        guard references.count == union.alternatives.count else { return false }
        if case .object(let object) = own.shape, object.properties.contains(where: { $0.name == name }) { return true }
        return references.allSatisfy { survey.declares(name, in: $0) }
    }

    private mutating func assignValues(
        of discriminator: Discriminator, to union: inout UnionShape, in scope: Int, onlyKnown: Bool = false
    ) {
        for entry in discriminator.mapping.entries {
            guard let name = mappedName(entry.value, in: scope) else {
                reportMapping(entry)
                continue
            }
            if let index = union.alternatives.firstIndex(where: { $0.schema.shape.referenceName == name }) {
                union.alternatives[index].discriminatorValues.append(entry.name)
            } else if !onlyKnown {
                union.alternatives.append(
                    UnionShape.Alternative(
                        schema: APISchema(at: entry.location, .reference(name)), discriminatorValues: [entry.name]))
            }
        }
        assignUnmapped(to: &union, at: discriminator.location)
    }

    private mutating func reportMapping(_ entry: NamedValues<String>.Entry) {
        var message = "the discriminator's value `\(entry.name)` is mapped to `\(entry.value)`, "
        message += "which is not a schema of components; the value is ignored"
        if let nearest = suggestion(for: entry.value) { message += "; did you mean `\(nearest)`?" }
        diagnostics.warning(.danglingReference, message, at: entry.location)
    }

    private func mappedName(_ text: String, in scope: Int) -> String? {
        if components.schemas[text] != nil { return text }
        guard case .success(let target) = references.target(of: text, in: scope) else { return nil }
        return references.schemaName(at: target)
    }

    private func suggestion(for mapped: String) -> String? {
        let prefix = "#/components/schemas/"
        guard mapped.hasPrefix(prefix) else {
            return DidYouMean.suggestion(for: mapped, in: components.schemaNames)
        }
        return DidYouMean.suggestion(for: String(mapped.dropFirst(prefix.count)), in: components.schemaNames)
            .map { prefix + $0 }
    }

    /// Makes a schema with a discriminator and specialisations a union of them, wherever it is used.
    mutating func addSubtypes(of schema: Schema, named name: String, to result: inout APISchema, in scope: Int) {
        guard let discriminator = schema.discriminator, schema.oneOf.isEmpty, schema.anyOf.isEmpty else { return }
        var union = UnionShape(kind: .oneOf, alternatives: [], discriminator: discriminator.propertyName.value)
        for subtype in subtypes[name] ?? [] {
            union.alternatives.append(
                UnionShape.Alternative(
                    schema: APISchema(at: discriminator.location, .reference(subtype)), discriminatorValues: []))
        }
        assignValues(of: discriminator, to: &union, in: scope)
        // A mapping to the schema itself selects no specialisation; such a value is kept as received.
        union.alternatives.removeAll { $0.schema.shape.referenceName == name }
        guard !union.alternatives.isEmpty else {
            diagnostics.warning(
                .ignoredDiscriminator,
                "the discriminator has no alternatives: no schema has `\(name)` in its `allOf`; it is ignored",
                at: discriminator.location)
            return
        }
        result.shape = .union(union)
    }

    func propertyNames(_ union: UnionShape) -> [String] {
        union.alternatives.flatMap { alternative -> [String] in
            switch alternative.schema.shape {
            case .object(let object): object.properties.map(\.name)
            case .reference(let name): directPropertyNames(name)
            default: []
            }
        }
    }

    private func directPropertyNames(_ name: String) -> [String] {
        guard case .object(let schema)? = components.schemas[name]?.value else { return [] }
        return schema.properties.entries.map(\.name)
    }
}

extension ObjectShape {
    /// Whether the object has no keywords of its own.
    fileprivate var isPlain: Bool {
        guard properties.isEmpty, unions.isEmpty, requiredAlternatives == nil, requiredNames.isEmpty else {
            return false
        }
        switch additional {
        case .undeclared: return true
        case .forbidden: return false
        case .schema(let schema): return schema.shape.isAny
        }
    }
}

// `oneOf` and `anyOf` of only `required`: the ways to satisfy an object.
extension SchemaResolver {
    /// The number of combined ways of two lists at most; each is an initializer.
    private static let limit = 16

    /// Returns the lists, if every branch has only `required`.
    private func requiredLists(_ branches: [ReferenceOr<Schema>]) -> [[String]]? {
        var ways: [[String]] = []
        for branch in branches {
            guard case .object(let schema) = branch, schema.isOnlyRequired else { return nil }
            ways.append(schema.required.map(\.value))
        }
        return ways
    }

    /// Combines two lists of ways: an object that satisfies one way of each list satisfies both at once.
    mutating func mergedAlternatives(
        _ first: ObjectShape.RequiredAlternatives?, _ second: ObjectShape.RequiredAlternatives?
    ) -> ObjectShape.RequiredAlternatives? {
        guard let first, let second, first.location != second.location else { return first ?? second }
        guard first.ways.count * second.ways.count <= Self.limit else {
            diagnostics.warning(
                .notGenerated,
                "the ways to satisfy this object are more than \(Self.limit) together with those of another schema; these "
                    + "are left to the caller", at: second.location,
                notes: [Diagnostic.Note("the other ways are here", at: first.location)])
            return first
        }
        let ways = first.ways.flatMap { way in second.ways.map { way + $0.filter { !way.contains($0) } } }
        return ObjectShape.RequiredAlternatives(
            location: first.location, isExclusive: first.isExclusive && second.isExclusive, ways: ways)
    }
}

extension Schema {
    /// Whether there is only `required`, an object's type and prose.
    fileprivate var isOnlyRequired: Bool {
        !required.isEmpty && types.allSatisfy { $0.value == "object" } && enumValues == nil
            && properties.entries.isEmpty && patternProperties.entries.isEmpty && prefixItems.isEmpty
            && additionalProperties == nil && items == nil && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty
            && not == nil
    }
}

extension ReferenceOr<Schema> {
    /// Whether the alternative is null and nothing else, as 3.1 writes a nullable value.
    fileprivate var isNull: Bool {
        guard case .object(var schema) = self, schema.valueTypes.isEmpty, schema.allOf.isEmpty else { return false }
        let isNull = schema.enumValues.map { $0.allSatisfy(\.isNull) } ?? schema.isNullable
        schema.enumValues = nil
        return isNull && schema.isOnlyAllOf
    }
}
