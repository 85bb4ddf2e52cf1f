import Testing
@testable import SpecDiff

/// Fields that bound a value by a number.
@Suite struct SchemaBoundsTests {
    static let cases = [
        SchemaCase(
            "a longest length", .requestProperty, #"{}"#,
            #"{"maxLength":5}"#,
            ["request-property-max-length-set warning"],
            back: ["request-property-max-length-unset info"]),
        SchemaCase(
            "a longest length of an answer", .responseProperty, #"{}"#,
            #"{"maxLength":5}"#,
            ["response-property-max-length-set info"],
            back: ["response-property-max-length-unset breaking"]),
        SchemaCase(
            "a greater length", .requestProperty, #"{"maxLength":5}"#,
            #"{"maxLength":6}"#,
            ["request-property-max-length-increased info"],
            back: ["request-property-max-length-decreased breaking"]),
        SchemaCase(
            "a greater length of an answer", .responseProperty, #"{"maxLength":5}"#,
            #"{"maxLength":6}"#,
            ["response-property-max-length-increased breaking"],
            back: ["response-property-max-length-decreased info"]),
        SchemaCase(
            "a greater least length", .requestParameter, #"{"minLength":5}"#,
            #"{"minLength":6}"#,
            ["request-parameter-min-length-increased breaking"],
            back: ["request-parameter-min-length-decreased info"]),
        SchemaCase(
            "a least length of zero", .requestParameter, #"{}"#,
            #"{"minLength":0}"#,
            []),
        SchemaCase(
            "a least value of zero", .requestParameter, #"{}"#,
            #"{"minimum":0}"#,
            ["request-parameter-min-set warning"],
            back: ["request-parameter-min-unset info"]),
        SchemaCase(
            "the same value in other digits", .requestProperty, #"{"maximum":1}"#,
            #"{"maximum":1.0}"#,
            []),
        SchemaCase(
            "values beyond a Double", .requestProperty, #"{"maximum":9007199254740993}"#,
            #"{"maximum":9007199254740992}"#,
            ["request-property-max-decreased breaking"],
            back: ["request-property-max-increased info"]),
        SchemaCase(
            "an exclusive bound", .requestProperty, #"{"maximum":1}"#,
            #"{"maximum":1,"exclusiveMaximum":true}"#,
            ["request-property-max-became-exclusive breaking"],
            back: ["request-property-max-became-inclusive info"]),
        SchemaCase(
            "an exclusive bound as a number", .responseProperty, #"{"exclusiveMinimum":1}"#,
            #"{"exclusiveMinimum":2}"#,
            ["response-property-exclusive-min-increased info"],
            back: ["response-property-exclusive-min-decreased breaking"]),
        SchemaCase(
            "an exclusive bound that says nothing", .requestProperty, #"{"maximum":1}"#,
            #"{"maximum":1,"exclusiveMaximum":false}"#,
            []),
        SchemaCase(
            "an exclusive bound of another kind", .requestProperty, #"{"exclusiveMaximum":true}"#,
            #"{"exclusiveMaximum":3}"#,
            ["document-field-changed info"]),
        SchemaCase(
            "more elements", .requestProperty, #"{"minItems":1,"maxItems":2}"#,
            #"{"minItems":2,"maxItems":3}"#,
            ["request-property-max-items-increased info", "request-property-min-items-increased breaking"],
            back: ["request-property-max-items-decreased breaking", "request-property-min-items-decreased info"]),
        SchemaCase(
            "more properties", .responseBody, #"{"minProperties":1}"#,
            #"{"minProperties":2,"maxProperties":9}"#,
            ["response-body-max-properties-set info", "response-body-min-properties-increased info"],
            back: ["response-body-max-properties-unset breaking", "response-body-min-properties-decreased breaking"]),
        SchemaCase(
            "a multiple", .requestProperty, #"{}"#,
            #"{"multipleOf":0.01}"#,
            ["request-property-multiple-of-set warning"],
            back: ["request-property-multiple-of-unset info"]),
        SchemaCase(
            "another multiple", .responseProperty, #"{"multipleOf":0.1}"#,
            #"{"multipleOf":0.01}"#,
            ["response-property-multiple-of-changed warning"]),
        SchemaCase(
            "unique elements", .responseProperty, #"{}"#,
            #"{"uniqueItems":true}"#,
            ["response-property-unique-items-set info"],
            back: ["response-property-unique-items-unset breaking"]),
        SchemaCase(
            "a bound of a property that is ignored", .requestProperty, #"{"readOnly":true,"maximum":2}"#,
            #"{"readOnly":true,"maximum":1}"#,
            ["request-read-only-property-max-decreased info"],
            back: ["request-property-max-increased info"]),
        SchemaCase(
            "a bound that is none", .requestProperty, #"{"maximum":2}"#,
            #"{"maximum":"2"}"#,
            ["document-field-changed info"]),
    ]

    @Test(arguments: cases)
    func judgesBothDirections(_ example: SchemaCase) throws {
        try example.expect()
    }
}
