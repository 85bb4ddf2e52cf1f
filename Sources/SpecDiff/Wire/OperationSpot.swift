import SpecDocument
import SpecAPI
import SpecDiagnostics
import SpecTree

/// An operation of one side, with what its path says of it.
struct OperationSpot {
    let method: String
    let path: String
    /// Where the path's name stands.
    let pathName: SourceLocation
    /// The operation's object.
    let spot: Spot
    /// The Path Item Object that it stands in.
    let item: Spot

    var name: String { "\(method.uppercased()) \(path)" }
    var shape: String { "\(method) \(PathTemplate.shape(of: path))" }

    var isDeprecated: Bool { spot["deprecated"].isTrue }

    /// What carrying it out does, as declared, else by RFC 9110 §9.2.1.
    var effect: String {
        spot["x-kurus-effect"]?.string ?? APIOperation.Effect.undeclared(of: method).rawValue
    }
}

extension WalkSide {
    /// The operations of all documents, in the order of the input; of several alike, the first.
    func operations() -> [OperationSpot] {
        var names: Set<String> = []
        return roots.flatMap { root in
            (root["paths"]?.entries ?? []).filter { $0.name.hasPrefix("/") }.flatMap { path in
                operations(of: path.spot, path: path.name)
            }
        }.filter { names.insert($0.name).inserted }
    }

    /// The operations of a path item, and those of the one that its `$ref` leads to (§4.7.9.1).
    private func operations(of item: Spot, path: String) -> [OperationSpot] {
        var items = [item]
        if item["$ref"] != nil, let followed = follow(item)?.spot { items.append(followed) }
        var methods: Set<String> = []
        return items.flatMap { home in
            home.entries.compactMap { entry in
                guard APIOperation.methods.contains(entry.name), entry.spot.node.members != nil,
                    methods.insert(entry.name).inserted
                else { return nil }
                return OperationSpot(
                    method: entry.name, path: path, pathName: item.name, spot: entry.spot, item: home)
            }
        }
    }
}
