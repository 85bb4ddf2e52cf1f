import KurusJSON
import SeededRandom
import SpecTree

/// Makes one random edit of a document.
struct DocumentEditor {
    private let document: MutatedDocument
    private var random: SeededGenerator

    init(_ document: MutatedDocument, seed: UInt64) {
        self.document = document
        random = SeededGenerator(seed)
    }

    /// Nil where the edit that was drawn cannot be made at the place that was drawn.
    mutating func edit() -> DocumentEdit? {
        let place = pick(document.places)
        guard let value = document.root.value(at: place[...]) else { return nil }
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return removed(place)
        case 2, 3: return renamed(place)
        case 4, 5: return scalar(value, place)
        case 6: return reordered(value, place)
        case 7: return wrapped(value, place)
        default: return field(value, place)
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    // MARK: Edits

    private func removed(_ place: [String]) -> DocumentEdit? {
        guard !place.isEmpty else { return nil }
        return edit("removed", place) { _ in nil }
    }

    private mutating func renamed(_ place: [String]) -> DocumentEdit? {
        guard let name = place.last, case .object(let around)? = document.root.value(at: place.dropLast()) else {
            return nil
        }
        let new = pick([name + "x", name.uppercased(), "x-" + name, "other"])
        guard around[new] == nil else { return nil }
        let members = around.members.map { ($0.name == name ? new : $0.name, $0.value) }
        let result = document.root.replacing(place.dropLast()) { _ in .object(JSONObject(members: members)) }
        return finished("renamed to `\(new)`", place, place.dropLast() + [new], result)
    }

    private mutating func scalar(_ value: JSONValue, _ place: [String]) -> DocumentEdit? {
        let new: JSONValue
        switch value {
        case .boolean(let value): new = .boolean(!value)
        case .number(let number):
            let isRespelled = number.int != nil && Int.random(in: 0..<4, using: &random) == 0
            new =
                isRespelled
                ? JSONNumber(text: number.text + ".0").map(JSONValue.number) ?? 0
                : .number(JSONNumber((number.int ?? 0) + 1))
        case .string(let text): new = string(text, place)
        case .null: new = "null"
        case .array, .object: return nil
        }
        return edit("set to `\(new)`", place) { _ in new }
    }

    private mutating func string(_ text: String, _ place: [String]) -> JSONValue {
        if place.last == "$ref", let slash = text.lastIndex(of: "/") {
            let kind = text[..<slash].split(separator: "/").last.map(String.init) ?? ""
            let names = document.componentNames(kind)
            return .string(text[...slash] + (names.isEmpty ? "Gone" : pick(names + ["Gone"])))
        }
        return pick([.string(text + "x"), 1, true, .string(pick(Self.words))])
    }

    private mutating func reordered(_ value: JSONValue, _ place: [String]) -> DocumentEdit? {
        switch value {
        case .array(let elements) where elements.count > 1: edit("reversed", place) { _ in .array(elements.reversed()) }
        case .object(let object) where object.count > 1:
            edit("reversed", place) { _ in
                .object(JSONObject(members: object.members.reversed().map { ($0.name, $0.value) }))
            }
        default: nil
        }
    }

    private mutating func wrapped(_ value: JSONValue, _ place: [String]) -> DocumentEdit? {
        guard case .object = value else { return added(value, place) }
        return edit("wrapped in `allOf`", place) { ["allOf": [$0]] }
    }

    private mutating func added(_ value: JSONValue, _ place: [String]) -> DocumentEdit? {
        guard case .array(let elements) = value else { return nil }
        let new = elements.isEmpty || Bool.random(using: &random) ? "new" : pick(elements)
        return edit("an element added", place) { _ in .array(elements + [new]) }
    }

    /// Sets or adds a field.
    private mutating func field(_ value: JSONValue, _ place: [String]) -> DocumentEdit? {
        guard case .object(var object) = value else { return nil }
        let (name, values) = pick(Self.fields)
        let new = pick(values)
        object[name] = new
        let result = document.root.replacing(place[...]) { _ in .object(object) }
        return finished("`\(name)` set to `\(new)`", place + [name], place + [name], result)
    }

    // MARK: Their ends

    private func edit(_ name: String, _ place: [String], _ change: (JSONValue) -> JSONValue?) -> DocumentEdit? {
        finished(name, place, place, document.root.replacing(place[...], change))
    }

    private func finished(
        _ name: String, _ base: [String], _ revision: [String], _ result: JSONValue?
    ) -> DocumentEdit? {
        guard let result, case .object = result else { return nil }
        let isSame = DocumentStructure.normal(result) == document.normal
        // Only an edit of the order may have an equal result.
        guard !isSame || name == "reversed" else { return nil }
        return DocumentEdit(
            name: name, base: JSONPointer(base), revision: JSONPointer(revision),
            demand: isSame ? .nothing : demand(name, base, result), result: result)
    }

    private func demand(_ name: String, _ place: [String], _ result: JSONValue) -> DocumentEdit.Demand {
        if name.hasSuffix(".0`") || name == "wrapped in `allOf`" { return .anything }
        if name == "reversed", ["allOf", "oneOf", "anyOf", "parameters"].contains(place.last) { return .anything }
        let isSpelledOut = [document.root, result].allSatisfy {
            DocumentStructure.isDefault($0.value(at: place[...]), at: place)
        }
        if isSpelledOut, !name.hasPrefix("renamed") { return .anything }
        // OpenAPI 3.0.3, §4.7.23: members beside `$ref` shall be ignored.
        let around = document.root.value(at: place.dropLast())
        if place.last != "$ref", around?["$ref"]?.kind == .string { return .anything }
        // A document may differ from such a value in a description alone.
        let holdsDescription = ["get", "responses", "200", "404"].contains(place.last)
        return DocumentStructure.isText(place) || holdsDescription ? .prose : .change
    }

    // MARK: New values

    private static let words = [
        "string", "integer", "number", "decimal", "boolean", "array", "object", "date", "int64", "uuid", "query",
        "header", "path", "cookie", "form", "simple", "deepObject", "read", "commit", "undo", "Other",
        "application/xml", "^a$", "1.0.1", "",
    ]

    private static let fields: [(String, [JSONValue])] = [
        ("type", ["string", "integer", "number", "boolean", "array", "object", "decimal"]),
        ("format", ["date", "date-time", "int32", "decimal", "uuid"]),
        ("nullable", [true, false]), ("readOnly", [true, false]), ("writeOnly", [true]),
        ("deprecated", [true, false]), ("required", [true, false, ["a"], []]), ("uniqueItems", [true]),
        ("minLength", [1, 3]), ("maxLength", [10]), ("minItems", [1]), ("maxItems", [5]), ("minimum", [0, 1.5]),
        ("maximum", [100]), ("exclusiveMinimum", [true]), ("exclusiveMaximum", [true]), ("multipleOf", [2]),
        ("minProperties", [1]), ("maxProperties", [3]), ("pattern", ["^a+$"]), ("enum", [["A", "B"], ["A"], [1]]),
        ("default", ["A", 1, nil, ["a"]]), ("items", [["type": "string"], [:]]),
        ("properties", [["added": ["type": "string"]]]),
        ("additionalProperties", [true, false, ["type": "string"]]), ("allOf", [[["minLength": 2]], []]),
        ("oneOf", [[["type": "string"], ["type": "integer"]]]),
        ("anyOf", [[["required": ["a"]]], [["type": "string"]]]),
        ("not", [["type": "string"]]), ("discriminator", [["propertyName": "kind"]]), ("xml", [["name": "n"]]),
        ("$ref", ["#/components/schemas/Gone"]), ("in", ["query", "header", "cookie", "path"]), ("name", ["other"]),
        ("style", ["form", "simple", "spaceDelimited"]), ("explode", [true, false]), ("allowReserved", [true]),
        ("schema", [["type": "integer"]]), ("content", [["text/plain": [:]]]), ("encoding", [["a": ["style": "form"]]]),
        ("headers", [["X-New": ["schema": ["type": "string"]]]]), ("404", [["description": "none"]]),
        ("200", [["description": "fine"]]), ("default", [["description": "any"]]), ("operationId", ["other"]),
        ("x-kurus-effect", ["read", "prepare", "commit", "undo"]), ("x-kurus-sensitive", [true]),
        ("security", [[], [[:]], [["key": []]]]), ("servers", [[["url": "https://example.com"]]]),
        ("tags", [["t"], [["name": "t"]]]), ("parameters", [[["name": "n", "in": "query", "schema": [:]]]]),
        ("requestBody", [["content": ["application/json": ["schema": ["type": "string"]]]]]),
        ("responses", [["200": ["description": "fine"]]]), ("description", ["Other."]), ("summary", ["Other"]),
        ("title", ["Other"]), ("example", ["A", 1]), ("externalDocs", [["url": "https://example.com"]]),
        ("x-unknown", [1, ["a": [1, 2]]]), ("unknown", ["a", [:]]), ("url", ["https://example.com/v2"]),
        ("scheme", ["bearer"]), ("flows", [[:]]), ("callbacks", [["done": [:]]]), ("links", [["next": [:]]]),
        ("get", [["responses": ["200": ["description": "fine"]]]]), ("/new", [["get": ["responses": [:]]]]),
    ]
}
