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
    /// All of these objects at once.
    case all([Shape])
    /// One or several of objects that differ in their required members.
    case some([Shape])
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

    /// Returns the Schema Object.
    ///
    /// - Parameter isLater: Whether the document is of OpenAPI 3.1, where null is a type.
    func schema(_ isLater: Bool) -> JSONValue {
        switch self {
        case .scalar(let type, let format):
            return format.map { ["type": .string(type), "format": .string($0)] } ?? ["type": .string(type)]
        case .values(let values):
            if isLater, values.count == 1 { return ["type": "string", "const": .string(values[0])] }
            return ["type": "string", "enum": .array(values.map(JSONValue.string))]
        case .integers(let values):
            return ["type": "integer", "enum": .array(values.map { .number(JSONNumber($0)) })]
        case .list(let element): return ["type": "array", "items": element.schema(isLater)]
        case .map(let values): return ["type": "object", "additionalProperties": values.schema(isLater)]
        case .object(let properties, let others): return Self.schema(properties, others, isLater)
        case .reference(let name): return Self.reference(name)
        case .choice(let names):
            return ["oneOf": .array(names.map(Self.reference)), "discriminator": ["propertyName": "kind"]]
        case .all(let shapes): return ["allOf": .array(shapes.map { $0.schema(isLater) })]
        case .some(let shapes): return ["anyOf": .array(shapes.map { $0.schema(isLater) })]
        case .alternatives(let shapes): return ["oneOf": .array(shapes.map { $0.schema(isLater) })]
        case .nullable(let shape): return Self.nullable(shape, isLater)
        case .anything: return [:]
        }
    }

    private static func nullable(_ shape: Shape, _ isLater: Bool) -> JSONValue {
        guard case .object(var object) = shape.schema(isLater) else { return [:] }
        guard isLater else {
            object["nullable"] = true
            return .object(object)
        }
        guard let type = object["type"], object["enum"] == nil, object["const"] == nil else {
            return ["anyOf": [.object(object), ["type": "null"]]]
        }
        object["type"] = [type, "null"]
        return .object(object)
    }

    private static func schema(_ properties: [Property], _ others: Shape?, _ isLater: Bool) -> JSONValue {
        var members = JSONObject()
        for property in properties { members[property.name] = property.shape.schema(isLater) }
        var schema: JSONObject = ["type": "object", "properties": .object(members)]
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        if let others { schema["additionalProperties"] = others.schema(isLater) }
        return .object(schema)
    }

    private static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(name)")]
    }
}
