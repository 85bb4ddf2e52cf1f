import EveryTypeAPI
import KurusRuntime
import Testing

/// Random values that are valid for a schema are written as they were read.
@Suite struct RandomValueTests {
    struct Schema: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (inout RandomValues) -> JSONValue
        let roundTrip: @Sendable (JSONValue) throws -> JSONValue

        init<T: JSONModel>(_ type: T.Type, _ make: @escaping @Sendable (inout RandomValues) -> JSONValue) {
            testDescription = "\(type)"
            self.make = make
            roundTrip = { value in
                let model = try read(type, json(value))
                // Reading the written value gives the same model.
                let again = try read(type, json(model))
                #expect(again == model)
                #expect(again.hashValue == model.hashValue)
                return try read(JSONValue.self, json(model))
            }
        }
    }

    static let schemas = [
        Schema(Tree.self) { $0.tree(depth: 4) },
        Schema(OpenObject.self) { values in
            values.object(["name": values.text()], further: { $0.value(depth: 3) })
        },
        Schema(TypedExtras.self) { values in values.object(["name": values.text()], further: { $0.integer() }) },
        Schema(Directly.self) { $0.directly(depth: 4) },
        Schema(Enums.self) { values in
            values.object(
                ["color": values.text(), "level": values.integer(), "inlineText": values.text()],
                optional: [
                    "upper": values.text(), "nullable": values.nullable(values.text()), "level64": values.integer(),
                    "inlineNullable": values.nullable(values.text()),
                ])
        },
        Schema(OneOfBeside.self) { values in
            values.object(
                ["note": values.text(), "kind": values.text(), "bark": values.text()],
                optional: ["amount": values.number()])
        },
        Schema(OneOfPrimitives.self) { $0.value(depth: 2) },
        Schema(FreeForms.self) { values in
            values.object(
                ["any": values.value(depth: 3), "object": values.object([:], further: { $0.value(depth: 2) })],
                optional: ["described": values.value(depth: 2), "nullable": values.value(depth: 1)])
        },
        Schema(Arrays.self) { values in
            values.object([
                "strings": values.list { $0.text() }, "points": [],
                "nullableTexts": values.list { $0.nullable($0.text()) },
                "decimals": values.list { $0.number() }, "cube": [[values.list { $0.integer() }]],
            ])
        },
    ]

    @Test(arguments: schemas)
    func areWrittenAsTheyWereRead(_ schema: Schema) throws {
        let seed = UInt64.random(in: .min ... .max)
        print("\(schema.testDescription): seed \(seed)")
        var values = RandomValues(seed: seed)
        for round in 0..<300 {
            let value = schema.make(&values)
            let written = try schema.roundTrip(value)
            #expect(written.withPlainNumbers == value.withPlainNumbers, "seed \(seed), round \(round)")
        }
    }
}

/// Makes JSON values of every kind.
struct RandomValues {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed)
    }

    private mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &generator)
    }

    private mutating func word() -> String {
        let alphabet = ["a", "Z", "0", "\"", "\\", "\n", "\u{0}", "é", "e\u{301}", "😀", "/", " ", "\u{2028}", "}"]
        return (0..<number(below: 5)).map { _ in alphabet[number(below: alphabet.count)] }.joined()
    }

    mutating func text() -> JSONValue { .string(word()) }

    mutating func nullable(_ value: JSONValue) -> JSONValue { number(below: 3) == 0 ? .null : value }

    mutating func integer() -> JSONValue {
        let value = Int.random(in: .min ... .max, using: &generator)
        return .number(JSONNumber(value >> number(below: 64)))
    }

    /// Makes a number of at most 38 digits, with zeros at either end.
    mutating func number() -> JSONValue {
        let sign = number(below: 2) == 0 ? "-" : ""
        let whole = String(UInt64.random(in: .min ... .max, using: &generator) >> UInt64(number(below: 64)))
        let fraction = (0..<number(below: 18)).map { _ in String(number(below: 10)) }.joined()
        let text = sign + whole + (fraction.isEmpty ? "" : ".\(fraction)")
        return JSONNumber(text: text).map { .number($0) } ?? .null
    }

    mutating func list(_ make: (inout RandomValues) -> JSONValue) -> JSONValue {
        .array((0..<number(below: 4)).map { _ in make(&self) })
    }

    mutating func value(depth: Int) -> JSONValue {
        switch number(below: depth > 0 ? 7 : 5) {
        case 0: .null
        case 1: .boolean(number(below: 2) == 0)
        case 2: integer()
        case 3: number()
        case 4: text()
        case 5: list { $0.value(depth: depth - 1) }
        default: object([:], further: { $0.value(depth: depth - 1) })
        }
    }

    /// Makes an object with the required members, some of the optional ones and some of any name, in any order.
    mutating func object(
        _ required: [String: JSONValue], optional: [String: JSONValue] = [:],
        further: ((inout RandomValues) -> JSONValue)? = nil
    ) -> JSONValue {
        var members = required
        for (name, value) in optional.sorted(by: { $0.key < $1.key }) where number(below: 2) == 0 {
            members[name] = value
        }
        for _ in 0..<(further == nil ? 0 : number(below: 4)) {
            members["x" + word()] = further?(&self)
        }
        var object = JSONObject()
        for (name, value) in members.sorted(by: { $0.key < $1.key }).shuffled(using: &generator) {
            object[name] = value
        }
        return .object(object)
    }

    mutating func tree(depth: Int) -> JSONValue {
        let children = depth > 0 ? list { $0.tree(depth: depth - 1) } : []
        return object(["name": text(), "children": children])
    }

    mutating func directly(depth: Int) -> JSONValue {
        switch number(below: depth > 0 ? 3 : 1) {
        case 0: text()
        case 1: list { $0.directly(depth: depth - 1) }
        default: object([:], further: { $0.directly(depth: depth - 1) })
        }
    }
}
