import KurusJSON
import SeededRandom

/// Draws shapes, their names and their values at random.
struct ShapeSource {
    var random: SeededGenerator
    /// Whether the document is of OpenAPI 3.1.
    let isLater: Bool
    /// The schemas of `components`.
    var components: [(name: String, shape: Shape)] = []

    init(seed: UInt64) {
        random = SeededGenerator(seed)
        isLater = Int.random(in: 0..<3, using: &random) == 0
    }

    mutating func oneIn(_ count: Int) -> Bool { number(below: count) == 0 }

    mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

    /// Returns several elements, in random order.
    mutating func some<Element>(_ elements: [Element], _ counts: ClosedRange<Int>) -> [Element] {
        Array(elements.shuffled(using: &random).prefix(Int.random(in: counts, using: &random)))
    }

    // MARK: Shapes

    mutating func shape(depth: Int) -> Shape {
        guard depth > 0 else { return scalar() }
        switch number(below: 16) {
        case 0, 1: return .list(shape(depth: depth - 1))
        case 2: return .map(shape(depth: depth - 1))
        case 3, 4: return object(depth: depth - 1)
        case 5, 6: return components.isEmpty ? scalar() : .reference(pick(components.map(\.name)))
        case 7: return .nullable(object(depth: depth - 1))
        case 8: return .alternatives(alternatives(depth: depth - 1))
        // Their names differ, so that no two describe one property.
        case 10: return .all(alternatives(depth: depth - 1))
        case 11: return .some(alternatives(depth: depth - 1))
        case 9: return oneIn(2) ? .anything : .nullable(scalar())
        default: return scalar()
        }
    }

    mutating func scalar() -> Shape {
        switch number(below: 14) {
        case 0: .values(some(Self.values, 1...5))
        case 1: .integers(some([-1, 0, 1, 2, 99, -7], 1...4))
        case 2: .scalar(type: "boolean", format: nil)
        case 3: .scalar(type: "integer", format: pick([nil, "int32", "int64"]))
        case 4: .scalar(type: "number", format: pick([nil, "double", "float"]))
        case 5: .scalar(type: "string", format: pick(["date", "date-time"]))
        case 6: .scalar(type: "string", format: pick(["uuid", "uri"]))
        case 7: .scalar(type: "string", format: pick(["decimal", "password"]))
        default: .text
        }
    }

    mutating func object(depth: Int) -> Shape {
        let names = some(Self.names, 0...5)
        let properties = names.map { name in
            Shape.Property(name: name, shape: shape(depth: depth), isRequired: oneIn(2))
        }
        return .object(properties, others: oneIn(5) ? scalar() : nil)
    }

    private mutating func alternatives(depth: Int) -> [Shape] {
        some(Self.names, 2...3).map { name in
            .object([Shape.Property(name: name, shape: shape(depth: depth), isRequired: true)], others: nil)
        }
    }

    /// Draws the schemas of `components`; each refers to earlier ones.
    mutating func makeComponents() {
        for name in some(["Pet", "pet", "Error", "a-b", "3DS", "Data", "Status"], 0...2) {
            components.append((name, shape(depth: 2)))
        }
        if oneIn(3) { makeChoice() }
        if oneIn(3) { makeRecursion() }
    }

    private mutating func makeChoice() {
        let kinds = ["Cat", "Dog"]
        for kind in kinds {
            let tag = Shape.Property(name: "kind", shape: .values([kind]), isRequired: true)
            guard case .object(let properties, _) = object(depth: 1) else { continue }
            components.append((kind, .object([tag] + properties.filter { $0.name != "kind" }, others: nil)))
        }
        components.append(("Choice", .choice(kinds)))
    }

    private mutating func makeRecursion() {
        components.append(
            (
                "Node",
                .object(
                    [
                        Shape.Property(name: "value", shape: scalar(), isRequired: true),
                        Shape.Property(name: "children", shape: .list(.reference("Node")), isRequired: false),
                    ], others: nil)
            ))
    }

    static let names = [
        "id", "ID", "a-b", "a_b", "a b", "class", "self", "3ds", "-x", "x", "größe", "data", "type", "value", "body",
        "request", "reader", "writer", "key", "hashValue", "description", "String", "名前", "a.b", "@id",
    ]

    static let values = [
        "red", "RED", "Red", "-red", "a-b", "a b", "1", "+1", "-1", "init", "none", "some", "unrecognized", "Etc/GMT0",
        "Etc/GMT-0", "rawValue", "default",
    ]
}
