import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

/// Finds `example`, `examples` and `default` in documents, by the grammar of OpenAPI 3.0.3 (§4.7), and checks them against
/// their schemas.
struct ExampleSurvey {
    /// An object that may hold examples, or hold objects that do.
    private struct Visit {
        let kind: ObjectKind
        let node: DocumentNode
        let direction: Change.Direction?
        let pointer: String
        /// The name or field that it is the value of.
        let name: String
    }

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
        // Sorting is stable.
        let fields = visit.node.entries.map { (rank: Self.order.firstIndex(of: $0.name) ?? -1, entry: $0) }
            .sorted { $0.rank < $1.rank }
        waiting += fields.flatMap { Self.visits($0.entry.value, named: $0.entry.name, of: visit) }.reversed()
    }

    /// The order in which the fields of an object are visited, whatever their order in the document; all others come first.
    private static let order = [
        "paths", "components", "schemas", "parameters", "requestBodies", "requestBody", "responses", "schema",
        "content", "headers", "callbacks", "properties", "allOf", "oneOf", "anyOf", "items", "additionalProperties",
        "not",
    ]

    private static func visits(_ value: DocumentNode, named name: String, of visit: Visit) -> [Visit] {
        let pointer = "\(visit.pointer)/\(name)"
        let (kind, values): (ObjectKind, [(name: String, pointer: String, value: DocumentNode)])
        switch visit.kind.grammar.content(of: name) {
        case .value: return []
        case .object(let inner): (kind, values) = (inner, [(name, pointer, value)])
        case .list(let inner):
            (kind, values) = (inner, value.elements.enumerated().map { ("\($0)", "\(pointer)/\($0)", $1) })
        case .map(let inner):
            (kind, values) = (inner, value.entries.map { ($0.name, "\(pointer)/\($0.name)", $0.value) })
        }
        return values.filter { $0.value.json.members != nil }.map {
            Visit(
                kind: kind, node: $0.value, direction: direction(of: kind, in: visit), pointer: $0.pointer,
                name: $0.name)
        }
    }

    private static func direction(of kind: ObjectKind, in visit: Visit) -> Change.Direction? {
        switch kind {
        case .parameter, .requestBody: .request
        case .response: .response
        case .header: visit.direction ?? .response
        default: visit.direction
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
