import SpecAPI
import SpecDiagnostics
import SpecTree

/// Finds `example`, `examples` and `default` in documents, by the grammar of OpenAPI 3.0.3 (§4.7), and checks them against
/// their schemas.
struct ExampleSurvey {
    /// An object that may hold examples, or hold objects that do.
    private struct Visit {
        let kind: Kind
        let node: DocumentNode
        let direction: Change.Direction?
        let pointer: String
        /// The name or field that it is the value of.
        let name: String
    }

    private enum Kind {
        case document, components, paths, pathItem, operation, parameter, body, responses, response, header, content
        case mediaType, schema
    }

    /// Objects inside of an object, in a field or, without one, in the members of the object itself.
    private struct Children {
        enum Shape { case value, entries, elements }

        let field: String?
        let shape: Shape
        let kind: Kind
        /// Nil for that of the object around it.
        let direction: Change.Direction?

        init(_ field: String?, _ shape: Shape, _ kind: Kind, _ direction: Change.Direction? = nil) {
            self.field = field
            self.shape = shape
            self.kind = kind
            self.direction = direction
        }
    }

    private static let children: [Kind: [Children]] = [
        .document: [Children("paths", .value, .paths), Children("components", .value, .components)],
        .components: [
            Children("schemas", .entries, .schema), Children("parameters", .entries, .parameter, .request),
            Children("requestBodies", .entries, .body, .request), Children("responses", .entries, .response, .response),
            Children("headers", .entries, .header, .response), Children("callbacks", .entries, .paths),
        ],
        .paths: [Children(nil, .entries, .pathItem)],
        .pathItem: [
            Children(nil, .entries, .operation), Children("parameters", .elements, .parameter, .request),
        ],
        .operation: [
            Children("parameters", .elements, .parameter, .request), Children("requestBody", .value, .body, .request),
            Children("responses", .value, .responses, .response), Children("callbacks", .entries, .paths),
        ],
        .responses: [Children(nil, .entries, .response)],
        .body: [Children("content", .value, .content), Children("headers", .entries, .header)],
        .response: [Children("content", .value, .content), Children("headers", .entries, .header)],
        .content: [Children(nil, .entries, .mediaType)],
        .parameter: [Children("schema", .value, .schema), Children("content", .value, .content)],
        .header: [Children("schema", .value, .schema), Children("content", .value, .content)],
        .mediaType: [Children("schema", .value, .schema)],
        .schema: [
            Children("properties", .entries, .schema), Children("allOf", .elements, .schema),
            Children("oneOf", .elements, .schema), Children("anyOf", .elements, .schema),
            Children("items", .value, .schema), Children("additionalProperties", .value, .schema),
            Children("not", .value, .schema),
        ],
    ]

    private let side: SideDocuments
    /// The objects still to be visited, the next one last: nesting costs no stack.
    private var waiting: [Visit] = []
    private(set) var violations: [SampleViolation] = []

    init(_ side: SideDocuments) {
        self.side = side
        waiting = side.roots.reversed().map { Visit(kind: .document, node: $0, direction: nil, pointer: "", name: "") }
        while let next = waiting.popLast() { look(at: next) }
    }

    private mutating func look(at visit: Visit) {
        switch visit.kind {
        case .parameter, .header: checkExamples(visit, mayBeText: true)
        case .mediaType where MediaTypeName(visit.name).kind == .json: checkExamples(visit)
        case .schema where visit.node["$ref"] != nil: return
        case .schema: checkSchema(visit)
        default: break
        }
        waiting += (Self.children[visit.kind] ?? []).flatMap { Self.visits($0, of: visit) }.reversed()
    }

    private static func visits(_ children: Children, of visit: Visit) -> [Visit] {
        let container = children.field.map { visit.node[$0] } ?? visit.node
        let pointer = children.field.map { "\(visit.pointer)/\($0)" } ?? visit.pointer
        let values: [(name: String, pointer: String, value: DocumentNode)] =
            switch (container, children.shape) {
            case (nil, _): []
            case (let value?, .value): [(children.field ?? "", pointer, value)]
            case (let map?, .entries): map.entries.map { ($0.name, "\(pointer)/\($0.name)", $0.value) }
            case (let list?, .elements): list.elements.enumerated().map { ("\($0)", "\(pointer)/\($0)", $1) }
            }
        return values.filter {
            $0.value.json.members != nil
                && (children.kind != .operation || ComparedFields.operations.contains($0.name))
        }.map {
            Visit(
                kind: children.kind, node: $0.value, direction: children.direction ?? visit.direction,
                pointer: $0.pointer, name: $0.name)
        }
    }

    private mutating func checkSchema(_ visit: Visit) {
        for field in ["example", "default"] { check(visit.node[field], "the \(field)", visit.node, visit, field) }
        for (index, example) in (visit.node["examples"]?.elements ?? []).enumerated() {
            check(example, "the example", visit.node, visit, "examples/\(index)")
        }
    }

    /// Checks the examples beside `schema` (OpenAPI 3.0.3, §4.7.12, §4.7.14).
    ///
    /// - Parameter mayBeText: Whether a scalar may be the text that is sent, whatever the schema's type.
    private mutating func checkExamples(_ visit: Visit, mayBeText: Bool = false) {
        guard let schema = visit.node["schema"] else { return }
        var samples = [(visit.node["example"], "the example", "example")]
        for example in visit.node["examples"]?.entries ?? [] {
            let value = side.resolve(example.value)?.node["value"]
            samples.append((value, "the example `\(example.name)`", "examples/\(example.name)"))
        }
        for (value, name, field) in samples
        where !mayBeText || value?.json.members != nil || value?.json.elements != nil {
            check(value, name, schema, visit, field)
        }
    }

    private mutating func check(
        _ value: DocumentNode?, _ name: String, _ schema: DocumentNode, _ visit: Visit, _ field: String
    ) {
        guard let value, !value.holdsJSONText else { return }
        var validation = SchemaValidation(side, visit.direction)
        let found = validation.violations(of: value.json, at: SamplePath(name), against: schema)
        violations += SampleViolation.all(of: "\(visit.pointer)/\(field) \(value.shownText)", found)
    }
}

extension DocumentNode {
    /// Whether a string holds an array or object as text, which JSON itself cannot write.
    fileprivate var holdsJSONText: Bool {
        guard let first = string?.first(where: { !$0.isWhitespace }) else { return false }
        return first == "{" || first == "["
    }
}
