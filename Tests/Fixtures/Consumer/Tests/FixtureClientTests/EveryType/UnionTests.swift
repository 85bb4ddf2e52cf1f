import EveryTypeAPI
import Foundation
import KurusRuntime
import Testing

/// `oneOf` and `anyOf`: the best alternative is read, and a value that fits none is kept.
@Suite struct UnionTests {
    private let cat = #"{"kind":"c","lives":9}"#
    private let dog = #"{"kind":"d","bark":"loud"}"#
    private let fish = #"{"kind":"f","water":"salt"}"#

    @Test func objectsAreToldApartByTheirMembers() throws {
        #expect(try expectSame(OneOfObjects.self, cat) == .cat(Cat(kind: "c", lives: 9)))
        #expect(try expectSame(OneOfObjects.self, dog) == .dog(Dog(kind: "d", bark: .loud)))
        #expect(try expectSame(OneOfObjects.self, fish) == .fish(Fish(kind: "f", water: .salt)))
        #expect(try expectSame(AnyOfObjects.self, dog) == .dog(Dog(kind: "d", bark: .loud)))
        #expect(try expectSame(AnyOfObjects.self, fish) == .fish(Fish(kind: "f", water: .salt)))
        #expect(try expectSame(OneOfObjects.self, #"{"kind":"x"}"#) == .cat(Cat(kind: "x")))
    }

    @Test(arguments: [#"{"lives":1}"#, "[1,2.50]", #""text""#, "null", "1e400", #"{"a":{"b":[{}]}}"#])
    func whatFitsNoAlternativeIsKept(_ text: String) throws {
        let value = try read(JSONValue.self, text)
        #expect(try expectSame(OneOfObjects.self, text) == .unrecognized(value))
        #expect(try expectSame(AnyOfObjects.self, text) == .unrecognized(value))
        #expect(try expectSame(OneOfDiscriminated.self, text) == .unrecognized(value))
    }

    @Test func discriminatorDecides() throws {
        let dog = #"{"kind":"Dog","bark":"quiet"}"#
        #expect(try expectSame(OneOfDiscriminated.self, dog) == .dog(Dog(kind: "Dog", bark: .quiet)))
        #expect(try expectSame(AnyOfDiscriminated.self, dog) == .dog(Dog(kind: "Dog", bark: .quiet)))
        #expect(try expectSame(OneOfDiscriminated.self, #"{"kind":"Cat"}"#) == .cat(Cat(kind: "Cat")))
        #expect(throws: JSONError.self) { try read(OneOfDiscriminated.self, #"{"kind":"Dog"}"#) }
        let bird = #"{"kind":"Bird","wings":2}"#
        #expect(try expectSame(OneOfDiscriminated.self, bird) == .unrecognized(read(JSONValue.self, bird)))
    }

    @Test(arguments: ["cat", "kitten", "dog", "sea.fish"])
    func mappedDiscriminatorDecides(_ kind: String) throws {
        let text = #"{"kind":"\#(kind)","bark":"loud"}"#
        let isDog = kind == "dog"
        let expected = isDog ? text : #"{"kind":"\#(kind)"}"#
        let value = try expectSame(OneOfMapped.self, text, writes: expected)
        #expect(try expectSame(AnyOfMapped.self, text, writes: expected) == (try read(AnyOfMapped.self, text)))
        switch value {
        case .cat: #expect(kind == "cat" || kind == "kitten")
        case .dog: #expect(isDog)
        case .fish: #expect(kind == "sea.fish")
        default: Issue.record("\(value)")
        }
    }

    @Test func primitivesKeepTheirKind() throws {
        #expect(try expectSame(OneOfPrimitives.self, #""5""#) == .string("5"))
        #expect(try expectSame(OneOfPrimitives.self, "5") == .integer(5))
        #expect(try expectSame(OneOfPrimitives.self, "5.25") == .decimal(5.25))
        #expect(try expectSame(OneOfPrimitives.self, "true") == .boolean(true))
        #expect(try expectSame(AnyOfPrimitives.self, "-1") == .integer(-1))
        #expect(try expectSame(OneOfPrimitives.self, "[]") == .unrecognized([]))
    }

    /// A decimal is read from a string too, except where the document allows a string beside it.
    @Test func stringOfDigitsStaysAString() throws {
        #expect(try expectSame(OneOfNumbers.self, "12.5") == .decimal(12.5))
        #expect(try expectSame(OneOfNumbers.self, #""12.50""#) == .string("12.50"))
        #expect(try expectSame(AnyOfNumbers.self, #""007""#) == .string("007"))
        #expect(try expectSame(Expression.self, #""1""#) == .string("1"))
    }

    @Test func mixedKindsAreToldApart() throws {
        #expect(try expectSame(OneOfMixed.self, #""s""#) == .string("s"))
        #expect(try expectSame(OneOfMixed.self, #"["a"]"#) == .array(["a"]))
        #expect(try expectSame(OneOfMixed.self, #"{"name":"n"}"#) == .leaf(Leaf(name: "n")))
        #expect(try expectSame(OneOfMixed.self, #"{"a":1,"b":2}"#) == .option4(["a": 1, "b": 2]))
        #expect(try expectSame(OneOfMixed.self, #"{"name":5}"#) == .option4(["name": 5]))
        #expect(try expectSame(AnyOfMixed.self, "{}") == .option4([:]))
        #expect(try expectSame(UnionAlias.self, "[1]") == .unrecognized([1]))
    }

    @Test func formatsAreToldApart() throws {
        let instant = try #require(DateTime("2024-02-29T12:00:00Z"))
        let day = try #require(CalendarDate("2024-02-29"))
        #expect(try expectSame(OneOfFormats.self, #""2024-02-29T12:00:00Z""#) == .dateTime(instant))
        #expect(try expectSame(OneOfFormats.self, #""2024-02-29""#) == .calendarDate(day))
        #expect(try expectSame(AnyOfFormats.self, #""soon""#) == .string("soon"))
    }

    @Test func inlineObjectsAreToldApart() throws {
        #expect(try expectSame(OneOfInline.self, #"{"iban":"TR"}"#) == .byIBAN(.init(iban: "TR")))
        #expect(
            try expectSame(OneOfInline.self, #"{"phone":"1","country":"TR"}"#)
                == .byPhone(.init(phone: "1", country: .tr)))
        #expect(try expectSame(AnyOfInline.self, #"{"member":7}"#) == .option3(.init(member: 7)))
    }

    /// A union inside a union reads anything, and so must not win over a matching alternative.
    @Test func nestedUnionsAreSearched() throws {
        #expect(try expectSame(OneOfNested.self, dog) == .option1(.dog(Dog(kind: "d", bark: .loud))))
        #expect(try expectSame(OneOfNested.self, "[\(fish)]") == .option2(.array([Fish(kind: "f", water: .salt)])))
        #expect(try expectSame(OneOfNested.self, #""s""#) == .option2(.string("s")))
        #expect(try expectSame(AnyOfNested.self, #""s""#) == .option2(.string("s")))
        try expectSame(OneOfNested.self, "17")
    }

    @Test func nullableUnionIsThreeState() throws {
        try expectSame(Everything.self, #"{"oneOfNullable":null}"#)
        try expectSame(Everything.self, #"{"oneOfNullable":{"name":"n"}}"#)
        #expect(try read(Everything.self, #"{"oneOfNullable":null}"#).oneOfNullable == .null)
        #expect(try read(Everything.self, "{}").oneOfNullable == .absent)
    }

    @Test func unionsOfPropertiesAreRead() throws {
        let text =
            #"{"inline":"s","list":[\#(dog),\#(cat)],"nullable":null,"objects":{"y":1},"#
            + #""discriminated":{"kind":"Fish"}}"#
        let value = try expectSame(OneOfProperties.self, text)
        #expect(value.inline == .string("s"))
        #expect(value.list?.count == 2)
        #expect(value.nullable == .null)
        #expect(value.discriminated == .fish(Fish(kind: "Fish")))
        try expectSame(AnyOfProperties.self, text)
    }

    @Test func recursionThroughAlternativesIsRead() throws {
        try expectSame(
            Expression.self, #"{"symbol":"+","left":1.5,"right":{"symbol":"-","left":"x","right":2}}"#)
        try expectSame(Directly.self, #"{"a":["b",{"c":"d"},[]],"e":{}}"#)
    }
}
