import Testing

struct SchemaDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "a property that is required by itself", .schema, #"{"properties": {"a": {"type": "string", "required": true}}}"#,
            ""),
        DiagnosticCase(
            "required names that are no strings", .schema, #"{"required": ["a", 5]}"#,
            ""),
        DiagnosticCase(
            "required names that repeat", .schema, #"{"required": ["a", "b", "a"]}"#,
            ""),
        DiagnosticCase(
            "no required names", .schema, #"{"required": []}"#,
            ""),
        DiagnosticCase(
            "several types", .schema, #"{"type": ["string", "null"]}"#,
            ""),
        DiagnosticCase(
            "types that are no strings", .schema, #"{"type": ["string", null]}"#,
            ""),
        DiagnosticCase(
            "a type that is an object", .schema, #"{"type": {"type": "string"}}"#,
            ""),
        DiagnosticCase(
            "an exclusive limit of 3.1", .schema, #"{"exclusiveMinimum": 0, "exclusiveMaximum": 10}"#,
            ""),
        DiagnosticCase(
            "an exclusive limit without a limit", .schema, #"{"exclusiveMinimum": true}"#,
            ""),
        DiagnosticCase(
            "an exclusive limit that is a string", .schema, #"{"maximum": 1, "exclusiveMaximum": "true"}"#,
            ""),
        DiagnosticCase(
            "a limit in quotes", .schema, #"{"maximum": "10"}"#,
            ""),
        DiagnosticCase(
            "a length that is no count", .schema, #"{"maxLength": -1, "minLength": 1.5, "maxItems": 1e40}"#,
            ""),
        DiagnosticCase(
            "a multiple of nothing", .schema, #"{"multipleOf": 0.0e5}"#,
            ""),
        DiagnosticCase(
            "an array without items", .schema, #"{"type": "array"}"#,
            ""),
        DiagnosticCase(
            "items as a tuple", .schema, #"{"type": "array", "items": [{"type": "string"}]}"#,
            ""),
        DiagnosticCase(
            "null where a schema may stand", .schema, #"{"items": null, "additionalProperties": null, "not": null}"#,
            ""),
        DiagnosticCase(
            "additional properties that are neither", .schema, #"{"additionalProperties": "yes"}"#,
            ""),
        DiagnosticCase(
            "a property that is no schema", .schema, #"{"properties": {"a": true, "b": {"type": "string"}}}"#,
            ""),
        DiagnosticCase(
            "an alternative that is no schema", .schema, #"{"oneOf": [{}, "string"]}"#,
            ""),
        DiagnosticCase(
            "no alternatives", .schema, #"{"oneOf": [], "allOf": []}"#,
            ""),
        DiagnosticCase(
            "an empty enumeration", .schema, #"{"enum": []}"#,
            ""),
        DiagnosticCase(
            "an example outside the enumeration", .schema, #"{"enum": ["a", 1], "example": "b", "default": 1.0}"#,
            ""),
        DiagnosticCase(
            "an example of an enumeration that may be null", .schema, #"{"type": "string", "enum": ["a"], "nullable": true, "example": null, "default": null}"#,
            ""),
        DiagnosticCase(
            "an array as example beside an enumeration", .schema, #"{"enum": ["a"], "example": ["a"]}"#,
            ""),
        DiagnosticCase(
            "read-only and write-only", .schema, #"{"readOnly": true, "writeOnly": true}"#,
            ""),
        DiagnosticCase(
            "a discriminator without a property", .schema, #"{"discriminator": {"mapping": {"a": "A"}}}"#,
            ""),
        DiagnosticCase(
            "a discriminator that is a word", .schema, #"{"discriminator": "kind"}"#,
            ""),
        DiagnosticCase(
            "a mapping to no name", .schema, #"{"discriminator": {"propertyName": "kind", "mapping": {"a": 1}}}"#,
            ""),
        DiagnosticCase(
            "a deprecated value", .schema, #"{"enum": ["a", 2], "x-kurus-deprecated": ["a", 2]}"#,
            ""),
        DiagnosticCase(
            "a deprecated value that is mistyped", .schema, #"{"enum": ["SUCCESS", "FAILURE"], "x-kurus-deprecated": ["SUCCES"]}"#,
            ""),
        DiagnosticCase(
            "a deprecated value without an enumeration", .schema, #"{"x-kurus-deprecated": ["a"]}"#,
            ""),
        DiagnosticCase(
            "a deprecated value that is no value", .schema, #"{"enum": ["a"], "x-kurus-deprecated": [{"a": 1}]}"#,
            ""),
        DiagnosticCase(
            "sensitivity in quotes", .schema, #"{"x-kurus-sensitive": "true"}"#,
            ""),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithSchemas(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
