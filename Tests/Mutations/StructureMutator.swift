import KurusJSON
import SeededRandom

/// Changes a JSON document into another JSON document.
struct StructureMutator {
    var random: SeededGenerator

    /// Nil when the bytes are not JSON, or when nothing changes.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8]? {
        guard var root = try? JSONReader.read(JSONValue.self, from: bytes) else { return nil }
        let values = Self.values(in: root)
        let names = Array(Set(Self.names(in: root))).sorted()
        let target = Int.random(in: 0..<values.count, using: &random)
        let change = change(values, names)
        var position = 0
        root = Self.replacing(target, in: root, &position, change)
        return JSONWriter.bytes(of: root)
    }

    /// The change of the chosen value.
    private mutating func change(_ values: [JSONValue], _ names: [String]) -> (JSONValue) -> JSONValue {
        let other = pick(values)
        let name = pick(names + Self.names)
        let scalar = pick(Self.scalars)
        let reference: JSONValue = ["$ref": .string("#/components/schemas/" + pick(names + [""]))]
        let position = Int.random(in: 0..<8, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return { _ in other }
        case 1: return { _ in scalar }
        case 2: return { _ in reference }
        case 3: return { $0.withoutMember(at: position) }
        case 4: return { $0.renamingMember(at: position, name) }
        case 5: return { $0.adding(name, other) }
        case 6: return { $0.adding(name, scalar) }
        case 7: return { [name: $0] }
        case 8: return { [name: [$0, other]] }
        default: return { .array([$0]) }
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    /// All values, those inside of others too, each before those inside.
    private static func values(in value: JSONValue) -> [JSONValue] {
        [value] + value.children.flatMap { values(in: $0) }
    }

    private static func names(in value: JSONValue) -> [String] {
        guard case .object(let object) = value else { return value.children.flatMap { names(in: $0) } }
        return object.members.map(\.name) + value.children.flatMap { names(in: $0) }
    }

    private static func replacing(
        _ target: Int, in value: JSONValue, _ position: inout Int, _ change: (JSONValue) -> JSONValue
    ) -> JSONValue {
        defer { if position == target { position += 1 } }
        if position == target { return change(value) }
        position += 1
        switch value {
        case .array(let elements):
            return .array(elements.map { replacing(target, in: $0, &position, change) })
        case .object(let object):
            return .object(
                JSONObject(
                    members: object.members.map { ($0.name, replacing(target, in: $0.value, &position, change)) }))
        default: return value
        }
    }

    private static let names = [
        "$ref", "allOf", "oneOf", "anyOf", "not", "type", "format", "enum", "items", "properties",
        "additionalProperties",
        "required", "nullable", "discriminator", "propertyName", "mapping", "parameters", "in", "name", "schema",
        "content",
        "responses", "default", "200", "2XX", "headers", "requestBody", "operationId", "x-kurus-effect", "style",
        "explode",
        "deprecated", "readOnly", "example", "security", "servers", "", "self", "func", "🧾", "a b", "*/", "\"", "\n",
        "application/json", "multipart/form-data", "text/plain", "{id}", "/x/{id}/{id}",
    ]

    private static let scalars: [JSONValue] = [
        .null, .boolean(true), .boolean(false), "", "string", "object", "array", "integer", "number", "decimal",
        "boolean",
        "money", "date-time", "header", "cookie", "path", "query", "deepObject", "3.0.3", "3.1.0", "#", "#/paths",
        "read", "commit", "*/ \"\"\" \\(x)", 0, -1, 1.5, [:], [], ["a", "a"],
    ]
}
