import SpecDiagnostics
import SpecDocument
import SpecPages

/// Resolves schemas: follows references, merges `allOf`, finds alternatives, and turns `type` and `format` into types.
///
/// A use of a schema of `components` stays a reference by name, so every resolved schema is finite.
struct SchemaResolver {
    let documents: [SourceDocument]
    let components: MergedComponents
    let options: ResolveOptions
    /// Schemas whose `allOf` names a schema that has a discriminator, by that schema's name (OpenAPI 3.0.3, §4.7.25).
    let heirs: [String: [String]]
    var diagnostics: Diagnostics
    /// What is being resolved, to find cycles that never end.
    var pointers: [String] = []
    var flattening: [String] = []
    var usedTypes: Set<String> = []

    init(
        _ documents: [SourceDocument], _ components: MergedComponents, _ options: ResolveOptions,
        _ diagnostics: Diagnostics
    ) {
        self.documents = documents
        self.components = components
        self.options = options
        self.diagnostics = diagnostics
        heirs = Inheritance.heirs(of: components)
    }

    mutating func namedSchemas() -> [NamedSchema] {
        components.schemaNames.sorted().compactMap { name in
            guard let entry = components.schemas[name] else { return nil }
            var schema = resolve(entry.value, in: entry.scope, name: name)
            if case .reference(let target) = schema.shape, endlessAlias(from: name, to: target) {
                diagnostics.error(
                    .cyclicReference, "schema '\(name)' is only a reference to itself", at: entry.location)
                schema.shape = .any
            }
            return NamedSchema(name: name, location: entry.location, schema: schema)
        }
    }

    /// A chain of `$ref` that comes back to where it began describes nothing.
    private func endlessAlias(from name: String, to target: String) -> Bool {
        var seen: Set<String> = [name]
        var next = target
        while seen.insert(next).inserted {
            guard let following = aliasTarget(of: next) else { return false }
            next = following
        }
        return true
    }

    private func aliasTarget(of name: String) -> String? {
        guard let entry = components.schemas[name] else { return nil }
        let reference: Reference
        switch entry.value {
        case .reference(let direct): reference = direct
        case .object(let schema):
            guard schema.isOnlyAllOf, schema.allOf.count == 1, case .reference(let only) = schema.allOf[0] else {
                return nil
            }
            reference = only
        }
        guard case .success(let found) = ReferenceTarget.find(reference.target, in: entry.scope, of: documents) else {
            return nil
        }
        return found.component(.schemas)
    }

    mutating func resolve(_ use: ReferenceOr<Schema>, in scope: Int, name: String? = nil) -> APISchema {
        switch use {
        case .reference(let reference): resolve(reference, in: scope)
        case .object(let schema): resolve(schema, in: scope, name: name)
        }
    }

    private mutating func resolve(_ reference: Reference, in scope: Int) -> APISchema {
        var schema = APISchema(at: reference.location, .any)
        if let target = find(reference, in: scope) {
            if let name = target.component(.schemas) {
                schema.shape = .reference(name)
            } else {
                schema = resolvePointer(target, reference)
            }
        }
        schema.location = reference.location
        schema.annotate(from: reference)
        return schema
    }

    /// A pointer to a schema outside `components`: the schema stands at both places.
    private mutating func resolvePointer(_ target: ReferenceTarget, _ reference: Reference) -> APISchema {
        let key = "\(target.scope)/\(target.pointer)"
        guard !pointers.contains(key) else {
            diagnostics.error(
                .cyclicReference,
                "'\(reference.target)' leads back to itself; give the schema a name in components and refer to that",
                at: reference.targetLocation)
            return APISchema(at: reference.location, .any)
        }
        guard let node = documents[target.scope].page.root.node(at: target.pointer) else {
            return APISchema(at: reference.location, .any)
        }
        pointers.append(key)
        defer { pointers.removeLast() }
        guard let schema = ReferenceOr<Schema>.decode(node, diagnostics: &diagnostics) else {
            return APISchema(at: reference.location, .any)
        }
        return resolve(schema, in: target.scope)
    }

    mutating func find(_ reference: Reference, in scope: Int) -> ReferenceTarget? {
        find(Located(reference.target, at: reference.targetLocation), in: scope)
    }

    /// The target of a reference's text; nil, and an error, when it leads to nothing.
    mutating func find(_ text: Located<String>, in scope: Int) -> ReferenceTarget? {
        switch ReferenceTarget.find(text.value, in: scope, of: documents) {
        case .success(let target): return target
        case .failure(let failure):
            diagnostics.error(failure.id, failure.message(text.value), at: text.location)
            return nil
        }
    }
}

extension ReferenceTarget.Failure {
    var id: DiagnosticID {
        switch self {
        case .address: .unsupportedReference
        case .malformed, .unknownFile, .dangling: .danglingReference
        }
    }

    func message(_ target: String) -> String {
        switch self {
        case .address:
            "'\(target)' leads to an address; kurus reads the files of its input only: save the document beside this "
                + "one and refer to its path"
        case .malformed: "'\(target)' is no JSON pointer; a reference looks like '#/components/schemas/Name'"
        case .unknownFile(let path): "'\(target)' leads to '\(path)', which is no document of this input"
        case .dangling: "'\(target)' leads to nothing"
        }
    }
}

extension APISchema {
    mutating func annotate(from reference: Reference) {
        description = reference.description ?? description
        title = reference.title ?? title
        nullable = nullable || reference.nullable
        deprecated = deprecated || reference.deprecated
        readOnly = readOnly || reference.readOnly
        writeOnly = writeOnly || reference.writeOnly
        sensitive = sensitive || reference.sensitive
    }

    mutating func annotate(from schema: Schema) {
        description = schema.description ?? description
        title = schema.title ?? title
        defaultValue = schema.defaultValue ?? defaultValue
        deprecated = deprecated || schema.deprecated
        readOnly = readOnly || schema.readOnly
        writeOnly = writeOnly || schema.writeOnly
        sensitive = sensitive || schema.sensitive
        constraints.narrow(by: SchemaConstraints(schema))
    }
}

extension SchemaConstraints {
    init(_ schema: Schema) {
        self.init(
            minimum: schema.minimum, exclusiveMinimum: schema.exclusiveMinimum, maximum: schema.maximum,
            exclusiveMaximum: schema.exclusiveMaximum, multipleOf: schema.multipleOf, minLength: schema.minLength,
            maxLength: schema.maxLength, pattern: schema.pattern, format: schema.format?.value,
            minItems: schema.minItems, maxItems: schema.maxItems, uniqueItems: schema.uniqueItems,
            minProperties: schema.minProperties, maxProperties: schema.maxProperties, hasNegation: schema.not != nil)
    }

    /// Takes over what the other one says.
    mutating func narrow(by other: Self) {
        minimum = other.minimum ?? minimum
        exclusiveMinimum = other.exclusiveMinimum ?? exclusiveMinimum
        maximum = other.maximum ?? maximum
        exclusiveMaximum = other.exclusiveMaximum ?? exclusiveMaximum
        multipleOf = other.multipleOf ?? multipleOf
        minLength = other.minLength ?? minLength
        maxLength = other.maxLength ?? maxLength
        pattern = other.pattern ?? pattern
        format = other.format ?? format
        minItems = other.minItems ?? minItems
        maxItems = other.maxItems ?? maxItems
        uniqueItems = uniqueItems || other.uniqueItems
        minProperties = other.minProperties ?? minProperties
        maxProperties = other.maxProperties ?? maxProperties
        hasNegation = hasNegation || other.hasNegation
        allowedValues = other.allowedValues.isEmpty ? allowedValues : other.allowedValues
    }
}

extension Schema {
    /// Nothing but `allOf` says what the value is.
    var isOnlyAllOf: Bool {
        types.allSatisfy { $0.value == "null" } && enumValues == nil && required.isEmpty && properties.entries.isEmpty
            && additionalProperties == nil && items == nil && oneOf.isEmpty && anyOf.isEmpty && discriminator == nil
    }
}
