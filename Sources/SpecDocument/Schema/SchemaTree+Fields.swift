import SpecDiagnostics
import SpecTree

// Reads the fields of a schema that hold schemas.
extension ObjectDecoder<Schema.Field> {
    /// Reads `additionalProperties` or `unevaluatedProperties` as a boolean; nil when it is a schema or absent.
    mutating func allowsMembers(_ field: Field) -> Schema.AdditionalProperties? {
        guard case .boolean(let allowed) = member(field)?.value.content else { return nil }
        return .allowed(allowed)
    }

    /// Returns the subschemas, not read yet.
    mutating func schemas(parent: Int) -> [SchemaTree.Pending] {
        let combined =
            reference(parent) + elements(.allOf, .allOf, parent) + elements(.oneOf, .oneOf, parent)
            + elements(.anyOf, .anyOf, parent) + single(.not, .not, parent)
        let parts = elements(.prefixItems, .prefixItem, parent) + items(parent) + entries(.properties, parent)
        let others = entries(.patternProperties, parent) + members(.additionalProperties, .additionalProperties, parent)
        return combined + parts + others + members(.unevaluatedProperties, .unevaluatedProperties, parent)
            + checked(parent)
    }

    /// Returns the reference beside other keywords, as a part of `allOf`.
    private mutating func reference(_ parent: Int) -> [SchemaTree.Pending] {
        guard let member = member(.reference) else { return [] }
        let node = JSONNode(.object([member]), at: location)
        return [SchemaTree.Pending(node: node, place: place(of: .reference), slot: .allOf, parent: parent)]
    }

    private mutating func single(_ field: Field, _ slot: SchemaTree.Slot, _ parent: Int) -> [SchemaTree.Pending] {
        guard let member = memberWithValue(field) else { return [] }
        return [SchemaTree.Pending(node: member.value, place: place(of: field), slot: slot, parent: parent)]
    }

    private mutating func elements(_ field: Field, _ slot: SchemaTree.Slot, _ parent: Int) -> [SchemaTree.Pending] {
        guard let nodes = nodes(field) else { return [] }
        if nodes.isEmpty { warn(field, "`\(field.rawValue)` is empty; leave it out") }
        let place = ValuePlace.element(of: field.rawValue, in: Field.objectName)
        return nodes.map { SchemaTree.Pending(node: $0, place: place, slot: slot, parent: parent) }
    }

    /// Finds `items`, which an array of 3.0 requires (OpenAPI 3.0.3, §4.7.24.1); without it, elements are anything.
    private mutating func items(_ parent: Int) -> [SchemaTree.Pending] {
        if decoding.version == .v30, member(.items) == nil, let type = member(.type)?.value, type.string == "array" {
            decoding.warn("an array's schema has no `items`, which is required", at: type.location)
        }
        return single(.items, .items, parent)
    }

    /// Finds the schemas of a map. Each name is an entry's, even `$ref`.
    private mutating func entries(_ field: Field, _ parent: Int) -> [SchemaTree.Pending] {
        (members(field) ?? []).map { member in
            let slot: SchemaTree.Slot =
                switch field {
                case .properties: .property(member.name, at: member.location)
                case .patternProperties: .patternProperty(member.name, at: member.location)
                default: .checked
                }
            return SchemaTree.Pending(
                node: member.value, place: .entry(member.name, of: field.rawValue, in: Field.objectName),
                slot: slot, parent: parent)
        }
    }

    private mutating func members(
        _ field: Field, _ slot: SchemaTree.Slot, _ parent: Int
    ) -> [SchemaTree.Pending] {
        guard let member = memberWithValue(field) else { return [] }
        switch member.value.content {
        case .boolean: return []
        case .object: return single(field, slot, parent)
        default:
            decoding.wrongType(place(of: field), member.value, allowed: "a boolean or an object")
            return []
        }
    }

    /// Finds the schemas that are only checked.
    private mutating func checked(_ parent: Int) -> [SchemaTree.Pending] {
        var found: [SchemaTree.Pending] = []
        for field in [Field.contains, .unevaluatedItems, .propertyNames, .if, .then, .else, .contentSchema] {
            found += single(field, .checked, parent)
        }
        return found + entries(.dependentSchemas, parent) + entries(.definitions, parent)
    }
}
