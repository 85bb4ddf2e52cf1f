import Foundation
import SourceText
import SpecPipeline
import SpecTestSupport
import Testing
@testable import SpecDiff

/// One example at one schema.
@Suite struct SchemaValidationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let example: String
        let expected: [String]

        init(_ schema: String, _ example: String, _ expected: String...) {
            self.schema = schema
            self.example = example
            self.expected = expected
        }

        var testDescription: String { "\(example) for \(schema)" }

        /// The messages for the example at a schema of components.
        var messages: [String] {
            let text = """
                {"openapi":"3.0.3","paths":{},"components":{"schemas":{
                "Tested":{"allOf":[\(schema)],"example":\(example)},
                "Named":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},
                "Loop":{"type":"object","properties":{"next":{"oneOf":[{"$ref":"#/components/schemas/Loop"}]}}},
                "Circle":{"allOf":[{"$ref":"#/components/schemas/Circle"}]},
                "Cat":{"type":"object","required":["kind","lives"],
                    "properties":{"kind":{"type":"string"},"lives":{"type":"integer"}}},
                "Dog":{"type":"object","required":["kind","tail","nose"],
                    "properties":{"kind":{"type":"string"},"tail":{"type":"string"},"nose":{"type":"string"}}}
                }}}
                """
            let side = ClientReading(pages: [SourceFile("api.json", text)])
            return SampleCheck.findings(base: ClientReading(pages: []), revision: side).map(\.message)
        }
    }

    static let types: [Case] = [
        Case(#"{"type":"string"}"#, #""x""#),
        Case(#"{"type":"string"}"#, "1", "the example is a number, `1`, and should be a string"),
        Case(#"{"type":"integer"}"#, "1.5", "the example is a number, `1.5`, and should be an integer"),
        Case(#"{"type":"integer"}"#, "1.0"),
        Case(#"{"type":"number"}"#, "true", "the example is a boolean, `true`, and should be a number"),
        Case(#"{"type":"boolean"}"#, "{}", "the example is an object, and should be a boolean"),
        Case(#"{"type":["string","null"]}"#, "null"),
        Case(
            #"{"type":["string","integer"]}"#, "true",
            "the example is a boolean, `true`, and should be a string or an integer"),
        Case(#"{"type":"decimal"}"#, "20.00000000"),
        Case(#"{"type":"decimal"}"#, #""20.10""#),
        Case(#"{"type":"decimal"}"#, #""twenty""#, "the example is a string, `twenty`, and should be a decimal number"),
        Case(#"{"type":"money"}"#, "[]"),
        Case("{}", "null"),
        Case(#"{"type":"string"}"#, "null", "the example is null, and should be a string"),
        Case(#"{"type":"string","nullable":true}"#, "null"),
        Case(##"{"$ref":"#/components/schemas/Named","nullable":true}"##, "null"),
    ]

    @Test(arguments: types)
    func checksTypes(_ test: Case) {
        #expect(test.messages == test.expected)
    }

    static let values: [Case] = [
        Case(#"{"enum":["SALARY","BONUS"]}"#, #""BONUS""#),
        Case(
            #"{"enum":["SALARY","BONUS"]}"#, #""SALRY""#,
            "the example is `SALRY`, which is not one of the values of `enum`; did you mean `SALARY`?"),
        Case(#"{"enum":[1,2]}"#, "2.0"),
        Case(#"{"enum":[1,2]}"#, #""1""#, "the example is `1`, which is not one of the values of `enum`"),
        Case(#"{"minimum":1,"maximum":5}"#, "1"),
        Case(#"{"minimum":1}"#, "0.9", "the example is 0.9, less than `minimum`"),
        Case(#"{"minimum":1,"exclusiveMinimum":true}"#, "1", "the example is 1, not above `minimum`"),
        Case(#"{"maximum":5}"#, "6", "the example is 6, more than `maximum`"),
        Case(#"{"maximum":5,"exclusiveMaximum":true}"#, "5", "the example is 5, not below `maximum`"),
        Case(#"{"exclusiveMaximum":5}"#, "5", "the example is 5, not below `exclusiveMaximum`"),
        Case(#"{"multipleOf":5}"#, "12", "the example is 12, not a multiple of `multipleOf`"),
        Case(#"{"multipleOf":0.1}"#, "0.3"),
        Case(#"{"minLength":2,"maxLength":3}"#, #""äöü""#),
        Case(#"{"maxLength":2}"#, #""äöü""#, "the example has 3 characters, more than `maxLength`, 2"),
        Case(#"{"minItems":1}"#, "[]", "the example has 0 elements, fewer than `minItems`, 1"),
        Case(#"{"uniqueItems":true}"#, #"[1,"1"]"#),
        Case(#"{"uniqueItems":true}"#, "[1,2,1]", "the example holds a value twice; `uniqueItems`"),
        Case(#"{"maxProperties":0}"#, #"{"a":1}"#, "the example has 1 members, more than `maxProperties`, 0"),
        Case(#"{"format":"date"}"#, #""2024-02-30""#),
        Case(#"{"format":"date"}"#, #""30.2.2024""#, "the example is `30.2.2024`, which is not a `date`"),
        Case(#"{"format":"date-time"}"#, #""2020-07-27T09:05:08.123+03:00""#),
        Case(
            #"{"format":"date-time"}"#, #""2020-07-27""#,
            "the example is `2020-07-27`, which is not a `date-time`"),
        Case(#"{"format":"uuid"}"#, #""79cdefc1-3ce6-4f51-bdd9-0c050274db64""#),
        Case(#"{"format":"uuid"}"#, #""79cdefc1""#, "the example is `79cdefc1`, which is not a `uuid`"),
        Case(#"{"format":"int32"}"#, "1759231970716", "the example is `1759231970716`, which is not a `int32`"),
        Case(#"{"format":"iban"}"#, #""?""#),
    ]

    @Test(arguments: values)
    func checksValues(_ test: Case) {
        #expect(test.messages == test.expected)
    }

    static let objects: [Case] = [
        Case(##"{"$ref":"#/components/schemas/Named"}"##, #"{"a":"x"}"#),
        Case(##"{"$ref":"#/components/schemas/Named"}"##, "{}", "the example has no `a`, which `Named` requires"),
        Case(
            ##"{"$ref":"#/components/schemas/Named"}"##, #"{"a":1}"#,
            "`a` of the example is a number, `1`, and should be a string"),
        Case(
            ##"{"$ref":"#/components/schemas/Named"}"##, #"{"a":"","b":1}"#,
            "`b` of the example is not a property of its schema"),
        Case(
            ##"{"properties":{"in":{"$ref":"#/components/schemas/Named"}}}"##, #"{"in":{"a":"","b":1,"c":2}}"#,
            "`in` of the example has `b`, `c`, which are not properties of `Named`"),
        Case(#"{"type":"object"}"#, #"{"any":1}"#),
        Case(#"{"properties":{"a":{}},"additionalProperties":true}"#, #"{"any":1}"#),
        Case(
            #"{"additionalProperties":{"type":"string"}}"#, #"{"any":1}"#,
            "`any` of the example is a number, `1`, and should be a string"),
        Case(
            #"{"properties":{"a":{}},"additionalProperties":false}"#, #"{"b":1}"#,
            "`b` of the example is not a property of its schema"),
        Case(
            #"{"items":{"type":"string"}}"#, #"["a",1]"#,
            "`[1]` of the example is a number, `1`, and should be a string"),
        Case(
            #"{"items":{"required":["a"]}}"#, "[{},{},{},{},{},{}]",
            "`[0]` of the example has no `a`, which its schema requires, and 5 others are like it"),
        Case(#"{"required":["a"],"properties":{"a":{"readOnly":true}}}"#, "{}"),
        Case(##"{"$ref":"#/components/schemas/Gone"}"##, "1"),
        Case(##"{"$ref":"#/components/schemas/Circle"}"##, "1"),
        Case(
            ##"{"$ref":"#/components/schemas/Loop"}"##, #"{"next":{"next":{"next":1}}}"#,
            "`next.next.next` of the example is a number, `1`, and should be an object"),
    ]

    @Test(arguments: objects)
    func checksObjectsAndArrays(_ test: Case) {
        #expect(test.messages == test.expected)
    }

    static let pets = ##"{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}"##
    static let namedPets =
        ##"{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind","mapping":{"dog":"#/components/schemas/Dog"}}}"##

    static let composed: [Case] = [
        Case(#"{"allOf":[{"properties":{"a":{}},"required":["a"]},{"properties":{"b":{}}}]}"#, #"{"a":1,"b":2}"#),
        Case(
            #"{"allOf":[{"properties":{"a":{}},"required":["a"]},{"properties":{"b":{}}}]}"#, #"{"b":2}"#,
            "the example has no `a`, which its schema requires"),
        Case(pets, #"{"kind":"cat","lives":7}"#),
        Case(pets, #"{"kind":"dog","tail":"short"}"#, "the example has no `lives`, which `Cat` requires"),
        Case(namedPets, #"{"kind":"dog","tail":"short"}"#, "the example has no `nose`, which `Dog` requires"),
        Case(namedPets, #"{"kind":"Cat"}"#, "the example has no `lives`, which `Cat` requires"),
        Case(#"{"properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}"#, #"{"b":1}"#),
        Case(
            #"{"properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}"#, #"{}"#,
            "the example has no `a`, which its schema requires"),
    ]

    @Test(arguments: composed)
    func checksWhatIsComposed(_ test: Case) {
        #expect(test.messages == test.expected)
    }

    @Test func givesUpWhereAlternativesAreTooMany() {
        let alternatives = (0..<4).reduce(#"{"type":"string"}"#) { inner, _ in
            #"{"oneOf":[\#(Array(repeating: inner, count: 12).joined(separator: ","))]}"#
        }
        #expect(Case(alternatives, "1").messages.isEmpty)
    }

    /// Threads of macOS that are not the main one have 512 KiB.
    @Test func looksOnlySoDeep() async {
        let deep = String(repeating: #"{"next":"#, count: 300) + "1" + String(repeating: "}", count: 300)
        let messages = await withCheckedContinuation { continuation in
            let thread = Thread {
                continuation.resume(returning: Case(##"{"$ref":"#/components/schemas/Loop"}"##, deep).messages)
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(messages.isEmpty)
    }
}
