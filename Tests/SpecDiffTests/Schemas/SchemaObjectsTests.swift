import Testing
@testable import SpecDiff

/// Properties, elements and what has to be there.
@Suite struct SchemaObjectsTests {
    static let cases = [
        SchemaCase(
            "an optional property", .requestBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{}}}"##,
            ["new-optional-request-property info"],
            back: ["request-property-removed warning"]),
        SchemaCase(
            "an optional property of an answer", .responseProperty, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{}}}"##,
            ["response-optional-property-added info"],
            back: ["response-optional-property-removed warning"]),
        SchemaCase(
            "a required property", .requestBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{}},"required":["b"]}"##,
            ["new-required-request-property breaking"],
            back: ["request-property-removed warning"]),
        SchemaCase(
            "a required property with a default", .requestBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{"default":1}},"required":["b"]}"##,
            ["new-required-request-property-with-default breaking"],
            back: ["request-property-removed warning"]),
        SchemaCase(
            "a required property of an answer", .responseBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{}},"required":["b"]}"##,
            ["response-required-property-added info"],
            back: ["response-required-property-removed breaking"]),
        SchemaCase(
            "a property that is ignored", .requestBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{"readOnly":true}},"required":["b"]}"##,
            ["request-read-only-property-added info"],
            back: ["request-read-only-property-removed info"]),
        SchemaCase(
            "a property that answers leave out", .responseBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{"writeOnly":true}}}"##,
            ["response-optional-write-only-property-added info"],
            back: ["response-optional-write-only-property-removed info"]),
        SchemaCase(
            "a required property that answers leave out", .responseBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{"$ref":"#/components/schemas/Secret"}},"required":["b"]}"##,
            ["response-required-write-only-property-added info"],
            back: ["response-required-write-only-property-removed info"]),
        SchemaCase(
            "a deprecated property", .requestBody, ##"{"properties":{"a":{"type":"string"},"b":{"deprecated":true}}}"##,
            ##"{"properties":{"a":{"type":"string"}}}"##,
            ["request-property-removed-with-deprecation info"],
            back: ["new-optional-request-property info"]),
        SchemaCase(
            "a property before its sunset", .requestBody,
            ##"{"properties":{"a":{"type":"string"},"b":{"deprecated":true,"x-sunset":"2031-01-01"}}}"##,
            ##"{"properties":{"a":{"type":"string"}}}"##,
            ["request-property-removed-before-sunset breaking"],
            back: ["new-optional-request-property info"]),
        SchemaCase(
            "a property of a parameter", .requestParameter, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"},"b":{}},"required":["b"]}"##,
            ["new-required-request-parameter-property breaking"],
            back: ["request-parameter-property-removed warning"]),
        SchemaCase(
            "a property of a header", .responseHeader, ##"{"properties":{"a":{"type":"string"},"b":{}}}"##,
            ##"{"properties":{"a":{"type":"string"}}}"##,
            ["response-header-optional-property-removed warning"],
            back: ["response-header-optional-property-added info"]),
        SchemaCase(
            "a property that becomes required", .requestBody, ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"}},"required":["a"]}"##,
            ["request-property-became-required breaking"],
            back: ["request-property-became-optional info"]),
        SchemaCase(
            "a property of an answer that becomes required", .responseBody,
            ##"{"properties":{"a":{"type":"string"}}}"##,
            ##"{"properties":{"a":{"type":"string"}},"required":["a"]}"##,
            ["response-property-became-required info"],
            back: ["response-property-became-optional breaking"]),
        SchemaCase(
            "a property with a default that becomes required", .requestBody, ##"{"properties":{"a":{"default":1}}}"##,
            ##"{"properties":{"a":{"default":1}},"required":["a"]}"##,
            ["request-property-became-required-with-default breaking"],
            back: ["request-property-became-optional info"]),
        SchemaCase(
            "a property that becomes required and is ignored", .requestBody,
            ##"{"properties":{"a":{"readOnly":true}}}"##,
            ##"{"properties":{"a":{"readOnly":true}},"required":["a"]}"##,
            ["request-read-only-property-became-required info"],
            back: ["request-property-became-optional info"]),
        SchemaCase(
            "a name without a property", .requestBody, ##"{}"##,
            ##"{"required":["a"]}"##,
            ["request-body-required-name-added breaking"],
            back: ["request-body-required-name-removed info"]),
        SchemaCase(
            "a name without a property in an answer", .responseBody, ##"{}"##,
            ##"{"required":["a"]}"##,
            ["response-body-required-name-added info"],
            back: ["response-body-required-name-removed breaking"]),
        SchemaCase(
            "required in another order", .requestBody,
            ##"{"properties":{"a":{"type":"string"}},"required":["a","c"]}"##,
            ##"{"properties":{"a":{"type":"string"}},"required":["c","a"]}"##,
            []),
        SchemaCase(
            "required that is none", .requestBody, ##"{"required":["a"]}"##,
            ##"{"required":"a"}"##,
            ["document-field-changed info"]),
        SchemaCase(
            "properties that are none", .requestBody, ##"{"properties":{}}"##,
            ##"{"properties":[]}"##,
            ["document-field-changed info"]),
        SchemaCase(
            "a type far inside", .responseBody,
            ##"{"properties":{"a":{"items":{"additionalProperties":{"type":"integer"}}}}}"##,
            ##"{"properties":{"a":{"items":{"additionalProperties":{"type":"string"}}}}}"##,
            ["response-property-type-changed breaking"]),
        SchemaCase(
            "elements with a schema", .requestProperty, ##"{"type":"array"}"##,
            ##"{"type":"array","items":{"type":"string"}}"##,
            ["request-property-items-added breaking"],
            back: ["request-property-items-removed info"]),
        SchemaCase(
            "elements with a schema that says nothing", .requestProperty, ##"{"type":"array"}"##,
            ##"{"type":"array","items":{}}"##,
            []),
        SchemaCase(
            "a value that becomes a list", .responseProperty, ##"{"type":"string"}"##,
            ##"{"type":"array","items":{"type":"string"}}"##,
            ["response-property-type-changed breaking"]),
        SchemaCase(
            "additional properties that are forbidden", .requestBody, ##"{}"##,
            ##"{"additionalProperties":false}"##,
            ["request-body-additional-properties-removed breaking"],
            back: ["request-body-additional-properties-added info"]),
        SchemaCase(
            "additional properties that are forbidden in an answer", .responseBody, ##"{}"##,
            ##"{"additionalProperties":false}"##,
            ["response-body-additional-properties-removed info"],
            back: ["response-body-additional-properties-added info"]),
        SchemaCase(
            "additional properties with a schema", .requestBody, ##"{"additionalProperties":true}"##,
            ##"{"additionalProperties":{"type":"string"}}"##,
            ["request-body-additional-properties-schema-added breaking"],
            back: ["request-body-additional-properties-schema-removed info"]),
        SchemaCase(
            "a schema for additional properties that were forbidden", .responseBody,
            ##"{"additionalProperties":false}"##,
            ##"{"additionalProperties":{"type":"string"}}"##,
            ["response-body-additional-properties-added info"],
            back: ["response-body-additional-properties-removed info"]),
        SchemaCase(
            "additional properties spelled out", .requestBody, ##"{}"##,
            ##"{"additionalProperties":true}"##,
            []),
        SchemaCase(
            "sets of properties that are enough", .requestBody, ##"{"anyOf":[{"required":["a"]},{"required":["b"]}]}"##,
            ##"{}"##,
            ["request-body-required-alternatives-widened info"],
            back: ["request-body-required-alternatives-narrowed breaking"]),
        SchemaCase(
            "fewer sets of properties", .requestBody, ##"{"anyOf":[{"required":["a"]},{"required":["b"]}]}"##,
            ##"{"anyOf":[{"required":["b","a"]}]}"##,
            ["request-body-required-alternatives-narrowed breaking"],
            back: ["request-body-required-alternatives-widened info"]),
        SchemaCase(
            "other sets of properties", .responseBody, ##"{"anyOf":[{"required":["a"]},{"required":["b"]}]}"##,
            ##"{"anyOf":[{"required":["a"]},{"required":["c"]}]}"##,
            ["response-body-required-alternatives-changed breaking"]),
        SchemaCase(
            "sets of properties that exclude each other", .requestBody,
            ##"{"anyOf":[{"required":["a"]},{"required":["b"]}]}"##,
            ##"{"oneOf":[{"required":["a"]},{"required":["b"]}]}"##,
            ["request-body-required-alternatives-changed breaking"]),
    ]

    @Test(arguments: cases)
    func judgesBothDirections(_ example: SchemaCase) throws {
        try example.expect()
    }
}
