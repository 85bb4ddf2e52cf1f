import SpecDocument
import SpecTree

/// A value of the complete document at a field of the specification.
struct FieldUse: Sendable {
    /// `Info Object.title`
    let name: String
    let kind: SpecificationFields.Kind
    let node: JSONNode
    /// The path to it: indexes of members and elements.
    let path: [Int]
}

/// Walks a document along the specification's tables.
struct SpecificationWalk {
    private(set) var uses: [FieldUse] = []
    /// The members that no table has.
    private(set) var unknown: [String] = []
    private let objects: [String: SpecificationFields.Object]
    private let version: SpecificationVersion

    init(_ document: JSONNode, _ version: SpecificationVersion = .v30) {
        self.version = version
        objects = Dictionary(uniqueKeysWithValues: SpecificationFields.objects(of: version).map { ($0.name, $0) })
        visit(document, .object("OpenAPI Object"), "document", [])
        uses.removeFirst()
    }

    private mutating func visit(
        _ node: JSONNode, _ kind: SpecificationFields.Kind, _ name: String, _ path: [Int]
    ) {
        uses.append(FieldUse(name: name, kind: kind, node: node, path: path))
        switch kind {
        case .string, .boolean, .number, .booleanOrNumber, .stringOrArray, .any: break
        case .object(let object): visitFields(of: node, object, path)
        case .booleanOrObject(let object):
            if node.members != nil { visitReference(node, object, path) }
        case .reference(let object): visitReference(node, object, path)
        case .array(let element):
            for (index, child) in (node.elements ?? []).enumerated() {
                visit(child, element, name + "[]", path + [index])
            }
        case .map(let entry):
            for (index, member) in (node.members ?? []).enumerated() {
                visit(member.value, entry, name + "{}", path + [index])
            }
        }
    }

    private mutating func visitReference(_ node: JSONNode, _ object: String, _ path: [Int]) {
        // Since 3.1, `$ref` is a keyword among others in a schema; one with descriptions alone is still a reference.
        let others = (node.members ?? []).filter { objects["Reference Object"]?.has($0.name) == false }
        let isSchema = version > .v30 && object == "Schema Object" && !others.isEmpty
        visitFields(of: node, node.member(named: "$ref") == nil || isSchema ? object : "Reference Object", path)
    }

    private mutating func visitFields(of node: JSONNode, _ objectName: String, _ path: [Int]) {
        guard let object = objects[objectName] else { return }
        for (index, member) in (node.members ?? []).enumerated() {
            let field = object.fields.first { $0.name == member.name } ?? object.patterns.first
            if let field {
                visit(member.value, field.kind, "\(objectName).\(field.name)", path + [index])
            } else {
                unknown.append("\(objectName).\(member.name)")
            }
        }
    }
}

extension SpecificationFields.Object {
    fileprivate func has(_ field: String) -> Bool { fields.contains { $0.name == field } }
}

extension JSONNode {
    /// Returns the tree with the value at the path replaced, at the same location; the same tree when the path leads
    /// nowhere.
    func replacing(at path: ArraySlice<Int>, with content: Content) -> JSONNode {
        guard let index = path.first else { return JSONNode(content, at: location) }
        var copy = self
        switch self.content {
        case .array(var elements) where elements.indices.contains(index):
            elements[index] = elements[index].replacing(at: path.dropFirst(), with: content)
            copy.content = .array(elements)
        case .object(var members) where members.indices.contains(index):
            members[index].value = members[index].value.replacing(at: path.dropFirst(), with: content)
            copy.content = .object(members)
        default: break
        }
        return copy
    }
}
