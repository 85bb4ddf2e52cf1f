import SeededRandom

/// JSON that a test writes and edits.
indirect enum SampleJSON {
    case literal(String)
    case text(String)
    case list([SampleJSON])
    case object([(String, SampleJSON)])

    var written: String {
        switch self {
        case .literal(let word): word
        case .text(let text): "\"\(text)\""
        case .list(let elements): "[" + elements.map(\.written).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\"\($0)\":" + $1.written }.joined(separator: ",") + "}"
        }
    }
}

/// Schemas without redundancy and defaults, so that every edit is a difference.
struct RandomSchema {
    private var random: SeededGenerator
    private var names = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed)
    }

    mutating func schema(depth: Int = 4) -> SampleJSON {
        var members: [(String, SampleJSON)] = []
        switch Int.random(in: 0..<(depth > 0 ? 7 : 3), using: &random) {
        case 0: members = text()
        case 1: members = number()
        case 2: members = [("type", .text("boolean"))]
        case 3, 4: members = object(depth)
        case 5: members = [("type", .text("array")), ("items", schema(depth: depth - 1)), ("maxItems", .literal("7"))]
        default: members = union(depth)
        }
        return .object(members + annotations())
    }

    private mutating func text() -> [(String, SampleJSON)] {
        [("type", .text("string"))]
            + some([
                ("format", .text("uuid")), ("maxLength", .literal("9")), ("minLength", .literal("2")),
                ("pattern", .text("^a")), ("enum", .list([.text("a"), .text("b"), .text("c")])),
                ("const", .text("a")), ("x-kurus-sensitive", .literal("true")), ("default", .text("a")),
            ])
    }

    private mutating func number() -> [(String, SampleJSON)] {
        [("type", .text("integer"))]
            + some([
                ("format", .text("int32")), ("maximum", .literal("90")), ("minimum", .literal("20")),
                ("multipleOf", .literal("5")), ("exclusiveMaximum", .literal("true")),
                ("enum", .list([.literal("1"), .literal("2")])), ("not", .object([("enum", .list([.literal("3")]))])),
            ])
    }

    private mutating func object(_ depth: Int) -> [(String, SampleJSON)] {
        let properties = (0..<Int.random(in: 1...3, using: &random)).map { _ in (name(), schema(depth: depth - 1)) }
        let required = properties.map(\.0).shuffled(using: &random).prefix(1).map(SampleJSON.text)
        return [("type", .text("object")), ("properties", .object(properties))]
            + some([
                ("required", .list(required)), ("additionalProperties", .literal("false")),
                ("minProperties", .literal("1")), ("discriminator", .object([("propertyName", .text(name()))])),
                ("anyOf", .list([way(), way()])), ("allOf", .list([schema(depth: depth - 1)])),
            ])
    }

    private mutating func way() -> SampleJSON {
        .object([("required", .list([.text(name())]))])
    }

    private mutating func union(_ depth: Int) -> [(String, SampleJSON)] {
        let alternatives = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            SampleJSON.object([("type", .text("object"))] + object(depth - 1).dropFirst())
        }
        return [(Bool.random(using: &random) ? "oneOf" : "anyOf", .list(alternatives))]
    }

    private mutating func annotations() -> [(String, SampleJSON)] {
        some([
            ("description", .text(name())), ("title", .text(name())), ("nullable", .literal("true")),
            ("deprecated", .literal("true")), ("readOnly", .literal("true")), ("example", .literal("1")),
            ("x-tags", .object([("a", .list([.literal("1"), .text("b")]))])),
        ])
    }

    private mutating func name() -> String {
        names += 1
        return "n\(names)"
    }

    private mutating func some(_ members: [(String, SampleJSON)]) -> [(String, SampleJSON)] {
        members.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    }

    // MARK: Edits

    /// The value with one thing of it different: a member or element gone, another scalar, a new member.
    mutating func edited(_ value: SampleJSON) -> SampleJSON {
        switch value {
        case .literal(let word): return .literal(Self.other(word))
        case .text(let text): return .text(text + "x")
        case .list(var elements):
            guard !elements.isEmpty else { return .list([.text("new")]) }
            let position = Int.random(in: elements.indices, using: &random)
            if Int.random(in: 0..<5, using: &random) == 0 {
                elements.remove(at: position)
            } else {
                elements[position] = edited(elements[position])
            }
            return .list(elements)
        case .object(var members):
            guard !members.isEmpty, Int.random(in: 0..<9, using: &random) > 0 else {
                return .object(members + [("x-new", .literal("1"))])
            }
            let position = Int.random(in: members.indices, using: &random)
            if Int.random(in: 0..<5, using: &random) == 0 {
                members.remove(at: position)
            } else {
                members[position].1 = edited(members[position].1)
            }
            return .object(members)
        }
    }

    private static func other(_ literal: String) -> String {
        switch literal {
        case "true": "false"
        case "false": "true"
        default: literal + "1"
        }
    }
}
