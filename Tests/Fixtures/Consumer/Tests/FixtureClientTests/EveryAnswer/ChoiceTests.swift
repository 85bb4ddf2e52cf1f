import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// Alternatives on their way to a client and back (OpenAPI 3.0.3, §4.7.24.1 and §4.7.25).
@Suite struct ChoiceTests {
    /// Without a mapping, the one value of the property's `enum` selects the alternative.
    @Test func discriminatorsValueIsTheOneOfItsEnum() async throws {
        let text = #"{"parts":[{"type":"input_image","url":"u"},{"type":"input_text","text":"t"},{"type":"other"}]}"#
        let message = try read(Message.self, text)
        #expect(
            message.parts == [
                .inputImage(InputImage(type: .inputImage, url: "u")),
                .inputText(InputText(type: .inputText, text: "t")), .unrecognized(["type": "other"]),
            ])
        let exchange = AnswerExchange(.content(text))
        #expect(try await exchange.client.choiceMessage(body: message) == message)
        #expect(exchange.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } == [text])
    }

    @Test func subtypesAreSelectedByTheirEnum() throws {
        let car = try read(Vehicle.self, #"{"kind":"car","doors":3}"#)
        #expect(car == .car(Car(kind: .car, doors: 3)))
        #expect(json(car) == #"{"kind":"car","doors":3}"#)
        #expect(try read(Vehicle.self, #"{"kind":"bike","gears":7}"#) == .bike(Bike(kind: .bike, gears: 7)))
    }

    /// `anyOf` keeps every alternative that an object satisfies.
    @Test(arguments: [
        (#"{"age":3}"#, PetPatch.petByAge(PetByAge(age: 3))),
        (#"{"age":3,"nickname":null}"#, .petByAge(PetByAge(age: 3, nickname: .null))),
        (#"{"pet_type":"Cat","hunts":true}"#, .petByType(PetByType(pet_type: .cat, hunts: true))),
        (
            #"{"age":3,"nickname":null,"pet_type":"Dog","hunts":false}"#,
            .several(
                .init(
                    petByAge: PetByAge(age: 3, nickname: .null), petByType: PetByType(pet_type: .dog, hunts: false)))
        ),
    ])
    func anyOfKeepsAllThatMatch(_ text: String, expected: PetPatch) async throws {
        #expect(try read(PetPatch.self, text) == expected)
        #expect(json(expected) == text)
        let exchange = AnswerExchange(.content(text))
        #expect(try await exchange.client.choicePet(body: expected) == expected)
        #expect(exchange.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } == [text])
    }

    /// Members that no alternative knows do not make a value one of several.
    @Test(arguments: [
        (#"{"age":3,"new":1}"#, PetPatch.petByAge(PetByAge(age: 3))),
        (
            #"{"pet_type":"Cat","home":{"city":"c","new":1}}"#,
            .petByType(PetByType(pet_type: .cat, home: .init(city: "c")))
        ),
        (
            #"{"age":3,"pet_type":"Cat","home":{"new":1},"other":{}}"#,
            .several(.init(petByAge: PetByAge(age: 3), petByType: PetByType(pet_type: .cat, home: .init())))
        ),
        (#"{"name":"n"}"#, .unrecognized(["name": "n"])), ("5", .unrecognized(5)),
    ])
    func unknownMembersDoNotCount(_ text: String, expected: PetPatch) throws {
        #expect(try read(PetPatch.self, text) == expected)
    }

    /// A nullable alternative makes null a value: absent, null and a value stay apart.
    @Test(arguments: [
        (#"{"stop":null}"#, Ask(stop: nil)),
        (
            #"{"stop":"s","inline":null,"owner":null,"both":null}"#,
            Ask(stop: .string("s"), inline: .null, owner: .null, both: .null)
        ),
        (
            #"{"stop":["s"],"inline":["i"],"list":[null,"a"],"map":{"k":null},"owner":{"ownerId":1},"both":"b"}"#,
            Ask(
                stop: .array(["s"]), inline: .value(.array(["i"])), list: [nil, .string("a")], map: ["k": nil],
                owner: .value(.nullableOwner(NullableOwner(ownerId: 1))), both: .value("b"))
        ),
    ])
    func nullStaysApartFromAbsent(_ text: String, expected: Ask) async throws {
        #expect(try read(Ask.self, text) == expected)
        let exchange = AnswerExchange(.content(text))
        #expect(try await exchange.client.choiceAsk(body: expected) == expected)
        #expect(exchange.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } == [text])
    }
}
