import Testing

struct UnknownFieldTests {
    static let cases = [
        DiagnosticCase(
            "a letter too few", .info, #"{"title": "T", "version": "1", "descripton": "x"}"#,
            ""),
        DiagnosticCase(
            "a difference in case", .pathItem, #"{"GET": {"responses": {"200": {"description": ""}}}}"#,
            ""),
        DiagnosticCase(
            "nothing near", .info, #"{"title": "T", "version": "1", "motto": "x"}"#,
            ""),
        DiagnosticCase(
            "a field of another version", .schema, #"{"const": 1}"#,
            ""),
        DiagnosticCase(
            "a field of the object around it", .response, #"{"description": "", "schema": {"type": "string"}}"#,
            ""),
        DiagnosticCase(
            "extensions of others pass", .info, #"{"title": "T", "version": "1", "x-logo": {"url": 5}, "x-": 1}"#,
            ""),
        DiagnosticCase(
            "a mistyped extension of Kurus", .schema, #"{"x-kurus-sensitiv": true}"#,
            ""),
        DiagnosticCase(
            "a mistyped prefix", .operation, #"{"responses": {"200": {"description": ""}}, "x-kuru-effect": "read"}"#,
            ""),
        DiagnosticCase(
            "an unknown extension of Kurus", .schema, #"{"x-kurus-colour": "red"}"#,
            ""),
        DiagnosticCase(
            "an extension of Kurus in the wrong object", .schema, #"{"x-kurus-effect": "read"}"#,
            ""),
        DiagnosticCase(
            "a sensitive parameter", .parameter, #"{"name": "a", "in": "query", "schema": {}, "x-kurus-sensitive": true}"#,
            ""),
        DiagnosticCase(
            "an extension with a prefix like that of Kurus", .schema, #"{"x-kudos-count": 1}"#,
            ""),
        DiagnosticCase(
            "several fields, in the document's order", .info, #"{"titel": "T", "version": "1", "title": "T", "licence": {"name": "x"}}"#,
            ""),
        DiagnosticCase(
            "a name with control characters", .info, #"{"title": "T", "version": "1", "a‮b": 1}"#,
            ""),
    ]

    @Test(arguments: cases)
    func reportsUnknownFields(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
