import Testing
@testable import SpecDiff

/// `allOf`, `oneOf`, `anyOf`, `not` and discriminators.
@Suite struct SchemaCompositionsTests {
    static let cases = [
        SchemaCase(
            "another alternative of a request", .requestBody,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Cash"},{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-body-one-of-added info"],
            back: ["request-body-one-of-removed breaking"]),
        SchemaCase(
            "another alternative of an answer", .responseProperty,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Cash"},{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["response-property-one-of-added breaking"],
            back: ["response-property-one-of-removed info"]),
        SchemaCase(
            "another alternative of anyOf", .responseBody,
            ##"{"anyOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"anyOf":[{"$ref":"#/components/schemas/Cash"},{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["response-body-any-of-added info"],
            back: ["response-body-any-of-removed info"]),
        SchemaCase(
            "another alternative of anyOf in a request", .requestProperty,
            ##"{"anyOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"anyOf":[{"$ref":"#/components/schemas/Cash"},{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-property-any-of-added info"],
            back: ["request-property-any-of-removed breaking"]),
        SchemaCase(
            "an alternative in place of another", .requestProperty,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Cash"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-property-one-of-added info", "request-property-one-of-removed breaking"]),
        SchemaCase(
            "alternatives in another order", .requestProperty,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Bank"},{"$ref":"#/components/schemas/Card"}]}"##,
            []),
        SchemaCase(
            "inline alternatives in another order", .requestProperty,
            ##"{"oneOf":[{"type":"string"},{"title":"B","properties":{"b":{"type":"string"}}},{"properties":{"c":{"type":"string"}}}]}"##,
            ##"{"oneOf":[{"properties":{"c":{"type":"integer"}}},{"type":"string"},{"title":"B","properties":{"b":{"type":"string"}}}]}"##,
            ["request-property-type-changed breaking"]),
        SchemaCase(
            "alternatives told apart by a tag", .responseProperty,
            ##"{"oneOf":[{"properties":{"kind":{"const":"a"},"x":{}}},{"properties":{"kind":{"const":"b"},"x":{}}}]}"##,
            ##"{"oneOf":[{"properties":{"kind":{"const":"b"},"x":{}}},{"properties":{"kind":{"const":"c"},"x":{}}}]}"##,
            ["response-property-one-of-added breaking", "response-property-one-of-removed info"]),
        SchemaCase(
            "alternatives of another kind", .requestProperty,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"anyOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-property-union-kind-changed warning"]),
        SchemaCase(
            "alternatives where there were none", .requestBody, ##"{"type":"object"}"##,
            ##"{"type":"object","oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-body-union-added breaking"],
            back: ["request-body-union-removed info"]),
        SchemaCase(
            "a schema that got company", .responseProperty, ##"{"$ref":"#/components/schemas/Card"}"##,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["response-property-one-of-added breaking"],
            back: ["response-property-one-of-removed info"]),
        SchemaCase(
            "a schema that got company in a request", .requestProperty, ##"{"$ref":"#/components/schemas/Card"}"##,
            ##"{"anyOf":[{"$ref":"#/components/schemas/Bank"},{"$ref":"#/components/schemas/Card"}]}"##,
            ["request-property-any-of-added info"],
            back: ["request-property-any-of-removed breaking"]),
        SchemaCase(
            "a schema that got another part", .requestProperty, ##"{"$ref":"#/components/schemas/Card"}"##,
            ##"{"allOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-property-all-of-added breaking"],
            back: ["request-property-all-of-removed warning"]),
        SchemaCase(
            "a reference with a description beside it", .requestProperty, ##"{"$ref":"#/components/schemas/Card"}"##,
            ##"{"description":"A card","allOf":[{"$ref":"#/components/schemas/Card"}]}"##,
            []),
        SchemaCase(
            "another part", .requestBody, ##"{"allOf":[{"$ref":"#/components/schemas/Card"}]}"##,
            ##"{"allOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["request-body-all-of-added breaking"],
            back: ["request-body-all-of-removed warning"]),
        SchemaCase(
            "another part of an answer", .responseProperty, ##"{"allOf":[{"$ref":"#/components/schemas/Card"}]}"##,
            ##"{"allOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ["response-property-all-of-added info"],
            back: ["response-property-all-of-removed info"]),
        SchemaCase(
            "a part that only describes", .requestProperty, ##"{"type":"object"}"##,
            ##"{"type":"object","allOf":[{"title":"a"}]}"##,
            ["request-property-all-of-added-annotation-only info"],
            back: ["request-property-all-of-removed-annotation-only info"]),
        SchemaCase(
            "a property of a part", .requestBody,
            ##"{"allOf":[{"$ref":"#/components/schemas/Card"},{"properties":{"a":{}}}]}"##,
            ##"{"allOf":[{"$ref":"#/components/schemas/Card"},{"properties":{"a":{}},"required":["a"]}]}"##,
            ["request-property-became-required breaking"],
            back: ["request-property-became-optional info"]),
        SchemaCase(
            "what is excluded", .requestProperty, ##"{}"##,
            ##"{"not":{"type":"string"}}"##,
            ["request-property-not-added breaking"],
            back: ["request-property-not-removed info"]),
        SchemaCase(
            "other values that are excluded", .responseProperty, ##"{"not":{"enum":["a"]}}"##,
            ##"{"not":{"enum":["b"]}}"##,
            ["response-property-not-changed warning"]),
        SchemaCase(
            "a discriminator", .requestBody,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}],"discriminator":{"propertyName":"kind"}}"##,
            ["request-body-discriminator-added info"],
            back: ["request-body-discriminator-removed info"]),
        SchemaCase(
            "another property that tells apart", .responseBody, ##"{"discriminator":{"propertyName":"kind"}}"##,
            ##"{"discriminator":{"propertyName":"type"}}"##,
            ["response-body-discriminator-property-name-changed info"]),
        SchemaCase(
            "another mapping", .responseBody, ##"{"discriminator":{"propertyName":"k","mapping":{"a":"A","b":"B"}}}"##,
            ##"{"discriminator":{"propertyName":"k","mapping":{"a":"X","c":"C"}}}"##,
            [
                "response-body-discriminator-mapping-added info", "response-body-discriminator-mapping-changed info",
                "response-body-discriminator-mapping-deleted info",
            ]),
        SchemaCase(
            "a discriminator that is none", .responseBody, ##"{"discriminator":{"propertyName":"k"}}"##,
            ##"{"discriminator":"k"}"##,
            ["document-field-changed info"]),
        SchemaCase(
            "a list that is none", .requestBody,
            ##"{"oneOf":[{"$ref":"#/components/schemas/Card"},{"$ref":"#/components/schemas/Bank"}]}"##,
            ##"{"oneOf":{}}"##,
            ["document-field-changed info"]),
    ]

    @Test(arguments: cases)
    func judgesBothDirections(_ example: SchemaCase) throws {
        try example.expect()
    }
}
