import Testing
@testable import SpecDiff

/// `type`, `format` and null.
@Suite struct SchemaTypesTests {
    static let cases = [
        SchemaCase(
            "another type", .requestProperty, ##"{"type":"integer"}"##,
            ##"{"type":"string"}"##,
            ["request-property-type-changed breaking"]),
        SchemaCase(
            "a type beside alternatives", .responseProperty, ##"{"oneOf":[{"type":"string"},{"type":"integer"}]}"##,
            ##"{"oneOf":[{"type":"string"},{"type":"integer"}],"type":"integer"}"##,
            ["response-property-type-declared info"],
            back: ["response-property-type-changed breaking"]),
        SchemaCase(
            "another type of an answer", .responseBody, ##"{"type":"string"}"##,
            ##"{"type":"number"}"##,
            ["response-body-type-changed breaking"]),
        SchemaCase(
            "a wider type in a request", .requestProperty, ##"{"type":"integer"}"##,
            ##"{"type":"number"}"##,
            ["request-property-type-generalized info"],
            back: ["request-property-type-changed breaking"]),
        SchemaCase(
            "a wider type in an answer", .responseProperty, ##"{"type":"integer"}"##,
            ##"{"type":"number"}"##,
            ["response-property-type-generalized breaking"],
            back: ["response-property-type-specialized info"]),
        SchemaCase(
            "another format", .requestParameter, ##"{"type":"string","format":"uuid"}"##,
            ##"{"type":"string","format":"uri"}"##,
            ["request-parameter-type-changed breaking"]),
        SchemaCase(
            "a wider format", .requestBody, ##"{"type":"integer","format":"int32"}"##,
            ##"{"type":"integer","format":"int64"}"##,
            ["request-body-type-generalized info"],
            back: ["request-body-type-changed breaking"]),
        SchemaCase(
            "a format", .responseProperty, ##"{"type":"string"}"##,
            ##"{"type":"string","format":"date"}"##,
            ["response-property-type-specialized info"],
            back: ["response-property-type-generalized breaking"]),
        SchemaCase(
            "fewer types, another format", .responseBody, ##"{"type":["string","integer"],"format":"int32"}"##,
            ##"{"type":"integer","format":"int64"}"##,
            ["response-body-type-changed breaking"]),
        SchemaCase(
            "fewer types in a request", .requestProperty, ##"{"type":["string","integer"]}"##,
            ##"{"type":"string"}"##,
            ["request-property-type-changed breaking"],
            back: ["request-property-type-generalized info"]),
        SchemaCase(
            "fewer types in an answer", .responseBody, ##"{"type":["string","integer"]}"##,
            ##"{"type":"string"}"##,
            ["response-body-type-specialized info"],
            back: ["response-body-type-generalized breaking"]),
        SchemaCase(
            "no type in an answer", .responseBody, ##"{"type":"string"}"##,
            ##"{}"##,
            ["response-body-type-changed breaking"],
            back: ["response-body-type-declared info"]),
        SchemaCase(
            "no type in a request", .requestProperty, ##"{"type":"string"}"##,
            ##"{}"##,
            ["request-property-type-generalized info"],
            back: ["request-property-type-changed breaking"]),
        SchemaCase(
            "a parameter that becomes a text", .requestParameter, ##"{"type":"integer"}"##,
            ##"{"type":"string"}"##,
            ["request-parameter-type-generalized info"],
            back: ["request-parameter-type-changed breaking"]),
        SchemaCase(
            "a header that becomes a text", .responseHeader, ##"{"type":"integer"}"##,
            ##"{"type":"string"}"##,
            ["response-header-type-generalized breaking"],
            back: ["response-header-type-specialized info"]),
        SchemaCase(
            "narrower elements of a parameter", .requestParameterProperty, ##"{"type":"number"}"##,
            ##"{"type":"integer"}"##,
            ["request-parameter-property-type-specialized breaking"],
            back: ["request-parameter-property-type-generalized info"]),
        SchemaCase(
            "number to decimal", .responseProperty, ##"{"type":"number"}"##,
            ##"{"type":"decimal"}"##,
            ["response-property-number-form-changed none"]),
        SchemaCase(
            "number to a decimal by format", .requestProperty, ##"{"type":"number"}"##,
            ##"{"type":"number","format":"decimal"}"##,
            ["request-property-number-form-changed none"]),
        SchemaCase(
            "two ways to write decimal", .requestProperty, ##"{"type":"decimal"}"##,
            ##"{"type":"number","format":"decimal"}"##,
            ["request-property-number-form-changed none"]),
        SchemaCase(
            "decimal to string", .responseProperty, ##"{"type":"decimal"}"##,
            ##"{"type":"string"}"##,
            ["response-property-type-changed breaking"]),
        SchemaCase(
            "decimal to string in a request", .requestProperty, ##"{"type":"decimal"}"##,
            ##"{"type":"string"}"##,
            ["request-property-type-changed breaking"]),
        SchemaCase(
            "a password", .requestProperty, ##"{"type":"string"}"##,
            ##"{"type":"string","format":"password"}"##,
            ["request-property-display-format-changed none"]),
        SchemaCase(
            "nullable in an answer", .responseProperty, ##"{"type":"string"}"##,
            ##"{"type":"string","nullable":true}"##,
            ["response-property-became-nullable breaking"],
            back: ["response-property-became-not-nullable info"]),
        SchemaCase(
            "nullable by a list", .requestBody, ##"{"type":"string"}"##,
            ##"{"type":["string","null"]}"##,
            ["request-body-became-nullable info"],
            back: ["request-body-became-not-nullable breaking"]),
        SchemaCase(
            "nullable by oneOf", .requestProperty, ##"{"$ref":"#/components/schemas/Card"}"##,
            ##"{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Card"}]}"##,
            ["request-property-became-nullable info"],
            back: ["request-property-became-not-nullable breaking"]),
        SchemaCase(
            "nullable beside a reference", .responseProperty, ##"{"$ref":"#/components/schemas/Card"}"##,
            ##"{"$ref":"#/components/schemas/Card","nullable":true}"##,
            ["response-property-became-nullable breaking"],
            back: ["response-property-became-not-nullable info"]),
        SchemaCase(
            "nullable in place and beside a reference", .responseProperty, ##"{"type":"object","nullable":true}"##,
            ##"{"$ref":"#/components/schemas/Empty","nullable":true}"##, []),
        SchemaCase(
            "nullable written in another way", .requestProperty, ##"{"type":["string","null"]}"##,
            ##"{"type":"string","nullable":true}"##,
            []),
        SchemaCase(
            "types as alternatives", .responseProperty, ##"{"anyOf":[{"type":"string"},{"type":"integer"}]}"##,
            ##"{"anyOf":[{"type":"string"}]}"##,
            ["response-property-list-of-types-narrowed info"],
            back: ["response-property-list-of-types-widened breaking"]),
        SchemaCase(
            "a type that becomes a list", .requestProperty, ##"{"type":"string"}"##,
            ##"{"anyOf":[{"type":"string"},{"type":"integer"}]}"##,
            ["request-property-list-of-types-widened info"],
            back: ["request-property-list-of-types-narrowed breaking"]),
        SchemaCase(
            "a list of types spelled otherwise", .requestProperty, ##"{"type":["string","integer"]}"##,
            ##"{"anyOf":[{"type":"string"},{"type":"integer"}]}"##,
            []),
        SchemaCase(
            "another list of types", .requestProperty, ##"{"oneOf":[{"type":"string"},{"type":"boolean"}]}"##,
            ##"{"oneOf":[{"type":"string"},{"type":"integer"}]}"##,
            ["request-property-type-changed breaking"]),
        SchemaCase(
            "a format without a type", .requestProperty, ##"{"format":"a"}"##,
            ##"{"format":"b"}"##,
            ["document-field-changed info"]),
        SchemaCase(
            "a type that is none", .requestProperty, ##"{"type":"string"}"##,
            ##"{"type":7}"##,
            ["document-field-changed info"]),
        SchemaCase(
            "a schema where there was none", .requestBody, ##""##,
            ##"{"type":"object"}"##,
            ["request-body-schema-added breaking"],
            back: ["request-body-schema-removed info"]),
        SchemaCase(
            "a schema in an answer where there was none", .responseBody, ##""##,
            ##"{"type":"object"}"##,
            ["response-body-schema-added info"],
            back: ["response-body-schema-removed breaking"]),
        SchemaCase(
            "an empty schema where there was none", .responseBody, ##""##,
            ##"{}"##,
            ["document-field-added info"],
            back: ["document-field-removed info"]),
        SchemaCase(
            "a schema that is true", .requestProperty, ##"{"type":"string"}"##,
            ##"true"##,
            ["document-field-changed info"]),
    ]

    @Test(arguments: cases)
    func judgesBothDirections(_ example: SchemaCase) throws {
        try example.expect()
    }
}
