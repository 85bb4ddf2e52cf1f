import KurusJSON

/// A schema drawn from the grammar of OpenAPI.
indirect enum Shape: Sendable {
    /// A scalar by `type` and `format`.
    case scalar(type: String, format: String?)
    case values([String])
    case integers([Int])
    case list(Shape)
    case map(Shape)
    case object([Property], others: Shape?)
    /// A schema of `components`.
    case reference(String)
    /// One of the objects of `components` that a member `kind` names.
    case choice([String])
    /// One of objects that differ in their required members.
    case alternatives([Shape])
    case nullable(Shape)
    case anything

    struct Property: Sendable {
        var name: String
        var shape: Shape
        var isRequired: Bool
    }

    static let text = Shape.scalar(type: "string", format: nil)
    static let file = Shape.scalar(type: "string", format: "binary")

    /// The Schema Object.
    var schema: JSONValue {
        switch self {
        case .scalar(let type, let format):
            return format.map { ["type": .string(type), "format": .string($0)] } ?? ["type": .string(type)]
        case .values(let values): return ["type": "string", "enum": .array(values.map(JSONValue.string))]
        case .integers(let values):
            return ["type": "integer", "enum": .array(values.map { .number(JSONNumber($0)) })]
        case .list(let element): return ["type": "array", "items": element.schema]
        case .map(let values): return ["type": "object", "additionalProperties": values.schema]
        case .object(let properties, let others): return Self.schema(properties, others)
        case .reference(let name): return Self.reference(name)
        case .choice(let names):
            return ["oneOf": .array(names.map(Self.reference)), "discriminator": ["propertyName": "kind"]]
        case .alternatives(let shapes): return ["oneOf": .array(shapes.map(\.schema))]
        case .nullable(let shape):
            guard case .object(var object) = shape.schema else { return shape.schema }
            object["nullable"] = true
            return .object(object)
        case .anything: return [:]
        }
    }

    private static func schema(_ properties: [Property], _ others: Shape?) -> JSONValue {
        var members = JSONObject()
        for property in properties { members[property.name] = property.shape.schema }
        var schema: JSONObject = ["type": "object", "properties": .object(members)]
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        if let others { schema["additionalProperties"] = others.schema }
        return .object(schema)
    }

    private static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(name)")]
    }
}
