import SpecAPI
import SpecDiagnostics
import SpecTree

/// Finds `example`, `examples` and `default` in documents, by the grammar of OpenAPI, and checks them against the
/// schemas that they stand at.
struct ExampleSurvey {
    /// An object that may hold examples, or hold objects that do.
    private struct Visit {
        enum Kind {
            case paths, pathItem, operation, parameter, body, responses, response, header, content, mediaType, schema
        }

        let kind: Kind
        let spot: Spot
        let direction: Change.Direction?
        let pointer: String
        /// The media type whose content it is.
        var mediaType = ""
    }

    private let side: WalkSide
    /// The objects still to be looked at, the next one last: nesting costs no stack.
    private var waiting: [Visit] = []
    private(set) var findings: [FoundMisfit] = []

    init(_ side: WalkSide) {
        self.side = side
        for root in side.roots {
            enter(root)
            while let next = waiting.popLast() { look(at: next) }
        }
    }

    private mutating func enter(_ root: Spot) {
        let components = root["components"]
        let kinds: [(field: String, kind: Visit.Kind, direction: Change.Direction?)] = [
            ("schemas", .schema, nil), ("parameters", .parameter, .request), ("requestBodies", .body, .request),
            ("responses", .response, .response), ("headers", .header, .response), ("callbacks", .paths, nil),
        ]
        for kind in kinds.reversed() {
            addEntries(of: components?[kind.field], kind.kind, kind.direction, "/components/\(kind.field)")
        }
        add(root["paths"], .paths, nil, "/paths")
    }

    private mutating func look(at visit: Visit) {
        let spot = visit.spot
        switch visit.kind {
        case .paths: addEntries(of: spot, .pathItem, nil, visit.pointer)
        case .pathItem:
            addElements(of: spot["parameters"], .parameter, .request, "\(visit.pointer)/parameters")
            for entry in spot.entries.reversed() where entry.name != "parameters" {
                add(entry.spot, .operation, nil, "\(visit.pointer)/\(entry.name)")
            }
        case .operation:
            addEntries(of: spot["callbacks"], .paths, nil, "\(visit.pointer)/callbacks")
            add(spot["responses"], .responses, .response, "\(visit.pointer)/responses")
            add(spot["requestBody"], .body, .request, "\(visit.pointer)/requestBody")
            addElements(of: spot["parameters"], .parameter, .request, "\(visit.pointer)/parameters")
        case .responses: addEntries(of: spot, .response, visit.direction, visit.pointer)
        case .body, .response:
            addEntries(of: spot["headers"], .header, visit.direction, "\(visit.pointer)/headers")
            add(spot["content"], .content, visit.direction, "\(visit.pointer)/content")
        case .content:
            for entry in spot.entries.reversed() {
                waiting.append(
                    Visit(
                        kind: .mediaType, spot: entry.spot, direction: visit.direction,
                        pointer: "\(visit.pointer)/\(entry.name)", mediaType: entry.name))
            }
        case .parameter, .header:
            checkExamples(visit, mayBeText: true)
            add(spot["content"], .content, visit.direction, "\(visit.pointer)/content")
            add(spot["schema"], .schema, visit.direction, "\(visit.pointer)/schema")
        case .mediaType:
            if MediaTypeName(visit.mediaType).kind == .json { checkExamples(visit) }
            add(spot["schema"], .schema, visit.direction, "\(visit.pointer)/schema")
        case .schema: lookAtSchema(visit)
        }
    }

    private mutating func lookAtSchema(_ visit: Visit) {
        guard visit.spot["$ref"] == nil else { return }
        for field in ["example", "default"] { check(visit.spot[field], "the \(field)", visit.spot, visit, field) }
        for (index, example) in (visit.spot["examples"]?.elements ?? []).enumerated() {
            check(example, "the example", visit.spot, visit, "examples/\(index)")
        }
        for field in ["not", "additionalProperties", "items"] {
            add(visit.spot[field], .schema, visit.direction, "\(visit.pointer)/\(field)")
        }
        for field in ["anyOf", "oneOf", "allOf"] {
            addElements(of: visit.spot[field], .schema, visit.direction, "\(visit.pointer)/\(field)")
        }
        addEntries(of: visit.spot["properties"], .schema, visit.direction, "\(visit.pointer)/properties")
    }

    /// The examples beside `schema` (OpenAPI 3.0.3, §4.7.12, §4.7.14).
    ///
    /// - Parameter mayBeText: Whether a scalar may stand for the text that is sent, whatever the schema says.
    private mutating func checkExamples(_ visit: Visit, mayBeText: Bool = false) {
        guard let schema = visit.spot["schema"] else { return }
        let check = { (survey: inout Self, value: Spot?, name: String, field: String) in
            if mayBeText, value?.node.members == nil, value?.node.elements == nil { return }
            survey.check(value, name, schema, visit, field)
        }
        check(&self, visit.spot["example"], "the example", "example")
        for example in visit.spot["examples"]?.entries ?? [] {
            let value = side.follow(example.spot)?.spot["value"]
            check(&self, value, "the example `\(example.name)`", "examples/\(example.name)")
        }
    }

    private mutating func check(_ value: Spot?, _ name: String, _ schema: Spot, _ visit: Visit, _ field: String) {
        guard let value, !value.holdsJSONText else { return }
        var fit = SchemaFit(side, visit.direction)
        let misfits = fit.misfits(of: value.node, at: SamplePlace(name), against: schema)
        let sample = "\(visit.pointer)/\(field) \(value.node.shownText)"
        findings += FoundMisfit.all(of: sample, misfits)
    }

    private mutating func add(_ spot: Spot?, _ kind: Visit.Kind, _ direction: Change.Direction?, _ pointer: String) {
        guard let spot, spot.node.members != nil else { return }
        waiting.append(Visit(kind: kind, spot: spot, direction: direction, pointer: pointer))
    }

    private mutating func addEntries(
        of spot: Spot?, _ kind: Visit.Kind, _ direction: Change.Direction?, _ pointer: String
    ) {
        for entry in (spot?.entries ?? []).reversed() {
            add(entry.spot, kind, direction, "\(pointer)/\(entry.name)")
        }
    }

    private mutating func addElements(
        of spot: Spot?, _ kind: Visit.Kind, _ direction: Change.Direction?, _ pointer: String
    ) {
        for (index, element) in (spot?.elements ?? []).enumerated().reversed() {
            add(element, kind, direction, "\(pointer)/\(index)")
        }
    }
}

extension Spot {
    /// Whether a string holds an array or object as text: so are examples written that JSON cannot write.
    fileprivate var holdsJSONText: Bool {
        guard let first = string?.first(where: { !$0.isWhitespace }) else { return false }
        return first == "{" || first == "["
    }
}
