import SpecDiagnostics
import SpecDocument
import SpecTree

// Keywords of JSON Schema 2020-12 that OpenAPI has since 3.1.
extension SchemaResolver {
    // MARK: type

    /// Returns the shape of values of several types: alternatives, each with the keywords of its type.
    mutating func shape(of words: [Located<String>], _ schema: Schema, in scope: Int) -> SchemaShape {
        let names = Set(words.map(\.value))
        guard !names.isSuperset(of: ["string", "number", "boolean", "array", "object"]),
            schema.oneOf.isEmpty, schema.anyOf.isEmpty
        else { return .any }
        var alternatives: [APISchema] = []
        // Every integer is a number.
        for word in words where word.value != "integer" || !names.contains("number") {
            var single = schema
            single.types = [word]
            var alternative = APISchema(at: word.location, .any)
            alternative.shape = ownShape(of: single, in: scope, &alternative.constraints)
            alternatives.append(alternative)
        }
        return union(of: alternatives)
    }

    /// Returns alternatives that a value may take, in any position; any value where one of them is.
    private mutating func union(of schemas: [APISchema]) -> SchemaShape {
        let alternatives = collapsed(schemas)
        guard !alternatives.contains(where: { $0.shape.isAny }) else { return .any }
        guard alternatives.count > 1 else { return alternatives.first?.shape ?? .any }
        return .union(
            UnionShape(
                kind: .anyOf,
                alternatives: alternatives.map { UnionShape.Alternative(schema: $0, discriminatorValues: []) }))
    }

    // MARK: prefixItems

    /// Returns the schema of each element of a tuple (JSON Schema Core 2020-12, §10.3.1.1): one of those that it lists.
    mutating func tupleElement(of schema: Schema, in scope: Int) -> APISchema {
        var elements = schema.prefixItems.map { resolvePart($0, in: scope) }
        let isClosed = schema.hasOnlyListedElements
        if !isClosed, let items = schema.items { elements.append(resolvePart(items, in: scope)) }
        var result = APISchema(at: schema.location, union(of: elements))
        result.nullable = elements.contains(where: \.nullable)
        result.sensitive = elements.contains { holdsSecret($0) }
        if case .union = result.shape {
            diagnostics.warning(
                .notFollowed, "the positions of `prefixItems` are not followed: each element is one of their values",
                at: schema.location)
        } else if !isClosed, schema.items == nil, !result.shape.isAny {
            diagnostics.warning(
                .notFollowed,
                "further elements may be anything, so that each element is read as any JSON value; `items: false` "
                    + "forbids them", at: schema.location)
            result = APISchema(at: schema.location, .any)
        }
        return result
    }

    // MARK: Members

    /// Returns what `additionalProperties` or `unevaluatedProperties` allows.
    mutating func additional(
        _ rest: Schema.AdditionalProperties, at location: SourceLocation, in scope: Int
    ) -> ObjectShape.Additional {
        switch rest {
        case .allowed(true): .schema(APISchema(at: location, .any))
        case .allowed(false): .forbidden
        case .schema(let values): .schema(resolvePart(values, in: scope))
        }
    }

    /// Reads members whose names match a pattern as additional properties: of the pattern's schema where it is the only
    /// one, else of any value.
    mutating func addPatternProperties(of schema: Schema, to object: inout ObjectShape, in scope: Int) {
        guard let first = schema.patternProperties.entries.first else { return }
        var values = resolvePart(first.value, in: scope)
        let isOnly = schema.patternProperties.entries.count == 1
        switch object.additional {
        case .undeclared, .forbidden: if !isOnly { values = APISchema(at: first.location, .any) }
        case .schema: values = APISchema(at: first.location, .any)
        }
        object.additional = .schema(values)
        diagnostics.warning(
            .notFollowed,
            "the patterns of `patternProperties` are not followed: a member of any name is "
                + (values.shape.isAny ? "read as any JSON value" : "read by the schema of the pattern"),
            at: first.location)
    }

    /// Applies `unevaluatedProperties` to an object that does not describe its other members (JSON Schema Core 2020-12,
    /// §11.3).
    mutating func applyRest(_ rest: Schema.AdditionalProperties, to schema: inout APISchema, in scope: Int) {
        guard case .object(var object) = schema.shape, case .undeclared = object.additional else { return }
        object.additional = additional(rest, at: schema.location, in: scope)
        schema.shape = .object(object)
    }

    // MARK: $dynamicRef

    /// Reports a reference whose target depends on the way to this schema (JSON Schema Core 2020-12, §8.2.3.2).
    mutating func reportDynamicReference(of schema: Schema) {
        guard let reference = schema.dynamicReference else { return }
        diagnostics.error(
            .unsupportedReference,
            "the `$dynamicRef` `\(reference.value)` has no target, or several; refer to one schema with `$ref`",
            at: reference.location)
    }
}

extension Schema {
    /// Whether it describes members of an object.
    var describesMembers: Bool {
        !properties.entries.isEmpty || !patternProperties.entries.isEmpty || additionalProperties != nil
            || !required.isEmpty
    }

    /// Whether it describes elements of an array.
    var describesElements: Bool {
        items != nil || !prefixItems.isEmpty
    }

    /// Whether an array has no elements but those of `prefixItems`.
    fileprivate var hasOnlyListedElements: Bool {
        if case .object(let items)? = items, items.isNever { return true }
        return maxItems.map { $0 <= prefixItems.count } ?? false
    }

    /// The format that describes the same octets in 3.0: `byte` in Base64, `binary` otherwise (OpenAPI 3.1.1, §4.4.3);
    /// nil for any other value.
    var octetFormat: String? {
        if let encoding = contentEncoding?.value.lowercased() { return encoding == "base64" ? "byte" : nil }
        guard let mediaType = contentMediaType?.value else { return nil }
        return MediaTypeName(mediaType).kind == .binary ? "binary" : nil
    }
}
