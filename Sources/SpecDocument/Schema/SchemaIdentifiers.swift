import SpecDiagnostics
package import SpecTree

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The names that schemas of a document give themselves: `$id`, `$anchor` and `$dynamicAnchor` (JSON Schema Core 2020-12,
/// §8.2). References to these become references to JSON pointers, which all later stages follow.
package struct SchemaIdentifiers {
    private let document: JSONNode
    /// The pointers by resource, as its `$id` is resolved; the document itself is the resource "".
    private var resources: [String: JSONPointer] = ["": JSONPointer([])]
    /// The pointers by resource and name: `https://example.com/schemas/tree#node`.
    private var anchors: [String: JSONPointer] = [:]
    /// The pointers of `$dynamicAnchor` by name.
    private var dynamicAnchors: [String: [JSONPointer]] = [:]

    /// Returns the document with its references to names as pointers; the same document where it has no such names.
    package static func resolvingReferences(in document: JSONNode) -> JSONNode {
        guard let version = SpecificationVersion(ofDocument: document), version > .v30 else { return document }
        var identifiers = Self(document: document)
        guard identifiers.findNames() else { return document }
        return identifiers.rewritingReferences()
    }

    // MARK: Names

    /// A value that is still to be visited.
    private struct Visit {
        let node: JSONNode
        let kind: ObjectKind
        let pointer: JSONPointer
        /// The resource around it.
        let base: String
    }

    /// Finds all names; false where there are none.
    private mutating func findNames() -> Bool {
        var open = [Visit(node: document, kind: .document, pointer: JSONPointer([]), base: "")]
        while let next = open.popLast() {
            let base = next.kind == .schema ? note(next) : next.base
            for member in next.node.members ?? [] {
                for (tokens, node, kind) in Self.objects(in: member, of: next.kind) {
                    open.append(
                        Visit(node: node, kind: kind, pointer: JSONPointer(next.pointer.tokens + tokens), base: base))
                }
            }
        }
        return resources.count > 1 || !anchors.isEmpty
    }

    /// Notes the names of a schema, and returns the resource that it begins or belongs to.
    private mutating func note(_ schema: Visit) -> String {
        let base = Self.resource(of: schema.node, in: schema.base)
        if base != schema.base { resources[base] = resources[base] ?? schema.pointer }
        for field in [Schema.Field.anchor, .dynamicAnchor] {
            guard let name = schema.node[field.rawValue]?.string else { continue }
            anchors["\(base)#\(name)"] = schema.pointer
            if field == .dynamicAnchor { dynamicAnchors[name, default: []].append(schema.pointer) }
        }
        return base
    }

    /// Returns the objects that a member holds, with the way to each.
    private static func objects(
        in member: JSONMember, of kind: ObjectKind
    ) -> [(tokens: [String], node: JSONNode, kind: ObjectKind)] {
        switch kind.grammar.content(of: member.name) {
        case .value: []
        case .object(let inner): [([member.name], member.value, inner)]
        case .list(let inner):
            (member.value.elements ?? []).enumerated().map { ([member.name, String($0)], $1, inner) }
        case .map(let inner):
            (member.value.members ?? []).map { ([member.name, $0.name], $0.value, inner) }
        }
    }

    private static func resource(of schema: JSONNode, in base: String) -> String {
        guard let identifier = schema[Schema.Field.identifier.rawValue]?.string else { return base }
        let address = split(identifier).resource
        return address.isEmpty ? base : absolute(address, in: base)
    }

    private static func absolute(_ address: String, in base: String) -> String {
        URL(string: address, relativeTo: URL(string: base))?.absoluteString ?? address
    }

    private static func split(_ reference: String) -> (resource: String, fragment: String) {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }

    // MARK: References

    private func rewritingReferences() -> JSONNode {
        document.rewritingObjects(.document, "") { node, kind, base in
            guard kind == .schema else { return node.members ?? [] }
            base = Self.resource(of: node, in: base)
            let resource = base
            return (node.members ?? []).map { reference($0, base: resource) ?? $0 }
        }
    }

    /// Returns `$ref` or `$dynamicRef` as a `$ref` with a pointer; nil for any other member, and where the target is no
    /// name of this document.
    private func reference(_ member: JSONMember, base: String) -> JSONMember? {
        guard let text = member.value.string, let field = Schema.Field(rawValue: member.name),
            field == .reference || field == .dynamicReference,
            let pointer = pointer(of: text, base: base, isDynamic: field == .dynamicReference)
        else { return nil }
        let target = "#" + pointer.description.replacing("%", with: "%25")
        return JSONMember(
            Schema.Field.reference.rawValue, at: member.location,
            JSONNode(.string(target), at: member.value.location))
    }

    private func pointer(of reference: String, base: String, isDynamic: Bool) -> JSONPointer? {
        let parts = Self.split(reference)
        let resource = parts.resource.isEmpty ? base : Self.absolute(parts.resource, in: base)
        guard parts.fragment.isEmpty || parts.fragment.hasPrefix("/") else {
            // §8.2.3.2: a dynamic anchor of the same name around the reference would replace this one.
            if isDynamic, (dynamicAnchors[parts.fragment] ?? []).count > 1 { return nil }
            return anchors["\(resource)#\(parts.fragment)"]
        }
        guard resource != "" || isDynamic, let root = resources[resource],
            let rest = JSONPointer(fragment: parts.fragment)
        else { return nil }
        // Pages give their schemas an `$id` and still refer to the whole document.
        let pointer = JSONPointer(root.tokens + rest.tokens)
        return document.node(at: pointer) == nil ? nil : pointer
    }
}
