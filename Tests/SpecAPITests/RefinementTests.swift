import SpecAPI
import SpecTree
import Testing

/// A property that `allOf` describes twice keeps the keywords of both descriptions, however it is refined.
@Suite struct RefinementTests {
    /// Two descriptions of one property, written into a schema `X`.
    struct Way: CustomTestStringConvertible {
        let testDescription: String
        /// Component schemas; `<1>` and `<2>` are the descriptions.
        let schemas: String
    }

    private static func property(_ number: Int) -> String { #"{"properties": {"p": <\#(number)>}}"# }

    static let ways: [Way] = [
        Way(testDescription: "two inline parts", schemas: #""X": {"allOf": [\#(property(1)), \#(property(2))]}"#),
        Way(testDescription: "the other order", schemas: #""X": {"allOf": [\#(property(2)), \#(property(1))]}"#),
        Way(
            testDescription: "a reference and an inline part",
            schemas: #""Base": \#(property(1)), "X": {"allOf": [<Base>, \#(property(2))]}"#),
        Way(
            testDescription: "an inline part and a reference",
            schemas: #""Base": \#(property(1)), "X": {"allOf": [\#(property(2)), <Base>]}"#),
        Way(
            testDescription: "siblings of allOf",
            schemas: #""X": {"allOf": [\#(property(1))], "properties": {"p": <2>}}"#),
        Way(
            testDescription: "siblings of a reference",
            schemas: #""Base": \#(property(1)), "X": {"allOf": [<Base>], "properties": {"p": <2>}}"#),
        Way(
            testDescription: "nested allOf",
            schemas: #""X": {"allOf": [{"allOf": [\#(property(1)), {"properties": {"q": {}}}]}, \#(property(2))]}"#),
        Way(
            testDescription: "three parts",
            schemas:
                #""X": {"allOf": [\#(property(1)), {"properties": {"p": {"type": "string", "nullable": true}}}, \#(property(2))]}"#
        ),
        Way(
            testDescription: "a part without a type",
            schemas: #""X": {"allOf": [\#(property(1)), {"properties": {"p": {}}}, \#(property(2))]}"#),
        Way(
            testDescription: "an alias of a base",
            schemas: #""Base": \#(property(1)), "Alias": <Base>, "X": {"allOf": [<Alias>, \#(property(2))]}"#),
        Way(
            testDescription: "a property that refers to a schema",
            schemas: #""P": <1>, "X": {"allOf": [{"properties": {"p": <P>}}, \#(property(2))]}"#),
        Way(
            testDescription: "a property that refers to a schema in the second part",
            schemas: #""P": <1>, "X": {"allOf": [\#(property(2)), {"properties": {"p": <P>}}]}"#),
        Way(
            testDescription: "two references to different schemas",
            schemas: #""P": <1>, "Q": <2>, "X": {"allOf": [{"properties": {"p": <P>}}, {"properties": {"p": <Q>}}]}"#),
        Way(
            testDescription: "elements of arrays",
            schemas:
                #""X": {"allOf": [{"properties": {"p": {"type": "array", "items": <1>}}}, {"properties": {"p": {"type": "array", "items": <2>}}}]}"#
        ),
        Way(
            testDescription: "additional properties",
            schemas: #""X": {"allOf": [{"additionalProperties": <1>}, {"additionalProperties": <2>}]}"#),
    ]

    /// Keywords of the first description, of the second, and the result, in either order.
    static let annotations: [(first: String, second: String, expected: String)] = [
        (#", "readOnly": true"#, "", "String readOnly"), (#", "writeOnly": true"#, "", "String writeOnly"),
        (#", "deprecated": true"#, "", "String deprecated"), (#", "x-kurus-sensitive": true"#, "", "String sensitive"),
        (#", "description": "D.""#, "", "String ‘D.’"), (#", "title": "T""#, "", "String title T"),
        (#", "default": "d""#, "", "String default d"), (#", "nullable": true"#, "", "String"),
        (#", "nullable": true"#, #", "nullable": true"#, "String?"), (#", "format": "iban""#, "", "String format iban"),
        (#", "format": "password""#, "", "Password format password"), (#", "format": "uuid""#, "", "UUID format uuid"),
        (#", "minLength": 2"#, #", "minLength": 5"#, "String minLength 5"),
        (#", "minLength": 5"#, #", "maxLength": 9"#, "String minLength 5 maxLength 9"),
        (#", "maxLength": 5"#, #", "maxLength": 9"#, "String maxLength 5"),
        (#", "pattern": "a""#, "", "String pattern a"), (#", "enum": ["a", "b"]"#, "", "enum(a|b)"),
        (#", "enum": ["a", "b"], "x-kurus-deprecated": ["a"]"#, #", "enum": ["b", "a"]"#, "enum(a~|b)"),
        (#", "enum": ["a", "b"]"#, #", "enum": ["b", "c"]"#, "enum(b)"),
        (#", "enum": ["a"]"#, #", "format": "password""#, "enum(a) sensitive format password"),
        (#", "format": "uuid""#, #", "format": "password""#, "any sensitive"),
        (
            #", "readOnly": true, "deprecated": true"#, #", "x-kurus-sensitive": true"#,
            "String readOnly deprecated sensitive"
        ),
        (#", "xml": {"name": "n"}, "example": "e", "externalDocs": {"url": "https://e.example"}"#, "", "String"),
    ]

    @Test(arguments: ways, annotations)
    func keepsAnnotations(_ way: Way, _ annotation: (first: String, second: String, expected: String)) throws {
        let first = #"{"type": "string"\#(annotation.first)}"#
        let second = #"{"type": "string"\#(annotation.second)}"#
        for (one, two) in [(first, second), (second, first)] {
            let schemas = way.schemas.replacing("<1>", with: one).replacing("<2>", with: two)
            let resolved = try ResolvedAPI(schemas: schemas)
            let schema = try #require(resolved.refined)
            #expect(schema.summary(withFormat: annotation.expected.contains(" format ")) == annotation.expected)
        }
    }

    static let numbers: [(first: String, second: String, expected: [String?])] = [
        (#""minimum": 3"#, #""minimum": 10.0"#, ["10.0", nil, nil, nil]),
        (#""maximum": 3, "minimum": 1"#, #""maximum": 10"#, ["1", "3", nil, nil]),
        (#""maximum": 3"#, #""maximum": 10, "exclusiveMaximum": true"#, [nil, "3", nil, "10"]),
        (
            #""minimum": 1e2, "exclusiveMinimum": true"#, #""minimum": 99, "exclusiveMinimum": true"#,
            [nil, nil, "1e2", nil]
        ),
    ]

    @Test(arguments: numbers)
    func takesTheNarrowerBound(_ first: String, _ second: String, _ expected: [String?]) throws {
        for (one, two) in [(first, second), (second, first)] {
            let part = { #"{"properties": {"p": {"type": "number", \#($0 as String)}}}"# }
            let resolved = try ResolvedAPI(schemas: #""X": {"allOf": [\#(part(one)), \#(part(two))]}"#)
            let limits = try #require(resolved.refined).constraints
            let bounds = [limits.minimum, limits.maximum, limits.exclusiveMinimum, limits.exclusiveMaximum]
            #expect(bounds == expected)
        }
    }

    @Test func keepsEveryPatternAndFactor() throws {
        let resolved = try ResolvedAPI(
            schemas: #"""
                "X": {"allOf": [{"properties": {"p": {"type": "integer", "multipleOf": 2, "pattern": "a"}}},
                                {"properties": {"p": {"type": "integer", "multipleOf": 3, "pattern": "b"}}}]}
                """#)
        let limits = try #require(resolved.refined).constraints
        #expect(limits.factors == ["2", "3"] && limits.patterns == ["a", "b"])
    }

    /// `nullable`, and parts without a type.
    static let nulls: [SchemaCase] = [
        SchemaCase(
            "a refinement without a type",
            #""X": {"allOf": [{"properties": {"p": {"type": "string", "nullable": true}}}, {"properties": {"p": {"description": "D."}}}]}"#,
            "{p: String?}"),
        SchemaCase(
            "a nullable part beside prose",
            #""X": {"allOf": [{"type": "string", "nullable": true}, {"description": "D."}]}"#,
            "String?"),
        SchemaCase(
            "a nullable part beside one that is not",
            #""X": {"allOf": [{"type": "string", "nullable": true}, {"type": "string"}]}"#, "String"),
        SchemaCase(
            "nullable beside allOf", #""X": {"nullable": true, "allOf": [{"type": "string"}, {"maxLength": 3}]}"#,
            "String?"),
        SchemaCase(
            "a type beside a nullable part",
            #""X": {"type": "string", "allOf": [{"type": "string", "nullable": true}]}"#,
            "String"),
        SchemaCase(
            "a reference to a nullable schema",
            #""N": {"type": "string", "nullable": true}, "X": {"allOf": [{"properties": {"p": <N>}}, {"properties": {"p": {"nullable": true, "type": "string", "maxLength": 3}}}]}"#,
            "{p: String?}"),
    ]

    @Test(arguments: nulls)
    func readsNullWhereAllPartsAllowIt(_ example: SchemaCase) throws {
        #expect(try ResolvedAPI(schemas: example.schemas).shape(of: "X") == example.shape)
    }

    /// A secret stays one where its type is lost, or its schema is one of several.
    @Test(arguments: [
        #"{"allOf": [{"type": "string", "x-kurus-sensitive": true}, {"type": "boolean"}]}"#,
        #"{"allOf": [{"type": "boolean"}, {"type": "string", "x-kurus-sensitive": true}]}"#,
        #"{"allOf": [{"type": "boolean"}, {"type": "object", "properties": {"s": {"type": "string", "x-kurus-sensitive": true}}}]}"#,
        #"{"allOf": [<S>, {"type": "boolean"}]}"#, #"{"allOf": [{"type": "boolean"}, {"properties": {"s": <S>}}]}"#,
        #"{"anyOf": [{"type": "string", "x-kurus-sensitive": true}]}"#,
        #"{"anyOf": [{"type": "string"}, {"type": "string", "x-kurus-sensitive": true}]}"#,
        #"{"anyOf": [{"enum": ["a"]}, {"type": "string", "x-kurus-sensitive": true}]}"#,
        #"{"anyOf": [{}, {"type": "string", "x-kurus-sensitive": true}]}"#,
        #"{"type": "string", "anyOf": [{"maxLength": 3, "x-kurus-sensitive": true}]}"#,
    ])
    func keepsSecrets(_ schema: String) throws {
        let resolved = try ResolvedAPI(
            schemas: #""S": {"type": "string", "x-kurus-sensitive": true}, "X": \#(schema)"#)
        #expect(try #require(resolved.api.schema(named: "X")).sensitive)
    }

    /// The fault that led to this suite: a caller had to give an id that only responses carry.
    @Test func doesNotAskCallersForWhatIsReadOnly() throws {
        let ok = #""responses": {"200": {"description": "OK"}}"#
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                paths:
                    ##"{"/a": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}}, \##(ok)}}}"##,
                components: #"""
                    {"schemas": {"X": {"required": ["id"], "allOf": [
                        {"properties": {"id": {"type": "string", "readOnly": true}}},
                        {"properties": {"id": {"type": "string", "maxLength": 9}}}]}}}
                    """#)
        ])
        #expect(try resolved.shape(of: "X") == "{id: String}")
    }
}

extension ResolvedAPI {
    /// The property `p` of `X`, its elements, or the other values of `X`.
    fileprivate var refined: APISchema? {
        guard case .object(let object)? = api.schema(named: "X")?.shape else { return nil }
        if case .schema(let values) = object.additional { return values }
        guard let property = object.properties.first(where: { $0.name == "p" })?.schema else { return nil }
        if case .array(let element) = property.shape { return element }
        return property
    }
}

extension APISchema {
    /// Returns the type, then all its annotations.
    fileprivate func summary(withFormat: Bool) -> String {
        var words = [text]
        if case .enumeration(let values) = shape {
            let texts = values.values.map { $0.text + ($0.deprecated ? "~" : "") }
            words = ["enum(" + texts.sorted().joined(separator: "|") + ")"]
        }
        if readOnly { words.append("readOnly") }
        if writeOnly { words.append("writeOnly") }
        if deprecated { words.append("deprecated") }
        if sensitive { words.append("sensitive") }
        if let description { words.append("‘\(description)’") }
        if let title { words.append("title \(title)") }
        if let defaultValue { words.append("default \(defaultValue.string ?? "")") }
        if withFormat, let format = constraints.format { words.append("format \(format)") }
        if let length = constraints.minLength { words.append("minLength \(length)") }
        if let length = constraints.maxLength { words.append("maxLength \(length)") }
        words += constraints.patterns.map { "pattern \($0)" }
        return words.joined(separator: " ")
    }
}
