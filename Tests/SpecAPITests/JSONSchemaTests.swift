import SpecAPI
import Testing

/// Keywords of JSON Schema 2020-12 that OpenAPI has since 3.1; the twins of 3.0 are in ClientGeneratorTests.
@Suite struct JSONSchemaTests {
    static let cases: [SchemaCase] = [
        SchemaCase(
            "several types with an enumeration are its values",
            #""X": {"type": ["string", "integer"], "enum": ["a", 1]}"#, "any"),
        SchemaCase(
            "each type has the keywords of its own",
            #""X": {"type": ["object", "string"], "properties": {"a": {"type": "integer"}}, "format": "date"}"#,
            "anyOf({a: Int}, CalendarDate)"),
        SchemaCase(
            "alternatives decide where several types are listed",
            #""X": {"type": ["string", "integer"], "oneOf": [{"type": "string"}, {"type": "integer"}]}"#,
            "oneOf(String, Int)"),
        SchemaCase("null alone", #""X": {"type": "null"}"#, "any?"),
        SchemaCase(
            "null among alternatives of a type that excludes it",
            #""X": {"type": "object", "anyOf": [{"type": "object", "properties": {"a": {"type": "string"}}}, "#
                + #"{"type": "null"}]}"#, "{a: String}"),
        SchemaCase(
            "a tuple of several types", #""X": {"prefixItems": [{"type": "string"}, {"type": "integer"}]}"#,
            "[anyOf(String, Int)]",
            [
                "warning: the positions of `prefixItems` are not followed: each element is one of their values"
            ]),
        SchemaCase(
            "a tuple that may go on", #""X": {"prefixItems": [{"type": "string"}]}"#, "[any]",
            [
                "warning: further elements may be anything, so that each element is read as any JSON value; "
                    + "`items: false` forbids them"
            ]),
        SchemaCase(
            "a tuple that goes on with a type",
            #""X": {"prefixItems": [{"type": "string"}], "items": {"type": "string"}}"#, "[String]"),
        SchemaCase(
            "a tuple with an end", #""X": {"prefixItems": [{"type": "string"}], "maxItems": 1}"#, "[String]"),
        SchemaCase(
            "names by a pattern", #""X": {"patternProperties": {"^a": {"type": "string"}}}"#, "{other: String}",
            [
                "warning: the patterns of `patternProperties` are not followed: a member of any name is read by the "
                    + "schema of the pattern"
            ]),
        SchemaCase(
            "names by several patterns",
            #""X": {"patternProperties": {"^a": {"type": "string"}, "^b": {"type": "integer"}}}"#, "{other: any}",
            [
                "warning: the patterns of `patternProperties` are not followed: a member of any name is read as any "
                    + "JSON value"
            ]),
        SchemaCase(
            "members that no part describes",
            #""X": {"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": {"type": "integer"}}"#,
            "{a: String, other: Int}"),
        SchemaCase(
            "a property that is false", #""X": {"properties": {"a": false, "b": true}}"#, "{a: any, b: any}",
            [
                "warning: `a` in `properties` of the Schema Object is `false`, which allows no value; it is read as any "
                    + "JSON value"
            ]),
        SchemaCase(
            "octets of a file", #""X": {"contentMediaType": "application/octet-stream"}"#, "Binary"),
        SchemaCase(
            "a text of another encoding", #""X": {"type": "string", "contentEncoding": "base64url"}"#, "String",
            [
                "warning: the encoding `base64url` is not followed: the value is a text; `base64` is followed"
            ]),
        SchemaCase(
            "a text of a media type", #""X": {"type": "string", "contentMediaType": "application/json"}"#, "String"),
        SchemaCase(
            "a word of 3.0", #""X": {"type": "string", "nullable": true}"#, "String?",
            [
                "warning: `nullable` of the Schema Object is a field of OpenAPI 3.0, and this document is 3.1; it is "
                    + "followed all the same"
            ]),
        SchemaCase(
            "a limit of 3.0", #""X": {"type": "number", "minimum": 1, "exclusiveMinimum": true}"#, "Decimal",
            [
                "warning: `exclusiveMinimum` is a boolean, as in OpenAPI 3.0; 3.1 has a number instead of `minimum`"
            ]),
        SchemaCase(
            "a constant that is not among the values", #""X": {"const": "a", "enum": ["b"]}"#, "enum(a)",
            ["warning: `const` is not one of the values of `enum`"]),
        SchemaCase(
            "a dynamic reference with several targets",
            ##""X": {"properties": {"a": {"$dynamicRef": "#n"}}}, "##
                + #""A": {"$dynamicAnchor": "n", "type": "string"}, "B": {"$dynamicAnchor": "n", "type": "string"}"#,
            "{a: any}",
            ["error: the `$dynamicRef` `#n` has no target, or several; refer to one schema with `$ref`"]),
        SchemaCase(
            "an anchor that no schema has", ##""X": {"properties": {"a": {"$ref": "#n"}}}"##, "{a: any}",
            ["error: `#n` is not a JSON pointer; a reference looks like `#/components/schemas/Name`"]),
        SchemaCase(
            "a specialisation by a reference beside properties",
            #""X": {"type": "object", "properties": {"k": {"type": "string"}}, "#
                + #""discriminator": {"propertyName": "k"}}, "#
                + ##""Y": {"$ref": "#/components/schemas/X", "properties": {"y": {"type": "integer"}}}"##,
            "oneOf by k(Y=Y)"),
    ]

    @Test(arguments: cases)
    func resolves(_ example: SchemaCase) throws {
        let resolved = try ResolvedAPI(schemas: example.schemas, version: "3.1.0")
        #expect(try resolved.shape(of: "X") == example.shape)
        #expect(resolved.messages == example.messages)
    }

    /// Webhooks have no operations; path items of components have some.
    @Test func findsOperationsOfPathItemsAlone() throws {
        let item = #"{"get": {"operationId": "getX"}}"#
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                paths: ##"{"/x": {"$ref": "#/components/pathItems/X"}}"##,
                components: #"{"pathItems": {"X": \#(item), "Unused": \#(item)}}"#,
                more: #""webhooks": {"paid": \#(item)}, "#, version: "3.1.0")
        ])
        #expect(resolved.api.operations.map(\.path) == ["/x"])
        #expect(
            resolved.messages == [
                "warning: the webhook `paid` is left out: nothing is generated for webhooks but the types of "
                    + "their contents"
            ])
    }

    @Test func namesTheContentsOfWebhooks() throws {
        let content = { (schema: String) in
            #"{"post": {"requestBody": {"content": {"application/json": {"schema": \#(schema)}}}}}"#
        }
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                components: #"""
                    {"schemas": {"Paid": {"type": "object"}, "paid webhook": {"type": "string"}},
                     "pathItems": {"Refund": \#(content(#"{"type": "array", "items": {"type": "integer"}}"#))}}
                    """#,
                more: ##"""
                    "webhooks": {
                     "paid": \##(content(#"{"type": "object", "properties": {"id": {"type": "string"}}}"#)),
                     "again": \##(content(##"{"$ref": "#/components/schemas/Paid"}"##)),
                     "refund": {"$ref": "#/components/pathItems/Refund"}},
                    """##, version: "3.1.0")
        ])
        #expect(resolved.api.schemas.map(\.name) == ["Paid", "paid webhook", "paid webhook 2", "refund webhook"])
        #expect(try resolved.shape(of: "paid webhook 2") == "{id: String}")
        #expect(try resolved.shape(of: "refund webhook") == "[Int]")
        #expect(resolved.messages.count { $0.hasPrefix("warning: the webhook") } == 3)
    }

    /// A part of a form without a type is a file (OpenAPI 3.1.1, §4.8.15.1).
    @Test(arguments: [("3.0.3", "{a: any, b: any, c: [any]}"), ("3.1.1", "{a: Binary, b: any, c: [Binary]}")])
    func readsUntypedParts(_ version: String, _ shape: String) throws {
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                paths: #"""
                    {"/x": {"post": {"responses": {"204": {"description": "Done"}}, "requestBody": {"content": {
                     "multipart/form-data": {
                      "schema": {"type": "object", "properties": {"a": {}, "b": {}, "c": {"type": "array", "items": {}}}},
                      "encoding": {"b": {"contentType": "application/json"}}}}}}}}
                    """#, version: version)
        ])
        #expect(resolved.messages == [])
        #expect(resolved.api.operations.first?.body?.content.first?.schema?.text == shape)
    }
}
