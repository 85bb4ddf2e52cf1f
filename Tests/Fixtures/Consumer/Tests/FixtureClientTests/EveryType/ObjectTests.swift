import EveryTypeAPI
import Foundation
import KurusRuntime
import Testing

/// Maps, further members, free-form values, recursion and `allOf`.
@Suite struct ObjectTests {
    /// A type, and a text that it reads and writes unchanged.
    struct Kept: Sendable, CustomTestStringConvertible {
        let text: String
        let roundTrip: @Sendable () throws -> String

        init<T: JSONReadable & JSONWritable & SendableMetatype>(_ type: T.Type, _ text: String) {
            self.text = text
            roundTrip = { json(try read(type, text)) }
        }

        var testDescription: String { text }
    }

    static let maps = [
        Kept(
            Maps.self,
            #"{"texts":{"":"e","a":"b","ü\n":"\"c\""},"lists":{"a":[1,2],"b":[]},"maps":{"x":{"y":1.25}},"#
                + #""leaves":{"l":{"name":"n"}},"colors":{"c":"purple"},"points":{"p":{"x":0.5}},"#
                + #""anything":{"n":null,"o":{"z":[]}}}"#),
        Kept(
            Arrays.self,
            #"{"strings":[],"matrix":[[0.5],[]],"cube":[[[1]]],"maps":[{"a":"b"}],"leaves":[{"name":"n"}],"#
                + #""colors":["red","new"],"points":[{"x":1,"y":2.5}],"free":[null,{},1.50],"#
                + #""nullableTexts":[null,"a",null],"nullableLeaves":[{"name":"n"},null],"nullableList":null}"#),
        Kept(UntypedList.self, #"["a"]"#), Kept(UntypedMap.self, #"{"a":"b"}"#), Kept(Untyped.self, #"{"value":"v"}"#),
    ]

    static let furtherMembers = [
        Kept(OpenObject.self, #"{"name":"n","a":null,"x":[1.50,{"y":null}]}"#),
        Kept(OpenObjectBySchema.self, #"{"other":true}"#),
        Kept(TypedExtras.self, #"{"name":"n","size":1,"a":2,"b":3}"#),
        Kept(ObjectExtras.self, #"{"name":"n","x":{"name":"m"}}"#),
        Kept(InlineExtras.self, #"{"x":{"value":"v","kind":"three"}}"#),
        Kept(NamedExtras.self, #"{"additionalProperties":"a","properties":1,"z":"q"}"#),
        Kept(AllOfExtras.self, #"{"id":"i","z":1}"#), Kept(AllOfOpen.self, #"{"name":"n","size":1,"z":[]}"#),
        Kept(RequiredUnlisted.self, #"{"listed":"l","unlisted":[null]}"#),
    ]

    static let freeForms = [
        Kept(
            FreeForms.self,
            #"{"any":null,"described":null,"object":{},"openObject":{"a":1.0},"nullable":null,"named":null,"#
                + #""namedObject":{"n":null}}"#),
        Kept(
            FreeForms.self, #"{"any":20.00000000,"object":{"b":1,"a":1e400}}"#.replacing(#""b":1,"a""#, with: #""a""#)),
        Kept(Everything.self, #"{"empty":{"a":1},"freeForm":null,"nullableFree":null}"#),
    ]

    static let recursive = [
        Kept(Tree.self, #"{"name":"a","children":[{"name":"b","children":[]},{"name":"c","children":[]}]}"#),
        Kept(Directory.self, #"{"entries":{"a":{"entries":{}},"b":{}}}"#),
        Kept(LinkedList.self, #"{"value":1,"next":{"value":2,"next":{"value":3}}}"#),
        Kept(NullableLinkedList.self, #"{"value":1,"next":{"value":2,"next":null}}"#),
        Kept(Husband.self, #"{"name":"h","wife":{"name":"w","husband":{},"children":[{"parents":[{}]}]}}"#),
        Kept(Child.self, #"{"toy":{"owner":{"toy":{}}}}"#),
        Kept(Comment.self, #"{"id":"1","text":"t","replyTo":{"id":"0"},"replies":[{"id":"2"}]}"#),
        Kept(Grove.self, #"{"trees":[],"parent":{},"byName":{"a":[{}]}}"#),
        Kept(Three.self, #"{"two":{"one":{"three":{}}}}"#),
        Kept(Forest.self, #"[{"name":"a","children":[]}]"#),
    ]

    static let allOf = [
        Kept(AllOfRefs.self, #"{"id":"i","created":"2024-02-29T00:00:00Z","changedBy":"x"}"#),
        Kept(AllOfInline.self, #"{"id":"i","extra":1.25,"kind":"c"}"#),
        Kept(AllOfBeside.self, #"{"id":"i","inline":1,"own":"o"}"#), Kept(AllOfSingle.self, #"{"id":"i"}"#),
        Kept(AllOfSingleEnum.self, #""red""#), Kept(AllOfDescribed.self, #"{"name":"n"}"#),
        Kept(AllOfDeep.self, #"{"id":"i","extra":1,"changedBy":"c","deep":false}"#),
        Kept(AllOfNarrowed.self, #"{"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}"#),
        Kept(
            Combined.self,
            #"{"single":{"id":"i"},"nullable":null,"enum":"blue","inline":{"id":"j","here":"h"}}"#),
        Kept(
            Drawing.self,
            #"{"shapes":[{"shapeType":"circle","color":"red","radius":1.5},{"shapeType":"oval","x":[1]}],"either":{"shapeType":"square","side":2}}"#
        ),
    ]

    @Test(arguments: [maps, furtherMembers, freeForms, recursive, allOf].flatMap(\.self))
    func isWrittenAsItWasRead(_ kept: Kept) throws {
        #expect(try kept.roundTrip() == kept.text)
    }

    @Test func membersThatNoSchemaDescribesAreSkipped() throws {
        try expectSame(ClosedObject.self, #"{"name":"n","x":{"y":[1]}}"#, writes: #"{"name":"n"}"#)
        try expectSame(ClosedEmpty.self, #"{"x":1}"#, writes: "{}")
        try expectSame(Leaf.self, #"{"x":[{}],"name":"n"}"#, writes: #"{"name":"n"}"#)
    }

    @Test func furtherMembersHaveTheDeclaredType() throws {
        #expect(try read(TypedExtras.self, #"{"name":"n","a":2}"#).additionalProperties == ["a": 2])
        #expect(throws: JSONError.self) { try read(TypedExtras.self, #"{"name":"n","a":"x"}"#) }
        #expect(try read(NamedExtras.self, #"{"z":"q"}"#).otherAdditionalProperties == ["z": "q"])
    }

    @Test(arguments: [#"{"name":"n","created":"2024-02-29T00:00:00Z"}"#, #"{"id":"i"}"#])
    func allOfMakesInheritedPropertiesRequired(_ text: String) {
        #expect(throws: JSONError.self) { try read(AllOfRequired.self, text) }
        #expect(throws: JSONError.self) { try read(AllOfDeep.self, text) }
    }

    @Test(arguments: [
        #"{"name":"a","name":"b"}"#, #"{"name":"a","n\u0061me":"b"}"#, #"{"name":"a","x":1,"x":2}"#,
        #"{"name":"a","x":{"y":1,"z":[{"y":1,"y":1}]}}"#,
    ])
    func duplicateMembersAreRefused(_ text: String) {
        for error in [
            #expect(throws: JSONError.self) { try read(Leaf.self, text) },
            #expect(throws: JSONError.self) { try read(OpenObject.self, text) },
        ] {
            guard case .duplicateMember? = error?.problem else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test func deepNestingIsAnErrorNotAStackOverflow() {
        let depth = 100_000
        let text =
            String(repeating: #"{"value":1,"next":"#, count: depth) + "null" + String(repeating: "}", count: depth)
        #expect(throws: JSONError.self) { try read(LinkedList.self, text) }
        #expect(throws: JSONError.self) { try read(Directly.self, String(repeating: "[", count: depth)) }
        #expect(throws: JSONError.self) { try read(FreeForm.self, String(repeating: "[", count: depth)) }
    }

    @Test func recursiveModelsAreValues() throws {
        let list = try read(LinkedList.self, #"{"value":1,"next":{"value":2}}"#)
        var copy = list
        copy.next?.value = 3
        #expect(list.next?.value == 2)
        #expect(copy.next?.value == 3)
        #expect(copy != list)
        #expect(LinkedList(value: 1, next: LinkedList(value: 2)) == list)
    }

    @Test func sensitiveMembersOfEveryKindAreMasked() throws {
        let text =
            #"{"password":"secret","iban":"secret","amount":987.25,"leaf":{"name":"secret"},"list":["secret"],"#
            + #""choice":"secret","nullable":"secret","plain":"shown"}"#
        let value = try expectSame(Sensitive.self, text)
        for form in texts(of: [value]) + texts(of: value) {
            #expect(!form.contains("secret") && !form.contains("987"), "\(form)")
        }
        #expect("\(value)".contains(#"plain: "shown""#))
        #expect("\(value)".contains(#"nullable: "‹redacted›""#))
    }
}
