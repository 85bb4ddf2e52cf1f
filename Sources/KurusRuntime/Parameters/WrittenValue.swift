import KurusJSON

extension JSONValue {
    /// What a value writes; nil when it nests deeper than the reader's limit.
    static func written(by value: some JSONWritable) -> JSONValue? {
        try? JSONReader.read(JSONValue.self, from: JSONWriter.bytes(of: value))
    }

    /// The value as one piece of text: a string's characters, a number's and a boolean's lexeme, the JSON text of an
    /// array or object; nil for null.
    var plainText: String? {
        switch self {
        case .null: nil
        case .boolean(let boolean): boolean ? "true" : "false"
        case .number(let number): number.text
        case .string(let string): string
        case .array, .object: String(decoding: JSONWriter.bytes(of: self), as: UTF8.self)
        }
    }
}

/// A value by what the table of OpenAPI 3.0.3 "Style Values" tells apart.
enum ParameterShape {
    /// Null, or an array or object with nothing in it (RFC 6570 §2.3).
    case undefined
    case primitive(String)
    case list([String])
    case members([(name: String, value: String)])

    init(_ value: JSONValue) {
        switch value {
        case .array(let elements):
            let texts = elements.compactMap(\.plainText)
            self = texts.isEmpty ? .undefined : .list(texts)
        case .object(let object):
            let members = object.compactMap { member in member.value.plainText.map { (member.name, $0) } }
            self = members.isEmpty ? .undefined : .members(members)
        default:
            self = value.plainText.map { .primitive($0) } ?? .undefined
        }
    }
}
