import SpecDiagnostics
import SpecTree

/// Reads a schema and its subschemas without recursion: documents may nest them as deep as JSON allows, and a thread's
/// stack may be half a megabyte.
struct SchemaTree {
    /// The position of a schema in its parent.
    enum Slot {
        case root
        case property(String, at: SourceLocation)
        case additionalProperties
        case items
        case allOf
        case oneOf
        case anyOf
        case not
    }

    /// A schema that is still to be read.
    fileprivate struct Pending {
        var node: JSONNode
        var place: ValuePlace
        var slot: Slot
        /// The index of the parent.
        var parent: Int
    }

    /// A schema that was read. Its subschemas follow it, and are moved into `children` when they are complete.
    private struct Record {
        var schema: ReferenceOr<Schema>
        var slot: Slot
        var parent: Int
        /// The subschemas, in reverse order.
        var children: [(slot: Slot, schema: ReferenceOr<Schema>)] = []
    }

    private var records: [Record] = []

    static func decode(
        _ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding
    ) -> ReferenceOr<Schema>? {
        var tree = SchemaTree()
        var pending = [Pending(node: node, place: place, slot: .root, parent: 0)]
        while let next = pending.popLast() {
            let found = tree.read(next, decoding)
            pending += found.reversed()
        }
        return tree.assemble()
    }

    /// Reads one schema, and returns its subschemas in the specification's order of fields.
    private mutating func read(_ pending: Pending, _ decoding: DocumentDecoding) -> [Pending] {
        if pending.node.isNull {
            decoding.warn(
                "\(pending.place) is null, which is read as a schema that allows everything", at: pending.node.location)
        }
        guard let members = pending.node.isNull ? [] : pending.node.members else {
            decoding.wrongType(pending.place, pending.node, allowed: "an object")
            return []
        }
        if members.contains(where: { $0.name == Reference.Field.target.rawValue }) {
            if let reference = Reference.decode(pending.node, at: pending.place, decoding) {
                records.append(Record(schema: .reference(reference), slot: pending.slot, parent: pending.parent))
            }
            return []
        }
        var decoder = ObjectDecoder<Schema.Field>(members, at: pending.node.location, decoding)
        var schema = Schema(withoutSchemas: &decoder)
        schema.additionalProperties = decoder.allowsAdditionalProperties()
        let found = decoder.schemas(parent: records.count)
        records.append(Record(schema: .object(schema), slot: pending.slot, parent: pending.parent))
        decoder.finish()
        return found
    }

    /// Puts every schema into its parent, the last first, so that only complete schemas are moved.
    private mutating func assemble() -> ReferenceOr<Schema>? {
        while let record = records.popLast() {
            let schema = record.schema.inserting(record.children.reversed())
            if records.isEmpty { return schema }
            records[record.parent].children.append((record.slot, schema))
        }
        return nil
    }
}

extension ReferenceOr<Schema> {
    fileprivate func inserting(
        _ children: some Sequence<(slot: SchemaTree.Slot, schema: ReferenceOr<Schema>)>
    ) -> ReferenceOr<Schema> {
        guard case .object(var schema) = self else { return self }
        for child in children { schema.insert(child.schema, at: child.slot) }
        return .object(schema)
    }
}

extension Schema {
    fileprivate mutating func insert(_ schema: ReferenceOr<Schema>, at slot: SchemaTree.Slot) {
        switch slot {
        case .root: break
        case .property(let name, let location):
            properties.entries.append(.init(name: name, location: location, value: schema))
        case .additionalProperties: additionalProperties = .schema(schema)
        case .items: items = schema
        case .allOf: allOf.append(schema)
        case .oneOf: oneOf.append(schema)
        case .anyOf: anyOf.append(schema)
        case .not: not = schema
        }
    }
}

// Reads the fields of a schema that hold schemas.
extension ObjectDecoder<Schema.Field> {
    /// Reads `additionalProperties` as a boolean; nil when it is a schema or absent.
    fileprivate mutating func allowsAdditionalProperties() -> Schema.AdditionalProperties? {
        guard case .boolean(let allowed) = member(.additionalProperties)?.value.content else { return nil }
        return .allowed(allowed)
    }

    /// Returns the subschemas, not read yet.
    fileprivate mutating func schemas(parent: Int) -> [SchemaTree.Pending] {
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
        if nodes.isEmpty { warn(field, "`\(field.rawValue)` is empty; leave it out") }
        let place = ValuePlace.element(of: field.rawValue, in: Field.objectName)
        return nodes.map { SchemaTree.Pending(node: $0, place: place, slot: slot, parent: parent) }
    }

    /// Finds `items`, which an array requires (§4.7.24.1); without it, elements are anything.
    private mutating func items(_ parent: Int) -> [SchemaTree.Pending] {
        if member(.items) == nil, let type = member(.type)?.value, type.string == "array" {
            decoding.warn("an array's schema has no `items`, which is required", at: type.location)
        }
        return single(.items, .items, parent)
    }

    /// Finds the properties. Each name is a property's, even `$ref`.
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
