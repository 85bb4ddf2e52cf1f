import Testing

struct ReferenceTests {
    static let cases = [
        DiagnosticCase(
            "what it describes is read", .schema, ##"{"$ref": "#/a", "description": "x", "title": "x", "deprecated": true, "readOnly": true, "nullable": true}"##,
            ""),
        DiagnosticCase(
            "examples beside it are ignored silently", .schema, ##"{"$ref": "#/a", "example": 1, "examples": {}}"##,
            ""),
        DiagnosticCase(
            "anything else beside it is ignored with a warning", .schema, ##"{"$ref": "#/a", "type": "string", "maxLength": 5}"##,
            ""),
        DiagnosticCase(
            "extensions of others pass", .schema, ##"{"$ref": "#/a", "x-other": 1}"##,
            ""),
        DiagnosticCase(
            "a mistyped extension of Kurus", .schema, ##"{"$ref": "#/a", "x-kurus-sensitivity": true}"##,
            ""),
        DiagnosticCase(
            "wrong types beside it", .schema, ##"{"$ref": "#/a", "description": 5, "nullable": "yes"}"##,
            ""),
        DiagnosticCase(
            "a target that is no string", .schema, #"{"$ref": {"type": "string"}}"#,
            ""),
        DiagnosticCase(
            "a target that is null", .schema, #"{"$ref": null}"#,
            ""),
        DiagnosticCase(
            "in a parameter", .parameter, #"{"$ref": 5}"#,
            ""),
        DiagnosticCase(
            "in a property", .schema, ##"{"properties": {"a": {"$ref": "#/a", "default": 1}}}"##,
            ""),
        DiagnosticCase(
            "a property of that name", .schema, ##"{"properties": {"$ref": "#/a"}}"##,
            ""),
    ]

    @Test(arguments: cases)
    func reportsWhatIsIgnored(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
