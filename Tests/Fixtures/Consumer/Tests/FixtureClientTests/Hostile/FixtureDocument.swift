import Foundation
import KurusRuntime

/// The document of a fixture client, and values that fit its schemas.
struct FixtureDocument {
    let root: JSONValue
    private let schemas: JSONValue

    init(_ path: String) throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let data = try Data(contentsOf: tests.appending(path: "Clients").appending(path: path))
        root = try JSONReader.read(JSONValue.self, from: [UInt8](data))
        schemas = root["components"]?["schemas"] ?? .null
    }

    /// Returns the values that an enumeration lists.
    func values(_ schema: String) -> [JSONValue] {
        guard case .array(let values)? = schemas[schema]?["enum"] else { return [] }
        return values
    }

    /// Makes an object with every property of a schema.
    func sample(_ schema: String) -> JSONValue? {
        schemas[schema].flatMap { sample(of: $0, depth: 0) }
    }

    private func sample(of schema: JSONValue, depth: Int) -> JSONValue? {
        if case .string(let reference)? = schema["$ref"] {
            let name = String(reference.dropFirst("#/components/schemas/".count))
            return depth < 3 ? schemas[name].flatMap { sample(of: $0, depth: depth + 1) } : nil
        }
        if case .array(let values)? = schema["enum"] { return values.last }
        guard case .string(let type)? = schema["type"] else { return nil }
        switch type {
        case "string": return schema["format"] == nil ? "say \"hi\" */ \\(x)\r\n\u{2028}\0" : nil
        case "integer": return 7
        case "number", "decimal": return 1.5
        case "boolean": return true
        case "array": return schema["items"].flatMap { sample(of: $0, depth: depth) }.map { [$0] }
        default: return object(schema, depth: depth)
        }
    }

    private func object(_ schema: JSONValue, depth: Int) -> JSONValue {
        guard case .object(let properties)? = schema["properties"] else { return [:] }
        return .object(
            properties.reduce(into: JSONObject()) { object, property in
                object[property.name] = sample(of: property.value, depth: depth)
            })
    }
}
