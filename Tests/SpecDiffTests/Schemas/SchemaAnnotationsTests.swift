import Testing
@testable import SpecDiff

/// Annotations, and fields without a rule.
@Suite struct SchemaAnnotationsTests {
    static let cases = [
        SchemaCase(
            "deprecation", .requestProperty, #"{}"#,
            #"{"deprecated":true}"#,
            ["request-property-deprecated info"],
            back: ["request-property-reactivated info"]),
        SchemaCase(
            "deprecation of the schema of a parameter", .requestParameter, #"{}"#,
            #"{"deprecated":true}"#,
            ["request-parameter-schema-deprecated info"],
            back: ["request-parameter-schema-reactivated info"]),
        SchemaCase(
            "deprecation spelled out", .requestProperty, #"{}"#,
            #"{"deprecated":false}"#,
            []),
        SchemaCase(
            "read only", .requestProperty, #"{}"#,
            #"{"readOnly":true}"#,
            ["request-property-became-read-only info"],
            back: ["request-property-became-not-read-only info"]),
        SchemaCase(
            "read only in the properties of an object", .responseBody,
            #"{"properties":{"a":{},"b":{}},"required":["b"]}"#,
            #"{"properties":{"a":{"readOnly":true},"b":{"readOnly":true}},"required":["b"]}"#,
            ["response-optional-property-became-read-only info", "response-required-property-became-read-only info"],
            back: [
                "response-optional-property-became-not-read-only info",
                "response-required-property-became-not-read-only info",
            ]),
        SchemaCase(
            "write only", .requestBody, #"{}"#,
            #"{"writeOnly":true}"#,
            ["request-body-became-write-only info"],
            back: ["request-body-became-not-write-only info"]),
        SchemaCase(
            "a mask", .responseProperty, #"{}"#,
            #"{"x-kurus-sensitive":true}"#,
            ["response-property-became-sensitive none"],
            back: ["response-property-became-not-sensitive none"]),
        SchemaCase(
            "a word that OpenAPI does not know", .responseProperty, #"{"x-a":{"b":[1,2]}}"#,
            #"{"x-a":{"b":[1,3]}}"#,
            ["document-field-changed info"]),
        SchemaCase(
            "xml", .responseProperty, #"{"xml":{"name":"a"}}"#,
            #"{"xml":{"name":"a","wrapped":true}}"#,
            ["document-field-added info"],
            back: ["document-field-removed info"]),
        SchemaCase(
            "a flag that is none", .requestProperty, #"{"deprecated":true}"#,
            #"{"deprecated":"yes"}"#,
            ["document-field-changed info"]),
        SchemaCase(
            "prose", .responseBody, #"{"title":"a","description":"b"}"#,
            #"{"title":"c","example":1}"#,
            []),
    ]

    @Test(arguments: cases)
    func judgesBothDirections(_ example: SchemaCase) throws {
        try example.expect()
    }
}
