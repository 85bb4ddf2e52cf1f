import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

/// An operation of one side, with its path.
struct OperationNode {
    let method: String
    let path: String
    /// The Operation Object.
    let node: DocumentNode
    /// The Path Item Object around it.
    let item: DocumentNode

    var name: String { "\(method.uppercased()) \(path)" }
    /// Equal for operations whose paths differ only in the names of their parameters.
    var shape: String { "\(method) \(PathTemplate.shape(of: path))" }

    /// The declared effect, or the method's by RFC 9110 §9.2.1.
    var effect: String {
        node["x-kurus-effect"]?.string ?? OperationEffect.undeclared(of: method).rawValue
    }

    var changeLocation: ChangeLocation { ChangeLocation(node.name, in: node.location) }
}

extension SideDocuments {
    /// The operations of all documents, in the order of the input; of several with one name, the first.
    func operations() -> [OperationNode] {
        var names: Set<String> = []
        return roots.flatMap { root in
            (root["paths"]?.entries ?? []).filter { $0.name.hasPrefix("/") }
                .flatMap { operations(of: $0.value, path: $0.name) }
        }.filter { names.insert($0.name).inserted }
    }

    /// The operations of a path item, and those of the one that its `$ref` leads to (§4.7.9.1).
    private func operations(of item: DocumentNode, path: String) -> [OperationNode] {
        var items = [item]
        if item["$ref"] != nil, let resolved = resolve(item)?.node { items.append(resolved) }
        var methods: Set<String> = []
        return items.flatMap { item in
            item.entries.compactMap { entry in
                guard PathItem.methods.contains(entry.name), entry.value.json.members != nil,
                    methods.insert(entry.name).inserted
                else { return nil }
                return OperationNode(method: entry.name, path: path, node: entry.value, item: item)
            }
        }
    }
}
