import SpecDiff
import SpecPipeline
import Testing

/// One API in OpenAPI 3.0 and in 3.1 compares by its meaning.
@Suite struct VersionTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        var rules: [String] = []
    }

    static let cases = [
        Case(
            testDescription: "null among the types", old: #"{"type": "string", "nullable": true}"#,
            new: #"{"type": ["string", "null"]}"#),
        Case(
            testDescription: "a nullable reference", old: #"{"allOf": [<Item>], "nullable": true}"#,
            new: #"{"oneOf": [<Item>, {"type": "null"}]}"#),
        Case(
            testDescription: "exclusive limits",
            old:
                #"{"type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 5, "exclusiveMaximum": false}"#,
            new: #"{"type": "number", "exclusiveMinimum": 0, "maximum": 5}"#),
        Case(
            testDescription: "a constant", old: #"{"type": "string", "enum": ["card"]}"#,
            new: #"{"type": "string", "const": "card"}"#),
        Case(
            testDescription: "examples", old: #"{"type": "string", "example": "a"}"#,
            new: #"{"type": "string", "examples": ["a"]}"#),
        Case(
            testDescription: "octets in Base64", old: #"{"type": "string", "format": "byte"}"#,
            new: #"{"type": "string", "contentEncoding": "base64"}"#),
        Case(
            testDescription: "keywords beside a reference", old: #"{"allOf": [<Item>], "required": ["a"]}"#,
            new: ##"{"$ref": "#/components/schemas/Item", "required": ["a"]}"##),
        Case(
            testDescription: "the order of types", old: #"{"type": "integer", "nullable": true}"#,
            new: #"{"type": ["null", "integer"]}"#),
        Case(
            testDescription: "null that came", old: #"{"type": "string"}"#, new: #"{"type": ["string", "null"]}"#,
            rules: ["response-property-became-nullable breaking"]),
        Case(
            testDescription: "another limit", old: #"{"type": "number", "minimum": 0, "exclusiveMinimum": true}"#,
            new: #"{"type": "number", "exclusiveMinimum": 1}"#,
            rules: ["response-property-exclusive-min-increased info"]),
        Case(
            testDescription: "another value", old: #"{"type": "string", "enum": ["card"]}"#,
            new: #"{"type": "string", "const": "bank"}"#,
            rules: ["response-property-enum-value-added info", "response-property-enum-value-removed info"]),
        Case(
            testDescription: "a nullable choice", old: #"{"oneOf": [<Item>, {"type": "string"}], "nullable": true}"#,
            new: #"{"oneOf": [<Item>, {"type": "string"}, {"type": "null"}]}"#),
        Case(
            testDescription: "null beside a reference",
            old: ##"{"$ref": "#/components/schemas/Item", "nullable": true}"##,
            new: #"{"anyOf": [<Item>, {"type": "null"}]}"#),
    ]

    @Test(arguments: cases)
    func comparesByMeaning(_ example: Case) {
        let changes = APIComparison.of(Self.side("3.0.3", example.old), Self.side("3.1.0", example.new))
        #expect(changes.wireRules == example.rules)
        #expect(changes.prose.isEmpty)
    }

    /// The same, in the other direction.
    @Test(arguments: cases.filter(\.rules.isEmpty))
    func comparesByMeaningBackwards(_ example: Case) {
        let changes = APIComparison.of(Self.side("3.1.0", example.new), Self.side("3.0.3", example.old))
        #expect(changes.wireRules == [])
    }

    @Test func comparesOctets() {
        let old = Self.document("3.0.3", #"{"application/pdf": {"schema": {"type": "string", "format": "binary"}}}"#)
        let new = Self.document("3.1.0", #"{"application/pdf": {}}"#)
        #expect(APIComparison.of(old, new).wireRules == [])
    }

    /// Keywords beside `$ref` count in 3.1.
    @Test func comparesKeywordsBesideReferences() {
        let old = Self.side("3.1.0", ##"{"$ref": "#/components/schemas/Item", "maxProperties": 3}"##)
        let new = Self.side("3.1.0", ##"{"$ref": "#/components/schemas/Item", "maxProperties": 2}"##)
        #expect(APIComparison.of(old, new).wireRules == ["response-property-max-properties-decreased info"])
    }

    private static func side(_ version: String, _ schema: String) -> ClientReading {
        let written = schema.replacing(/<(\w+)>/) { ##"{"$ref": "#/components/schemas/\##($0.1)"}"## }
        return document(
            version,
            #"{"application/json": {"schema": {"type": "object", "properties": {"x": \#(written)}}}}"#)
    }

    private static func document(_ version: String, _ content: String) -> ClientReading {
        .document(
            #"""
            {"openapi": "\#(version)", "info": {"title": "T", "version": "1"}, "paths": {
              "/x": {"get": {"responses": {"200": {"description": "Done", "content": \#(content)}}}}},
             "components": {"schemas": {"Item": {"type": "object", "properties": {"a": {"type": "string"}}}}}}
            """#)
    }
}
