import SpecDiagnostics
import SpecTree

// The fields of a schema that hold schemas.
extension ObjectDecoder<Schema.Field> {
    /// `additionalProperties` as a boolean; nil when it is a schema, or absent.
    mutating func allowsAdditionalProperties() -> Schema.AdditionalProperties? {
        guard case .boolean(let allowed) = member(.additionalProperties)?.value.content else { return nil }
        return .allowed(allowed)
    }

    /// The schemas in this schema, not read yet.
    mutating func schemas(parent: Int) -> [SchemaTree.Pending] {
        elements(.allOf, .allOf, parent) + elements(.oneOf, .oneOf, parent) + elements(.anyOf, .anyOf, parent)
            + single(.not, .not, parent) + items(parent) + properties(parent)
            + additionalProperties(parent)
    }

    private mutating func single(_ field: Field, _ slot: SchemaTree.Slot, _ parent: Int) -> [SchemaTree.Pending] {
        guard let member = memberWithValue(field) else { return [] }
        return [SchemaTree.Pending(node: member.value, place: place(of: field), slot: slot, parent: parent)]
    }

    private mutating func elements(_ field: Field, _ slot: SchemaTree.Slot, _ parent: Int) -> [SchemaTree.Pending] {
        guard let nodes = nodes(field) else { return [] }
        if nodes.isEmpty { sloppy(field, "`\(field.rawValue)` is empty; leave it out") }
        let place = ValuePlace.element(of: field.rawValue, in: Field.objectName)
        return nodes.map { SchemaTree.Pending(node: $0, place: place, slot: slot, parent: parent) }
    }

    /// `items` is required where the type is an array (§4.7.24.1); without it, elements are anything.
    private mutating func items(_ parent: Int) -> [SchemaTree.Pending] {
        if member(.items) == nil, let type = member(.type)?.value, type.string == "array" {
            decoding.sloppy("an array's schema has no `items`, which is required", at: type.location)
        }
        return single(.items, .items, parent)
    }

    /// A property may be named `$ref`: no name in here is a field.
    private mutating func properties(_ parent: Int) -> [SchemaTree.Pending] {
        (members(.properties) ?? []).map { member in
            SchemaTree.Pending(
                node: member.value,
                place: .entry(member.name, of: Field.properties.rawValue, in: Field.objectName),
                slot: .property(member.name, at: member.location), parent: parent)
        }
    }

    private mutating func additionalProperties(_ parent: Int) -> [SchemaTree.Pending] {
        guard let member = memberWithValue(.additionalProperties) else { return [] }
        switch member.value.content {
        case .boolean: return []
        case .object: return single(.additionalProperties, .additionalProperties, parent)
        default:
            decoding.wrongType(
                place(of: .additionalProperties), member.value, allowed: "a boolean or an object")
            return []
        }
    }
}
