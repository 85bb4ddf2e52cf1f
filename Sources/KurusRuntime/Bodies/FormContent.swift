import KurusHTTP
import KurusJSON

/// application/x-www-form-urlencoded content (OpenAPI 3.0.3, "Support for x-www-form-urlencoded Request Bodies").
enum FormContent {
    /// The members of an object; nothing for another value.
    static func bytes(of value: JSONValue, _ encodings: [String: FormEncoding]) -> [UInt8] {
        guard case .object(let object) = value else { return [] }
        let pairs = object.flatMap { Self.pairs(of: $0.value, name: $0.name, encodings[$0.name]) }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private static func pairs(of value: JSONValue, name: String, _ encoding: FormEncoding?) -> [String] {
        guard let encoding else {
            let style = value.isNested ? ParameterStyle.deepObject : .form
            return StyledText(name: name, style: style, explode: true, encoding: .form).pairs(of: value)
        }
        let written =
            encoding.isJSON ? JSONValue.string(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)) : value
        let percent = encoding.allowReserved ? PercentEncoding.reserved(excluding: nil) : .form
        let styled = StyledText(name: name, style: encoding.style, explode: encoding.explode, encoding: percent)
        return styled.pairs(of: written)
    }

    /// The members received; nil when the bytes are not UTF-8.
    static func node(_ bytes: [UInt8], _ encodings: [String: FormEncoding]) -> ParameterNode? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let list = PairList(query: text)
        let members = BracketTree.members(of: list).map { member in
            (name: member.name, node: encodings[member.name].map { received(member.node, $0) } ?? member.node)
        }
        return .members(members, asArray: false)
    }

    /// A member's single value, to be read as its encoding says.
    private static func received(_ node: ParameterNode, _ encoding: FormEncoding) -> ParameterNode {
        guard case .text(var text) = node else { return node }
        if encoding.isJSON {
            let value = text.primitive.flatMap { try? JSONReader.read(JSONValue.self, from: Array($0.utf8)) }
            return value.map { .json($0) } ?? node
        }
        if !encoding.explode { text.delimiters = StyledText.delimiters(of: encoding.style) }
        return .text(text)
    }
}

extension FormEncoding {
    fileprivate var isJSON: Bool { contentType.map { MediaType($0).isJSON } ?? false }
}

extension JSONValue {
    /// Whether the value is an object, or an array with objects or arrays in it.
    fileprivate var isNested: Bool {
        switch self {
        case .object: true
        case .array(let elements): elements.contains(where: \.isContainer)
        default: false
        }
    }

    var isContainer: Bool {
        switch self {
        case .object, .array: true
        default: false
        }
    }
}
