import SpecDiagnostics
import SpecTree

/// Reads a schema and its subschemas without recursion: documents may nest them as deep as JSON allows, and a thread's
/// stack may be half a megabyte.
struct SchemaTree {
    /// The position of a schema in its parent.
    enum Slot {
        case root
        case property(String, at: SourceLocation)
        case patternProperty(String, at: SourceLocation)
        case additionalProperties
        case unevaluatedProperties
        case prefixItem
        case items
        case allOf
        case oneOf
        case anyOf
        case not
        /// Of a keyword that is not followed, or among `$defs`, where references find it: read for its diagnostics.
        case checked
    }

    /// A schema that is still to be read.
    struct Pending {
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
            readBoolean(pending, decoding)
            return []
        }
        let reference = members.first { $0.name == Reference.Field.target.rawValue }
        if reference != nil, decoding.version == .v30 || members.allSatisfy({ Reference.isAnnotation($0.name) }) {
            if let reference = Reference.decode(pending.node, at: pending.place, decoding) {
                records.append(Record(schema: .reference(reference), slot: pending.slot, parent: pending.parent))
            }
            return []
        }
        var decoder = ObjectDecoder<Schema.Field>(members, at: pending.node.location, decoding)
        var schema = Schema(withoutSchemas: &decoder)
        schema.additionalProperties = decoder.allowsMembers(.additionalProperties)
        schema.unevaluatedProperties = decoder.allowsMembers(.unevaluatedProperties)
        let found = decoder.schemas(parent: records.count)
        records.append(Record(schema: .object(schema), slot: pending.slot, parent: pending.parent))
        decoder.finish()
        return found
    }

    /// Reads `true` and `false`, which are schemas since 3.1 (JSON Schema Core 2020-12, §4.3.2).
    private mutating func readBoolean(_ pending: Pending, _ decoding: DocumentDecoding) {
        guard case .boolean(let allowsAnything) = pending.node.content, decoding.version > .v30 else {
            let allowed = decoding.version == .v30 ? "an object" : "an object or a boolean"
            return decoding.wrongType(pending.place, pending.node, allowed: allowed)
        }
        if !allowsAnything, !pending.slot.mayBeNever {
            decoding.notFollowed(
                "\(pending.place) is `false`, which allows no value; it is read as any JSON value",
                at: pending.node.location)
        }
        var schema = Schema(at: pending.node.location)
        schema.isNever = !allowsAnything
        records.append(Record(schema: .object(schema), slot: pending.slot, parent: pending.parent))
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

extension SchemaTree.Slot {
    /// Whether `false` at the position is followed: it forbids further elements, or concerns nothing that is generated.
    fileprivate var mayBeNever: Bool {
        switch self {
        case .items, .checked: true
        default: false
        }
    }
}

extension Schema {
    fileprivate mutating func insert(_ schema: ReferenceOr<Schema>, at slot: SchemaTree.Slot) {
        switch slot {
        case .root: break
        case .property(let name, let location):
            properties.entries.append(.init(name: name, location: location, value: schema))
        case .patternProperty(let name, let location):
            patternProperties.entries.append(.init(name: name, location: location, value: schema))
        case .additionalProperties: additionalProperties = .schema(schema)
        case .unevaluatedProperties: unevaluatedProperties = .schema(schema)
        case .prefixItem: prefixItems.append(schema)
        case .items: items = schema
        case .allOf: allOf.append(schema)
        case .oneOf: oneOf.append(schema)
        case .anyOf: anyOf.append(schema)
        case .not: not = schema
        case .checked: break
        }
    }
}
