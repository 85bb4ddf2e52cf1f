import Foundation
import KurusJSON
import Testing

@Suite struct ChoiceTests {
    struct Circle: JSONReadable, Hashable {
        var radius: Int

        init(from reader: inout JSONReader) throws(JSONError) {
            var radius: Int?
            while let key = try reader.nextKey() {
                switch key {
                case "radius": radius = try reader.read(Int.self)
                default: try reader.skip()
                }
            }
            self.radius = try reader.require(radius, "radius")
        }
    }

    struct Ring: JSONReadable, Hashable {
        var radius: Int
        var width: Int?

        init(from reader: inout JSONReader) throws(JSONError) {
            var radius: Int?
            while let key = try reader.nextKey() {
                switch key {
                case "radius": radius = try reader.read(Int.self)
                case "width": width = try reader.readIfPresent()
                default: try reader.skip()
                }
            }
            self.radius = try reader.require(radius, "radius")
        }
    }

    indirect enum Shape: JSONReadable, Hashable {
        case circle(Circle)
        case ring(Ring)
        case group([Shape])
        case other(JSONValue)

        init(from reader: inout JSONReader) throws(JSONError) {
            var choice = reader.choose(Shape.self)
            reader.attempt(Circle.self, Shape.circle, &choice)
            reader.attempt(Ring.self, Shape.ring, &choice)
            reader.attempt([Shape].self, Shape.group, &choice)
            self = try reader.take(choice, else: Shape.other)
        }
    }

    private func read(_ text: String) throws -> [Shape] {
        try JSONReader.read([Shape].self, from: Array(text.utf8))
    }

    @Test func keepsTheCandidateThatSkipsTheFewestMembers() throws {
        let shapes = try read(
            #"[{"radius":1},{"radius":1,"width":2},{"radius":1,"x":0},{"width":3},[{"radius":4}],"text"]"#)
        guard shapes.count == 6, case .circle = shapes[0], case .ring(let ring) = shapes[1], case .circle = shapes[2],
            case .other(let value) = shapes[3], case .group(let group) = shapes[4]
        else {
            Issue.record("\(shapes)")
            return
        }
        #expect(ring.width == 2)
        #expect(value == ["width": 3])
        #expect(group.count == 1)
        #expect(shapes[5] == .other("text"))
    }

    @Test func countsWhatTheChosenCandidateSkips() throws {
        try JSONReader.withReader(of: Array(#"[{"radius":1,"x":0,"y":0}]"#.utf8)) { (reader) throws(JSONError) in
            _ = try reader.read([Shape].self)
            #expect(reader.skippedMembers == 2)
        }
    }

    @Test func reportsBrokenTextWhereItBreaks() {
        #expect(throws: JSONError(.unexpectedCharacter, offset: 12, path: "/0/radius")) {
            try read(#"[{"radius": x}]"#)
        }
        let problem = JSONError.Problem.duplicateMember(name: "radius", firstOffset: 2)
        #expect(throws: JSONError(problem, offset: 13, path: "/0")) { try read(#"[{"radius":1,"radius":2}]"#) }
    }

    /// Each level is read by two candidates, and the innermost always fails: 2 to the power of the depth readings.
    struct Doubled: JSONReadable {
        init(from reader: inout JSONReader) throws(JSONError) {
            var choice = reader.choose(Int.self)
            reader.attempt([Doubled].self, { $0.count }, &choice)
            reader.attempt([Doubled].self, { $0.count }, &choice)
            _ = try reader.take(choice, else: { _ in 0 })
            throw JSONError(.missingMember(name: "never there"), offset: reader.offset)
        }
    }

    @Test func boundsTheWorkOfNestedChoices() {
        let text = String(repeating: "[", count: 200) + "1" + String(repeating: "]", count: 200)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(Doubled.self, from: Array(text.utf8)) }
        #expect(error?.problem == .tooManyAttempts)
    }

    enum Quantity: JSONReadable, Hashable {
        case number(Decimal)
        case text(String)
        case none(JSONValue)

        init(from reader: inout JSONReader) throws(JSONError) {
            var choice = reader.choose(Quantity.self)
            reader.attempt(Decimal.self, Quantity.number, &choice)
            reader.attempt(String.self, Quantity.text, &choice)
            self = try reader.take(choice, else: Quantity.none)
        }
    }

    @Test func prefersTheStringToTheNumberInIt() throws {
        let values = try JSONReader.read([Quantity].self, from: Array(#"[1.5,"1.50","x",{"a":1}]"#.utf8))
        #expect(values == [.number(1.5), .text("1.50"), .text("x"), .none(["a": 1])])
    }

    enum Nested: JSONReadable, Hashable {
        case quantity(Quantity)
        case list([JSONValue])
        case flag(Bool)

        init(from reader: inout JSONReader) throws(JSONError) {
            var choice = reader.choose(Nested.self)
            reader.attempt(Quantity.self, Nested.quantity, &choice)
            reader.attempt([JSONValue].self, Nested.list, &choice)
            reader.attempt(Bool.self, Nested.flag, &choice)
            self = try reader.take(choice, else: { .list([$0]) })
        }
    }

    @Test func prefersAnAlternativeToAChoiceThatKeepsAnything() throws {
        let values = try JSONReader.read([Nested].self, from: Array(#"[1,[2],true,{"a":1}]"#.utf8))
        #expect(values == [.quantity(.number(1)), .list([2]), .flag(true), .quantity(.none(["a": 1]))])
    }
}
