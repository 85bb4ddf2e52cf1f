import KurusHTTP
import KurusJSON

/// The `name=value` pairs of a query, a Cookie field or a form, names decoded, values as they came.
package struct PairList {
    let pairs: [(name: String, value: String)]
    let encoding: DelimitedText.Decoding

    /// Pairs in order; a name that cannot be decoded stays as it is, and so matches no parameter.
    package init(_ pairs: [(String, String)], encoding: DelimitedText.Decoding) {
        self.pairs = pairs.map { name, value in
            (PercentEncoding.decode(name, plusIsSpace: encoding == .plus) ?? name, value)
        }
        self.encoding = encoding
    }

    /// `a=1&b=2` (application/x-www-form-urlencoded); empty pieces are dropped.
    package init(query: some StringProtocol) {
        self.init(query.parts(separatedBy: "&").filter { !$0.isEmpty }.map(DelimitedText.pair), encoding: .plus)
    }

    /// `a=1; b=2` (RFC 6265 §4.2.1).
    package init(cookie: String) {
        let pieces = cookie.parts(separatedBy: ";").map(\.withoutOptionalWhitespace)
        self.init(pieces.filter { !$0.isEmpty }.map(DelimitedText.pair), encoding: .percent)
    }

    /// Returns the value of a parameter of this name and style, the inverse of `StyledText.pairs`; nil when it is
    /// missing.
    package func node(_ name: String, _ style: ParameterStyle, explode: Bool) -> ParameterNode? {
        if style == .deepObject { return BracketTree.node(of: name, in: self) ?? single(name) }
        if explode { return exploded(name) }
        return single(name, StyledText.delimiters(of: style))
    }

    /// Returns every value of the name; an object may have its members here without a value of its name.
    package func exploded(_ name: String) -> ParameterNode? {
        let values = values(of: name)
        if values.count > 1 { return .list(values.map { .text(text($0)) }) }
        let rest = pairs.map { (name: $0.name, value: $0.value) }
        if values.isEmpty, rest.isEmpty { return nil }
        return .spread(values.first.map { text($0) }, members: grouped(rest))
    }

    private func single(_ name: String, _ delimiters: [String] = []) -> ParameterNode? {
        let values = values(of: name)
        guard let value = values.first else { return nil }
        if values.count > 1 { return .list(values.map { .text(text($0)) }) }
        return .text(DelimitedText(raw: value, delimiters: delimiters, encoding: encoding))
    }

    func text(_ raw: String, isElement: Bool = false) -> DelimitedText {
        DelimitedText(raw: raw, encoding: encoding, isElement: isElement)
    }

    private func values(of name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// Members by name, in the order of their first pairs; a name that comes twice is an array.
    private func grouped(_ pairs: [(name: String, value: String)]) -> [(name: String, node: ParameterNode)] {
        var order: [String] = []
        var values: [String: [ParameterNode]] = [:]
        for pair in pairs {
            if values[pair.name] == nil { order.append(pair.name) }
            values[pair.name, default: []].append(.text(text(pair.value, isElement: true)))
        }
        return order.map { name in
            let nodes = values[name] ?? []
            return (name, nodes.count == 1 ? nodes[0] : .list(nodes))
        }
    }
}

/// Received bracket notation as nested members: the inverse of `BracketNotation.pairs`.
enum BracketTree {
    /// The deepest nesting of a parameter, which keeps a hostile name from exhausting the stack.
    private static let depthLimit = 64

    private typealias Entry = (path: ArraySlice<String>, raw: String)

    /// Returns the value under one name, `name[a][b]=c`; nil when it is missing.
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
