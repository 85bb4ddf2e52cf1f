import EveryTypeAPI
import Foundation
import KurusRuntime
import Testing

/// Alternatives beside properties: neither of them is lost.
@Suite struct UnionBesidePropertiesTests {
    private func expectSameMembers<T: JSONModel>(
        _ type: T.Type, _ text: String, _ location: SourceLocation = #_sourceLocation
    ) throws -> T {
        let value = try read(type, text)
        #expect(try read(JSONValue.self, json(value)) == read(JSONValue.self, text), sourceLocation: location)
        return value
    }

    @Test func propertiesAndAlternativeAreBothRead() throws {
        let text = #"{"note":"n","amount":1.5,"kind":"d","bark":"loud"}"#
        let one = try expectSameMembers(OneOfBeside.self, text)
        #expect(one == OneOfBeside(note: "n", amount: 1.5, oneOf: .dog(Dog(kind: "d", bark: .loud))))
        let any = try expectSameMembers(AnyOfBeside.self, text)
        #expect(any == AnyOfBeside(note: "n", amount: 1.5, anyOf: .dog(Dog(kind: "d", bark: .loud))))
    }

    @Test func propertiesAreSentBesideTheAlternative() {
        #expect(
            json(OneOfBeside(note: "n", oneOf: .cat(Cat(kind: "c", lives: 1))))
                == #"{"note":"n","kind":"c","lives":1}"#)
        #expect(json(AllOfUnion(id: "i", oneOf: .option1(.init(iban: "TR")))) == #"{"id":"i","iban":"TR"}"#)
    }

    @Test func memberOfBothIsWrittenOnce() throws {
        let value = OneOfBesideDiscriminated(kind: "Cat", note: "n", oneOf: .cat(Cat(kind: "Dog", lives: 2)))
        #expect(json(value) == #"{"kind":"Cat","note":"n","lives":2}"#)
        _ = try expectSameMembers(OneOfBesideDiscriminated.self, #"{"kind":"Dog","bark":"loud","note":"n"}"#)
        _ = try expectSameMembers(AnyOfBesideDiscriminated.self, #"{"kind":"Fish","water":"salt"}"#)
    }

    @Test(arguments: [#"{"note":"n","iban":"TR","x":"y"}"#, #"{"phone":"1"}"#, #"{"neither":"z"}"#])
    func additionalPropertiesStandBesideBoth(_ text: String) throws {
        _ = try expectSameMembers(OneOfBesideInline.self, text)
        _ = try expectSameMembers(AnyOfBesideInline.self, text)
    }

    @Test func unrecognizedAlternativeKeepsEveryMember() throws {
        let value = try expectSameMembers(OneOfBeside.self, #"{"note":"n","wings":{"count":2},"sound":null}"#)
        #expect(value.note == "n")
        guard case .unrecognized = value.oneOf else {
            Issue.record("\(value)")
            return
        }
    }

    @Test func requiredListsBecomeInitializers() {
        #expect(json(AnyOfRequired(page: 1, requestId: "r")) == #"{"page":1,"requestId":"r"}"#)
        #expect(
            json(AnyOfRequired(page: 1, requestId: "r", externalId: "e", note: "n"))
                == #"{"page":1,"requestId":"r","externalId":"e","note":"n"}"#)
        #expect(json(AnyOfRequired(page: 1, externalId: "e")) == #"{"page":1,"externalId":"e"}"#)
        #expect(json(OneOfRequired(page: 1, requestId: "r")) == #"{"page":1,"requestId":"r"}"#)
        #expect(json(OneOfRequired(page: 1, externalId: "e", note: "n")) == #"{"page":1,"externalId":"e","note":"n"}"#)
        #expect(json(OneOfRequiredLists(iban: "i", name: "n")) == #"{"iban":"i","name":"n"}"#)
        #expect(json(OneOfRequiredLists(phone: "p")) == #"{"phone":"p"}"#)
        #expect(json(OneOfRequiredLists(name: "n", member: 7)) == #"{"name":"n","member":7}"#)
        #expect(json(OneOfRequiredTyped(from: "f")) == #"{"from":"f"}"#)
        #expect(json(AnyOfRequiredTyped(to: "t")) == #"{"to":"t"}"#)
        #expect(json(OneOfRequiredByReference(id: "i", b: "b")) == #"{"id":"i","b":"b"}"#)
        #expect(json(AnyOfRequiredByReference(id: "i", a: "a", b: "b")) == #"{"id":"i","a":"a","b":"b"}"#)
    }
}
