// The members of JSON output. A member without a value is left out.
extension JSONValue? {
    package static func text(_ text: String?) -> Self { text.map(JSONValue.string) }

    package static func count(_ number: Int?) -> Self { number.map { .number(JSONNumber($0)) } }

    package static func list(_ elements: [JSONValue]?) -> Self { elements.map(JSONValue.array) }

    package static func texts(_ texts: [String]) -> Self { .array(texts.map(JSONValue.string)) }
}

extension JSONValue {
    package static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(JSONObject(members))
    }
}

extension JSONObject {
    package init(_ members: some Sequence<(key: String, value: JSONValue?)>) {
        self.init()
        for (name, value) in members { self[name] = value }
    }
}
