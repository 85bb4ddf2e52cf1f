import KurusHTTP
import KurusRuntime

/// The `name=value` pairs of a query, a Cookie field or a form, names decoded, values as they came.
struct PairList {
    let pairs: [(name: String, value: String)]
    let encoding: DelimitedText.Decoding

    /// Pairs in order; a name that cannot be decoded stays as it is, and so matches no parameter.
    init(_ pairs: [(String, String)], encoding: DelimitedText.Decoding) {
        self.pairs = pairs.map { name, value in
            (PercentEncoding.decode(name, plusIsSpace: encoding == .plus) ?? name, value)
        }
        self.encoding = encoding
    }

    /// `a=1&b=2` (application/x-www-form-urlencoded); empty pieces are dropped.
    init(query: some StringProtocol) {
        self.init(query.parts(separatedBy: "&").filter { !$0.isEmpty }.map(DelimitedText.pair), encoding: .plus)
    }

    /// `a=1; b=2` (RFC 6265 §4.2.1).
    init(cookie: String) {
        let pieces = cookie.parts(separatedBy: ";").map(\.withoutOptionalWhitespace)
        self.init(pieces.filter { !$0.isEmpty }.map(DelimitedText.pair), encoding: .percent)
    }

    /// What a parameter of the name and style finds here: the inverse of `StyledText.pairs`. nil when there is nothing.
    func node(_ name: String, _ style: ParameterStyle, explode: Bool) -> ParameterNode? {
        if style == .deepObject { return BracketTree.node(of: name, in: self) ?? single(name) }
        if explode { return exploded(name) }
        return single(name, StyledText.delimiters(of: style))
    }

    /// Every value of the name; without any, an object may still have its members here.
    func exploded(_ name: String) -> ParameterNode? {
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
