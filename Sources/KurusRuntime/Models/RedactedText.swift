import KurusJSON

/// How models print: like a Swift initializer call, from what the writer gives in redacting mode.
enum RedactedText {
    static func description<Model: JSONWritable>(of model: Model) -> String {
        let value = JSONWriter.redactedValue(of: model)
        guard case .object(let object) = value else { return "\(Model.self)(\(text(value)))" }
        return "\(Model.self)(\(members(object)))"
    }

    static func mirror<Model: JSONWritable>(of model: Model) -> Mirror {
        guard case .object(let object) = JSONWriter.redactedValue(of: model) else {
            return Mirror(model, children: [])
        }
        return Mirror(model, children: object.map { (label: $0.name, value: text($0.value)) })
    }

    static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): String(boolean)
        case .number(let number): number.text
        case .string(let string): "\"\(string)\""
        case .array(let elements): "[\(elements.map(text).joined(separator: ", "))]"
        case .object(let object): "{\(members(object))}"
        }
    }

    private static func members(_ object: JSONObject) -> String {
        object.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ")
    }
}
