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

    @Test(arguments: cases)
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
