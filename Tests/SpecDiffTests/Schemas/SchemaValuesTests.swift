import Testing
@testable import SpecDiff

/// `enum`, `const`, `default` and `pattern`.
@Suite struct SchemaValuesTests {
    static let cases = [
        SchemaCase(
            "an enumeration of a request", .requestProperty, #"{"type":"string","enum":["a","b"]}"#,
            #"{"type":"string","enum":["b","a","c"]}"#,
            ["request-property-enum-value-added info"],
            back: ["request-property-enum-value-removed breaking"]),
        SchemaCase(
            "an enumeration of an answer", .responseProperty, #"{"type":"string","enum":["a","b"]}"#,
            #"{"type":"string","enum":["b","c"]}"#,
            ["response-property-enum-value-added info", "response-property-enum-value-removed info"]),
        SchemaCase(
            "an enumeration of a parameter", .requestParameter, #"{"enum":[1,2]}"#,
            #"{"enum":[1]}"#,
            ["request-parameter-enum-value-removed breaking"],
            back: ["request-parameter-enum-value-added info"]),
        SchemaCase(
            "an enumeration that is ignored", .requestProperty, #"{"readOnly":true,"enum":["a","b"]}"#,
            #"{"readOnly":true,"enum":["a"]}"#,
            ["request-read-only-property-enum-value-removed info"],
            back: ["request-property-enum-value-added info"]),
        SchemaCase(
            "an enumeration that answers leave out", .responseProperty, #"{"writeOnly":true,"enum":["a"]}"#,
            #"{"writeOnly":true,"enum":["a","b"]}"#,
            ["response-write-only-property-enum-value-added info"],
            back: ["response-property-enum-value-removed info"]),
        SchemaCase(
            "an enumeration in another order", .requestProperty, #"{"enum":["a","b"]}"#,
            #"{"enum":["b","a"]}"#,
            []),
        SchemaCase(
            "values that are listed", .requestProperty, #"{"type":"string"}"#,
            #"{"type":"string","enum":["a"]}"#,
            ["request-property-became-enum breaking"],
            back: ["request-property-became-not-enum info"]),
        SchemaCase(
            "values that are listed in an answer", .responseProperty, #"{"type":"string"}"#,
            #"{"type":"string","enum":["a"]}"#,
            ["response-property-became-enum info"],
            back: ["response-property-became-not-enum warning"]),
        SchemaCase(
            "values that are listed of another type", .requestProperty, #"{"type":"integer"}"#,
            #"{"type":"string","enum":["a"]}"#,
            ["request-property-type-changed breaking"]),
        SchemaCase(
            "values and a type that are said at once", .requestProperty, #"{"type":"string","enum":["a"]}"#, "{}",
            ["request-property-type-generalized info"], back: ["request-property-type-changed breaking"]),
        SchemaCase(
            "fewer values of a wider type", .requestProperty, #"{"type":"integer","enum":[1,2]}"#,
            #"{"type":"number","enum":[1]}"#,
            ["request-property-enum-value-removed breaking", "request-property-type-generalized info"],
            back: ["request-property-enum-value-added info", "request-property-type-changed breaking"]),
        SchemaCase(
            "an enumeration that is none", .requestProperty, #"{"enum":["a"]}"#,
            #"{"enum":"a"}"#,
            ["document-field-changed info"]),
        SchemaCase(
            "a constant", .requestProperty, #"{}"#,
            #"{"const":1}"#,
            ["request-property-const-added breaking"],
            back: ["request-property-const-removed info"]),
        SchemaCase(
            "a constant of an answer", .responseBody, #"{}"#,
            #"{"const":1}"#,
            ["response-body-const-added info"],
            back: ["response-body-const-removed breaking"]),
        SchemaCase(
            "another constant", .responseProperty, #"{"const":1}"#,
            #"{"const":2}"#,
            ["response-property-const-changed breaking"]),
        SchemaCase(
            "a default", .requestProperty, #"{}"#,
            #"{"default":1}"#,
            ["request-property-default-value-added info"],
            back: ["request-property-default-value-removed info"]),
        SchemaCase(
            "a default of a parameter", .requestParameter, #"{}"#,
            #"{"default":1}"#,
            ["request-parameter-default-value-added breaking"],
            back: ["request-parameter-default-value-removed breaking"]),
        SchemaCase(
            "another default of a parameter", .requestParameter, #"{"default":1}"#,
            #"{"default":2}"#,
            ["request-parameter-default-value-changed breaking"]),
        SchemaCase(
            "another default of an answer", .responseProperty, #"{"default":1}"#,
            #"{"default":2}"#,
            ["response-property-default-value-changed info"]),
        SchemaCase(
            "a pattern", .requestProperty, #"{}"#,
            #"{"pattern":"^a$"}"#,
            ["request-property-pattern-added breaking"],
            back: ["request-property-pattern-removed info"]),
        SchemaCase(
            "a pattern of an answer", .responseProperty, #"{}"#,
            #"{"pattern":"^a$"}"#,
            ["response-property-pattern-added info"],
            back: ["response-property-pattern-removed breaking"]),
        SchemaCase(
            "another pattern", .requestParameter, #"{"pattern":"^b$"}"#,
            #"{"pattern":"^a$"}"#,
            ["request-parameter-pattern-changed warning"]),
    ]

    @Test(arguments: cases)
    func judgesBothDirections(_ example: SchemaCase) throws {
        try example.expect()
    }
}
