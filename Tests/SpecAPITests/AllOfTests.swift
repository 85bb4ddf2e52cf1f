import SpecAPI
import Testing

@Suite struct AllOfTests {
    private static let base = #""Base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}"#

    static let cases: [SchemaCase] = [
        SchemaCase(
            "properties of all parts",
            base + #", "X": {"allOf": [<Base>, {"properties": {"b": {"type": "integer"}}}]}"#,
            "{a!: String, b: Int}"),
        SchemaCase(
            "required of one part, property of another",
            base + #", "X": {"allOf": [<Base>, {"properties": {"b": {"type": "integer"}}}, {"required": ["b"]}]}"#,
            "{a!: String, b!: Int}"),
        SchemaCase(
            "its own keywords too",
            base + #", "X": {"allOf": [<Base>], "properties": {"b": {"type": "boolean"}}, "required": ["b"]}"#,
            "{a!: String, b!: Bool}"),
        SchemaCase(
            "a lone reference stays one",
            base + #", "X": {"description": "A use.", "allOf": [<Base>]}"#, "Base"),
        SchemaCase(
            "a lone reference beside type: object stays one",
            base + #", "X": {"type": "object", "allOf": [<Base>]}"#, "Base"),
        SchemaCase(
            "a lone reference may be null",
            base + #", "X": {"nullable": true, "allOf": [<Base>]}"#, "Base?"),
        SchemaCase(
            "values that both enumerations have",
            #""X": {"allOf": [{"type": "string", "enum": ["a", "b", "c"]}, {"type": "string", "enum": ["c", "b"]}]}"#,
            "enum(b|c)"),
        SchemaCase(
            "an enumeration beside a string",
            #""X": {"allOf": [{"type": "string"}, {"type": "string", "enum": ["a"]}]}"#, "enum(a)"),
        SchemaCase(
            "the narrower number", #""X": {"allOf": [{"type": "number"}, {"type": "integer", "format": "int32"}]}"#,
            "Int32"),
        SchemaCase(
            "the narrower string", #""X": {"allOf": [{"type": "string"}, {"type": "string", "format": "uuid"}]}"#,
            "UUID"),
        SchemaCase(
            "a property described twice",
            #""X": {"allOf": [{"properties": {"a": {"type": "string", "nullable": true}}}, {"properties": {"a": {"type": "string", "enum": ["x"]}}}]}"#,
            "{a: enum(x)}"),
        SchemaCase(
            "null only where both allow it",
            #""X": {"allOf": [{"properties": {"a": {"type": "string", "nullable": true}}}, {"properties": {"a": {"nullable": true}}}]}"#,
            "{a: String?}"),
        SchemaCase(
            "arrays by their elements",
            #""X": {"allOf": [{"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"enum": ["a"]}}]}"#,
            "[enum(a)]"),
        SchemaCase(
            "additional properties of one part",
            #""X": {"allOf": [{"properties": {"a": {"type": "string"}}}, {"additionalProperties": {"type": "integer"}}]}"#,
            "{a: String, other: Int}"),
        SchemaCase(
            "an inherited union once, on two ways",
            #""U": {"properties": {"a": {"type": "string"}}, "oneOf": [<P>, <Q>]}, "#
                + #""P": {"type": "object", "properties": {"p": {"type": "string"}}}, "Q": {"type": "object", "properties": {"q": {"type": "string"}}}, "#
                + #""L": {"allOf": [<U>, {"properties": {"l": {"type": "string"}}}]}, "#
                + #""R": {"allOf": [<U>, {"properties": {"r": {"type": "string"}}}]}, "#
                + #""X": {"allOf": [<L>, <R>]}"#,
            "{a: String, l: String, r: String, oneOf(P, Q)}"),
        SchemaCase(
            "the ways of two lists, in all combinations",
            #""X": {"allOf": [{"properties": {"a": {}, "b": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"properties": {"c": {}, "d": {}}, "anyOf": [{"required": ["c"]}, {"required": ["d"]}]}]}"#,
            "{a: any, b: any, c: any, d: any, some of a+c/a+d/b+c/b+d}"),
        SchemaCase(
            "an alias of an alias as a part",
            base + #", "A": <B>, "B": <Base>, "X": {"allOf": [<A>, {"properties": {"b": {"type": "string"}}}]}"#,
            "{a!: String, b: String}"),
        SchemaCase(
            "what contradicts is any value", #""X": {"allOf": [{"type": "string"}, {"type": "boolean"}]}"#, "any",
            ["warning: no value is both a string and a boolean, as `allOf` asks; it is read as any JSON value"]),
        SchemaCase(
            "a name that required adds", #""X": {"type": "object", "required": ["a"]}"#, "{a!: any}",
            ["warning: `required` names `a`, which `properties` does not describe; it is read as any JSON value"]),
    ]

    @Test(arguments: cases)
    func mergesParts(_ example: SchemaCase) throws {
        let resolved = try ResolvedAPI(schemas: example.schemas)
        #expect(try resolved.shape(of: "X") == example.shape)
        #expect(resolved.messages == example.messages)
    }

    static let subtypes: [SchemaCase] = [
        SchemaCase("the base is any of its subtypes", "", "oneOf by kind(Cat=Cat, Dog=Dog)"),
        SchemaCase(
            "by the values of the mapping",
            #", "mapping": {"c": "Cat", "hound": "\u0023/components/schemas/Dog", "d": "\u0023/components/schemas/Dog"}"#,
            "oneOf by kind(c=Cat, hound|d=Dog)"),
    ]

    @Test(arguments: subtypes)
    func makesUnionsOfSubtypes(_ example: SchemaCase) throws {
        let resolved = try ResolvedAPI(
            schemas: #"""
                "X": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
                      "discriminator": {"propertyName": "kind"\#(example.schemas)}},
                "Cat": {"allOf": [<X>, {"properties": {"lives": {"type": "integer"}}}]},
                "Dog": {"allOf": [<X>]},
                "Owner": {"type": "object", "properties": {"pet": <X>}}
                """#)
        #expect(try resolved.shape(of: "X") == example.shape)
        #expect(try resolved.shape(of: "Cat") == "{kind!: String, lives: Int}")
        #expect(try resolved.shape(of: "Dog") == "{kind!: String}")
        #expect(try resolved.shape(of: "Owner") == "{pet: X}")
        #expect(resolved.messages.isEmpty)
    }
}
