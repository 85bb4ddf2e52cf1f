import EveryTypeAPI
import Foundation
import KurusRuntime
import Testing

/// Models of every kind can be stored by any coder.
@Suite struct CodableTests {
    struct Stored: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let throughJSON: @Sendable () throws -> String
        let throughPropertyList: @Sendable () throws -> String
        let text: String

        init<Model: JSONModel>(_ type: Model.Type, _ text: String) {
            testDescription = "\(type)"
            self.text = text
            throughJSON = {
                let data = try JSONEncoder().encode([try read(type, text)])
                return json(try JSONDecoder().decode([Model].self, from: data)[0])
            }
            throughPropertyList = {
                let data = try PropertyListEncoder().encode([try read(type, text)])
                return json(try PropertyListDecoder().decode([Model].self, from: data)[0])
            }
        }
    }

    static let models = [
        Stored(Color.self, #""purple""#), Stored(Color.self, #""red""#), Stored(Level.self, "100"),
        Stored(Level64.self, "9223372036854775807"), Stored(Leaf.self, #"{"name":"n"}"#),
        Stored(RequiredNullable.self, #"{"value":null}"#), Stored(OptionalNullable.self, "{}"),
        Stored(OpenObject.self, #"{"name":"n","x":[1.25,"y",true]}"#), Stored(OneOfMixed.self, #"["a"]"#),
        Stored(OneOfMixed.self, #"{"a":1}"#), Stored(OneOfMapped.self, #"{"kind":"kitten","lives":9}"#),
        Stored(OneOfObjects.self, #"[{"kept":[1.5]}]"#), Stored(OneOfPrimitives.self, #""5""#),
        Stored(OneOfBeside.self, #"{"note":"n","amount":12345678901234567890.123,"kind":"c"}"#),
        Stored(LinkedList.self, #"{"value":1,"next":{"value":2}}"#), Stored(Directly.self, #"{"a":["b"]}"#),
        Stored(Tree.self, #"{"name":"a","children":[{"name":"b","children":[]}]}"#),
        Stored(
            Sensitive.self, #"{"password":"p","iban":"i","amount":0.1,"leaf":{"name":"n"}}"#),
        Stored(
            AllOfNarrowed.self,
            #"{"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","created":"2024-02-29T12:00:00.10+03:00"}"#),
    ]

    @Test(arguments: models)
    func survivesJSONCoders(_ model: Stored) throws {
        #expect(try model.throughJSON() == model.text)
    }

    @Test(arguments: models)
    func survivesPropertyLists(_ model: Stored) throws {
        #expect(try model.throughPropertyList() == model.text)
    }

    @Test func encodersWriteWhatTheModelWrites() throws {
        #expect(String(decoding: try JSONEncoder().encode([Color.red]), as: UTF8.self) == #"["red"]"#)
        #expect(String(decoding: try JSONEncoder().encode([Level.valueMinus1]), as: UTF8.self) == "[-1]")
        #expect(
            String(decoding: try JSONEncoder().encode(OneOfObjects.cat(Cat(kind: "c"))), as: UTF8.self)
                == #"{"kind":"c"}"#)
        #expect(String(decoding: try JSONEncoder().encode(["a": Color.blue]), as: UTF8.self) == #"{"a":"blue"}"#)
    }

    @Test func decodersTellWhatDoesNotFit() {
        #expect { try JSONDecoder().decode([Leaf].self, from: Data(#"[{"nam":"secret"}]"#.utf8)) } throws: { error in
            guard case DecodingError.dataCorrupted(let context)? = error as? DecodingError else { return false }
            return context.codingPath.map(\.stringValue) == ["Index 0"] && !"\(error)".contains("secret")
        }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Color.self, from: Data("5".utf8)) }
    }
}
