import KurusJSON

/// The equality of documents, and the texts in them.
///
/// - No change at all: the order of members, and the order of what is a set, and how often it holds a value:
///   `required`, `enum`, the tags of an operation and the words of `type`. Swift alone may mind the order of `properties`: it is that of initializers.
/// - Nothing to insist on: a number that is spelled otherwise (`1.0` for `1`), a schema that becomes the only one of an
///   `allOf`, an `allOf` without schemas, what stands beside a `$ref`, a default of OpenAPI that is spelled out, and the
///   order of alternatives and of parameters.
/// - Text: `title`, `summary`, `description`, `example`, `examples` and `externalDocs`, with all that they hold.
///
/// Everything else is structure, fields that OpenAPI does not know and extensions included.
enum DocumentStructure {
    private static let sets: Set<String> = ["required", "enum", "tags", "type"]
    private static let texts: Set<String> = ["title", "summary", "description", "example", "examples", "externalDocs"]

    /// The value with its sets in order and members by name.
    static func normal(_ value: JSONValue, named name: String = "") -> JSONValue {
        switch value {
        case .object(let object):
            let members = object.members.map { ($0.name, normal($0.value, named: $0.name)) }
            return .object(JSONObject(members: members.sorted { $0.0 < $1.0 }))
        case .array(let elements):
            let inner = elements.map { normal($0) }
            guard sets.contains(name), inner.allSatisfy(\.children.isEmpty) else { return .array(inner) }
            return .array(Set(inner).sorted { $0.description < $1.description })
        default: return value
        }
    }

    /// Defaults, by the names of their fields.
    static let defaults: [String: [JSONValue]] = [
        "required": [false, []], "nullable": [false], "deprecated": [false], "readOnly": [false], "writeOnly": [false],
        "uniqueItems": [false], "exclusiveMinimum": [false], "exclusiveMaximum": [false], "allowReserved": [false],
        "additionalProperties": [true, [:]], "items": [[:]], "explode": [true, false], "style": ["form", "simple"],
        "allOf": [[]],
        "minLength": [0], "minItems": [0], "minProperties": [0], "security": [[]], "properties": [[:]],
        "parameters": [[]], "headers": [[:]], "variables": [[:]], "tags": [[]], "servers": [[]],
    ]

    /// Whether a value at a path, or a missing one, is the default.
    static func isDefault(_ value: JSONValue?, at place: [String]) -> Bool {
        guard let value, let name = place.last else { return true }
        return defaults[name]?.contains(value) ?? false
    }

    /// Whether the value there is text. A property may be called `title`, and its name is not text.
    static func isText(_ tokens: [String]) -> Bool {
        text(tokens) != nil
    }

    /// The number of tokens to the text that a path leads to, or into; nil if there is none.
    static func text(_ tokens: [String]) -> Int? {
        tokens.indices.first { index in
            texts.contains(tokens[index]) && (index == 0 || !maps.contains(tokens[index - 1]))
        }.map { $0 + 1 }
    }

    /// Objects whose members have names that the document chooses.
    private static let maps: Set<String> = [
        "properties", "schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes", "links",
        "callbacks", "paths", "content", "variables", "mapping", "scopes", "encoding", "patternProperties",
    ]
}
