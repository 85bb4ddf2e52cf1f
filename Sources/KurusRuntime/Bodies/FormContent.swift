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
}

extension FormEncoding {
    /// Whether a value is written as its JSON.
    package var isJSON: Bool { contentType.map { MediaType($0).isJSON } ?? false }
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
