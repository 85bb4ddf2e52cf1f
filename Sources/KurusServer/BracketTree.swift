import KurusRuntime

/// Received bracket notation as nested members: the inverse of `BracketNotation.pairs`.
enum BracketTree {
    /// Deeper nesting than this is no parameter; keeps a hostile name from using up the stack.
    private static let depthLimit = 64

    private typealias Entry = (path: ArraySlice<String>, raw: String)

    /// What stands under one name, `name[a][b]=c`; nil when nothing does.
    static func node(of name: String, in list: PairList) -> ParameterNode? {
        let entries = entries(of: list).filter { $0.path.first == name && $0.path.count > 1 }
        return entries.isEmpty ? nil : node(of: entries.map { ($0.path.dropFirst(), $0.raw) }, list)
    }

    /// All pairs as members of one object, in the order of their names' first pairs.
    static func members(of list: PairList) -> [(name: String, node: ParameterNode)] {
        grouped(entries(of: list)).map { ($0.name, node(of: $0.entries, list)) }
    }

    private static func entries(of list: PairList) -> [Entry] {
        list.pairs.map { pair in
            let path = BracketNotation.path(of: pair.name)
            return (path.count > depthLimit ? [pair.name] : path[...], pair.value)
        }
    }

    /// Values without further names are texts, several of them an array; names 0, 1, … are an array too, and so is `[]`.
    private static func node(of entries: [Entry], _ list: PairList) -> ParameterNode {
        let texts = entries.filter(\.path.isEmpty).map { ParameterNode.text(list.text($0.raw)) }
        let named = entries.filter { !$0.path.isEmpty }
        if named.isEmpty { return texts.count == 1 ? texts[0] : .list(texts) }
        let members = grouped(named).map { (name: $0.name, node: node(of: $0.entries, list)) }
        if members.count == 1, members[0].name.isEmpty {
            if case .list = members[0].node { return members[0].node }
            return .list([members[0].node])
        }
        let isIndexed = members.enumerated().allSatisfy { $0.element.name == String($0.offset) }
        return .members(members, asArray: isIndexed)
    }

    private static func grouped(_ entries: [Entry]) -> [(name: String, entries: [Entry])] {
        var order: [String] = []
        var groups: [String: [Entry]] = [:]
        for entry in entries {
            guard let name = entry.path.first else { continue }
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append((entry.path.dropFirst(), entry.raw))
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
