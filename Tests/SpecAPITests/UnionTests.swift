import SpecAPI
import Testing

@Suite struct UnionTests {
    private static let pets =
        #""Cat": {"type": "object", "properties": {"kind": {"type": "string"}}}, "Dog": {"type": "object", "properties": {"kind": {"type": "string"}}}, "#
    private static let both = #"[<Cat>, <Dog>]"#

    static let cases: [SchemaCase] = [
        SchemaCase("alternatives", pets + #""X": {"oneOf": \#(both)}"#, "oneOf(Cat, Dog)"),
        SchemaCase("anyOf", pets + #""X": {"anyOf": \#(both)}"#, "anyOf(Cat, Dog)"),
        SchemaCase(
            "beside properties", pets + #""X": {"properties": {"id": {"type": "string"}}, "oneOf": \#(both)}"#,
            "{id: String, oneOf(Cat, Dog)}"),
        SchemaCase(
            "an object's type says nothing more", pets + #""X": {"type": "object", "oneOf": \#(both)}"#,
            "oneOf(Cat, Dog)"),
        SchemaCase(
            "required lists",
            #""X": {"properties": {"a": {}, "b": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
            "{a: any, b: any, some of a/b}"),
        SchemaCase(
            "exclusive required lists",
            #""X": {"properties": {"a": {}, "b": {}}, "oneOf": [{"required": ["a"]}, {"type": "object", "required": ["a", "b"]}]}"#,
            "{a: any, b: any, one of a/a+b}"),
        SchemaCase(
            "a string beside an enumeration",
            #""X": {"anyOf": [{"type": "string"}, {"type": "string", "enum": ["a", "b"]}]}"#,
            "enum(a|b)"),
        SchemaCase(
            "two enumerations",
            #""X": {"oneOf": [{"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["b", "c"]}]}"#,
            "enum(a|b|c)"),
        SchemaCase(
            "equal alternatives", #""X": {"oneOf": [{"type": "string", "maxLength": 2}, {"type": "string"}]}"#, "String"
        ),
        SchemaCase(
            "strings and integers stay apart", #""X": {"oneOf": [{"type": "string"}, {"type": "integer"}]}"#,
            "oneOf(String, Int)"),
        SchemaCase(
            "its own type narrows", #""X": {"type": "string", "anyOf": [{"format": "uuid"}, {"format": "date"}]}"#,
            "String"),
        SchemaCase("any value beside others", pets + #""X": {"oneOf": [<Cat>, {}]}"#, "any"),
        SchemaCase("one alternative", pets + #""X": {"oneOf": [<Cat>]}"#, "Cat"),
        SchemaCase(
            "one alternative that may be null", pets + #""X": {"type": "object", "nullable": true, "anyOf": [<Cat>]}"#,
            "Cat?"),
        SchemaCase(
            "a discriminator", pets + #""X": {"oneOf": \#(both), "discriminator": {"propertyName": "kind"}}"#,
            "oneOf by kind(Cat=Cat, Dog=Dog)"),
        SchemaCase(
            "a discriminator's mapping, that names one more",
            pets
                + #""Fox": {"type": "object", "properties": {"kind": {"type": "string"}}}, "X": {"oneOf": \#(both), "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat", "f": "\u0023/components/schemas/Fox"}}}"#,
            "oneOf by kind(c=Cat, Dog=Dog, f=Fox)"),
        SchemaCase(
            "a discriminator that no alternative has",
            pets + #""X": {"oneOf": \#(both), "discriminator": {"propertyName": "type"}}"#,
            "oneOf(Cat, Dog)",
            [
                "warning: the discriminator `type` has to be a property of every alternative, and these have to be schemas of "
                    + "components; it is ignored, and the alternative that fits best is read"
            ]),
    ]

    /// Two schemas whose property has these values.
    private static func kinds(_ cat: String, _ dog: String, _ more: String = "") -> String {
        func schema(_ values: String) -> String {
            #"{"type": "object", "properties": {"kind": {"type": "string"\#(values.isEmpty ? "" : ", \"enum\": [\(values)]")}}}"#
        }
        return #""Cat": \#(schema(cat)), "Dog": \#(schema(dog)), "X": {"oneOf": \#(both), "#
            + #""discriminator": {"propertyName": "kind"\#(more)}}"#
    }

    /// Without a mapping, what the alternative's own property allows selects it.
    static let kindCases: [SchemaCase] = [
        SchemaCase("an enum of one value", kinds(#""cat""#, #""dog""#), "oneOf by kind(cat=Cat, dog=Dog)"),
        SchemaCase("an enum of several values", kinds(#""c", "kitten""#, ""), "oneOf by kind(c|kitten=Cat, Dog=Dog)"),
        SchemaCase("an enum with the name", kinds(#""kitten", "Cat""#, ""), "oneOf by kind(Cat=Cat, Dog=Dog)"),
        SchemaCase(
            "a mapping beside an enum", kinds(#""cat", "c""#, #""dog""#, #", "mapping": {"c": "Cat"}"#),
            "oneOf by kind(c=Cat, dog=Dog)"),
        SchemaCase(
            "an enum by reference",
            #""Kind": {"type": "string", "enum": ["cat"]}, "Cat": {"properties": {"kind": {"allOf": [<Kind>]}}}, "#
                + #""Dog": {"properties": {"kind": {}}}, "X": {"oneOf": \#(both), "discriminator": {"propertyName": "kind"}}"#,
            "oneOf by kind(cat=Cat, Dog=Dog)"),
        SchemaCase(
            "values that select no alternative", kinds(#""a", "b""#, #""a", "b""#), "oneOf(Cat, Dog)",
            [
                "warning: the discriminator `kind` selects no alternative: `kind` has none of their names or mapped values in "
                    + "its `enum`; it is ignored, and the alternative that fits best is read; add a `mapping`"
            ]),
        SchemaCase(
            "a mapping that an alternative cannot match",
            kinds(#""cat""#, #""dog""#, #", "mapping": {"katze": "Cat"}"#), "oneOf by kind(katze=Cat, dog=Dog)",
            [
                "warning: the discriminator never selects this alternative: its `kind` allows only `cat`, and it is selected "
                    + "by `katze`; correct the `mapping`"
            ]),
    ]

    @Test(arguments: cases + kindCases)
    func resolvesAlternatives(_ example: SchemaCase) throws {
        let resolved = try ResolvedAPI(schemas: example.schemas)
        #expect(try resolved.shape(of: "X") == example.shape)
        #expect(resolved.messages == example.messages)
    }

    @Test func letsUnionsWithDiscriminatorsHoldEachOther() throws {
        let names = (1...40).map { "U\($0)" }
        let all = names.map { "<\($0)>" }.joined(separator: ", ")
        let schemas = names.map { #""\#($0)": {"oneOf": [\#(all)], "discriminator": {"propertyName": "kind"}}"# }
        let resolved = try ResolvedAPI(schemas: schemas.joined(separator: ", "))
        #expect(resolved.api.schemas.count == 40)
    }
}
