import KurusReference
import Testing

@testable import kurus

/// `kurus generate` writes the types that `kurus help types` lists.
@Suite struct TypeMappingTests {
    /// A schema of a component named `Sample`, or an operation, and what is written for it.
    struct Sample: CustomTestStringConvertible {
        /// The row's first cell.
        let row: String
        var schema = #"{"type": "object", "properties": {"a": {"type": "string"}}}"#
        /// Further members of `components.schemas`.
        var schemas = ""
        var responses = #""200": {"description": "OK", "content": \#(content)}"#
        var operation = ""
        var version = "3.0.3"
        /// Further members of the document.
        var more = ""
        let written: [String]

        static let content = ##"{"application/json": {"schema": {"$ref": "#/components/schemas/Sample"}}}"##

        var testDescription: String { row }

        var document: String {
            """
            {"openapi": "\(version)", "info": {"title": "T", "version": "1"}, \(more)"paths": {"/a": {"get": {\(operation)
            "operationId": "read", "responses": {\(responses)}}}}, "components": {"schemas": {
            "Sample": \(schema)\(schemas.isEmpty ? "" : ", " + schemas)}}}
            """
        }
    }

    @Test(arguments: samples)
    func writesWhatTheTablePromises(_ sample: Sample) async throws {
        let folder = try TestFolder(["a.json": sample.document])
        let outcome = await folder.kurus("generate", "a.json", "--module", "SampleAPI", "--output", "out")
        #expect(outcome.status == 0, "\(outcome)")
        let text = folder.allFiles().filter { $0.hasPrefix("out/") }.compactMap(folder.text).joined()
        for written in sample.written { #expect(text.contains(written), "\(written)\n\(text)") }
    }

    @Test func hasASampleForEveryRow() throws {
        let page = try #require(ReferencePage.all.first { $0.topic == "types" })
        #expect(page.tables.flatMap(\.rows).compactMap(\.first) == Self.samples.map(\.row))
    }

    private static func properties(_ members: String, required: String = "") -> String {
        #"{"type": "object", "required": [\#(required)], "properties": {\#(members)}}"#
    }

    static let samples = objects + scalars + compositions + operations + later

    /// Constructs that OpenAPI has since 3.1.
    private static let later = [
        Sample(
            row: "`type` with several words", schema: properties(#""a": {"type": ["string", "integer", "null"]}"#),
            version: "3.1.0",
            written: ["var a: Nullable<A>", "case string(String)", "case integer(Int)", "case unrecognized(JSONValue)"]),
        Sample(
            row: "`const`", schema: properties(#""a": {"const": "card"}"#), version: "3.1.0",
            written: ["enum A: OpenEnum", "case card\n", "case unrecognized(String)"]),
        Sample(
            row: "`contentEncoding`, `contentMediaType`",
            schema: properties(#""a": {"type": "string", "contentEncoding": "base64"}"#), version: "3.1.0",
            written: ["var a: Data?"]),
        Sample(
            row: "`prefixItems`",
            schema: properties(
                #""a": {"prefixItems": [{"type": "number"}, {"type": "number"}], "items": false}, "#
                    + #""b": {"prefixItems": [{"type": "string"}, {"type": "integer"}]}"#), version: "3.1.0",
            written: ["var a: [Decimal]?", "var b: [BElement]?"]),
        Sample(
            row: "`patternProperties`", schema: #"{"patternProperties": {"^x": {"type": "integer"}}}"#,
            version: "3.1.0", written: ["typealias Sample = [String: Int]"]),
        Sample(
            row: "keywords beside `$ref`",
            schema: ##"{"$ref": "#/components/schemas/Base", "properties": {"b": {"type": "string"}}}"##,
            schemas: ##""Base": \##(properties(#""a": {"type": "string"}"#))"##, version: "3.1.0",
            written: ["struct Sample: JSONModel", "var a: String?", "var b: String?"]),
        Sample(
            row: "webhooks", version: "3.1.0",
            more: #""webhooks": {"paid": {"post": {"requestBody": {"content": {"application/json": {"schema": "#
                + properties(#""a": {"type": "string"}"#) + "}}}}}}, ",
            written: ["struct PaidWebhook: JSONModel"]),
    ]

    private static let objects = [
        Sample(row: "`type: object` with properties", written: ["public struct Sample: JSONModel"]),
        Sample(
            row: "required · required and nullable · optional · optional and nullable",
            schema: properties(
                #""a": {"type": "string"}, "b": {"type": "string", "nullable": true}, "c": {"type": "string"}, "#
                    + #""d": {"type": "string", "nullable": true}"#, required: #""a", "b""#),
            written: ["var a: String\n", "var b: String?\n", "var c: String?\n", "var d: Nullable<String>"]),
        Sample(
            row: "`additionalProperties`",
            schema: #"{"type": "object", "properties": {"a": {"type": "string"}}, "#
                + #""additionalProperties": {"type": "integer"}}"#,
            written: ["var additionalProperties: [String: Int]"]),
        Sample(row: "no type at all", schema: properties(#""a": {}"#), written: ["var a: JSONValue?"]),
    ]

    private static let scalars = [
        Sample(
            row: "`integer`, `int32`, `int64`",
            schema: properties(
                #""a": {"type": "integer"}, "b": {"type": "integer", "format": "int32"}, "#
                    + #""c": {"type": "integer", "format": "int64"}"#),
            written: ["var a: Int?", "var b: Int32?", "var c: Int64?"]),
        Sample(
            row: "`number`, `decimal`, `format: decimal`",
            schema: properties(
                #""a": {"type": "number"}, "b": {"type": "decimal"}, "c": {"type": "string", "format": "decimal"}"#),
            written: ["var a: Decimal?", "var b: Decimal?", "var c: Decimal?", "DecimalText"]),
        Sample(
            row: "`float`, `double`",
            schema: properties(
                #""a": {"type": "number", "format": "float"}, "b": {"type": "number", "format": "double"}"#),
            written: ["var a: Float?", "var b: Double?"]),
        Sample(
            row: "`date-time`, `date`",
            schema: properties(
                #""a": {"type": "string", "format": "date-time"}, "b": {"type": "string", "format": "date"}"#),
            written: ["var a: DateTime?", "var b: CalendarDate?"]),
        Sample(
            row: "`uuid`, `uri`, `byte`, `binary`",
            schema: properties(
                #""a": {"type": "string", "format": "uuid"}, "b": {"type": "string", "format": "uri"}, "#
                    + #""c": {"type": "string", "format": "byte"}"#),
            operation: #""requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "#
                + #""properties": {"f": {"type": "string", "format": "binary"}}}}}},"#,
            written: ["var a: UUID?", "var b: URL?", "var c: Data?", "var f: FilePart?"]),
        Sample(
            row: "`password`, `x-kurus-sensitive`",
            schema: properties(
                #""a": {"type": "string", "format": "password"}, "#
                    + #""b": {"type": "string", "x-kurus-sensitive": true}"#),
            written: ["var a: String?", "var b: String?", ".sensitive"]),
        Sample(
            row: "`enum` of strings or integers",
            schema: properties(#""a": {"type": "string", "enum": ["X"]}, "b": {"type": "integer", "enum": [1]}"#),
            written: ["case x", "case unrecognized(String)", "case unrecognized(Int)"]),
    ]

    private static let cat = #""Cat": {"type": "object", "properties": {"c": {"type": "string"}}}"#
    private static let dog = #""Dog": {"type": "object", "properties": {"d": {"type": "string"}}}"#
    private static let either =
        ##""oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]"##

    private static let compositions = [
        Sample(
            row: "`allOf`",
            schema: ##"{"allOf": [{"$ref": "#/components/schemas/Cat"}, \##(properties(#""a": {}"#))]}"##,
            schemas: cat, written: ["struct Sample: JSONModel", "var a: JSONValue?", "var c: String?"]),
        Sample(
            row: "`oneOf`, `anyOf`", schema: "{\(either)}", schemas: "\(cat), \(dog)",
            written: ["enum Sample: JSONModel", "case cat(Cat)", "case dog(Dog)", "case unrecognized("]),
        Sample(
            row: "a discriminator without a `mapping`",
            schema: #"{\#(either), "discriminator": {"propertyName": "kind"}}"#,
            schemas: ["Cat", "Dog"].map { name in
                #""\#(name)": {"type": "object", "properties": {"kind": {"type": "string", "enum": ["a \#(name)"]}}}"#
            }.joined(separator: ", "),
            written: [#"case "a Cat": self = .cat("#, #"case "a Dog": self = .dog("#]),
        Sample(
            row: "the same beside `properties`",
            schema: #"{"type": "object", "properties": {"a": {"type": "string"}}, \#(either)}"#,
            schemas: "\(cat), \(dog)",
            written: ["struct Sample: JSONModel", "var a: String?", "case cat(Cat)"]),
        Sample(
            row: "`anyOf` or `oneOf` of `required` lists",
            schema: #"{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "#
                + #""anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
            written: ["init(a: String, b: String? = nil)", "init(b: String)"]),
        Sample(
            row: "a discriminator inherited through `allOf`",
            schema: ##"{"type": "object", "properties": {"pet": {"$ref": "#/components/schemas/Pet"}}}"##,
            schemas: ##""Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}, "##
                + ##""discriminator": {"propertyName": "kind"}}, "Lion": {"allOf": [{"$ref": "##
                + ##""#/components/schemas/Pet"}, {"type": "object", "properties": {"c": {"type": "string"}}}]}"##,
            written: ["case lion(Lion)"]),
    ]

    private static let operations = [
        Sample(
            row: "one documented success",
            written: ["func read() async throws(APIError) -> Sample"]),
        Sample(
            row: "other documented answers",
            responses: #""200": {"description": "OK"}, "400": {"description": "No", "content": \#(Sample.content)}"#,
            written: ["enum Failure", "case badRequest(Sample)"]),
        Sample(
            row: "content of 204, 205, 304, 1XX or an answer to HEAD",
            responses: #""204": {"description": "None", "content": \#(Sample.content)}"#,
            written: ["func read() async throws(APIError)\n"]),
        Sample(
            row: "`readOnly` and `writeOnly` where requests and responses share a schema",
            schema: properties(
                #""a": {"type": "string", "readOnly": true}, "b": {"type": "string", "writeOnly": true}"#,
                required: #""a", "b""#),
            operation: #""requestBody": {"content": \#(Sample.content)},"#,
            written: [
                "var a: String?", "init(b: String)", "init(a: String)", "readOnlyMember(\"a\"", "writeOnlyMember(\"b\"",
            ]),
        Sample(
            row: "`multipart/*` of an object",
            responses: #""200": {"description": "OK", "content": {"multipart/mixed": {"schema": {"$ref": "#
                + ##""#/components/schemas/Sample"}}}}"##,
            written: ["struct Response: MultipartModel", "var a: String?"]),
        Sample(
            row: "`deprecated`", schema: properties(#""a": {"type": "string", "deprecated": true}"#),
            operation: #""deprecated": true,"#, written: ["@available(*, deprecated", "Deprecated"]),
    ]
}
