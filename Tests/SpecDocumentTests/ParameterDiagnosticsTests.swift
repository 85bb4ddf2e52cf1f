import Testing

struct ParameterDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "no place", .parameter, #"{"name": "a", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a place of Swagger 2", .parameter, #"{"name": "a", "in": "body", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a place that is mistyped", .parameter, #"{"name": "a", "in": "Query", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a place that is null", .parameter, #"{"name": "a", "in": null, "schema": {}}"#,
            ""),
        DiagnosticCase(
            "neither schema nor content", .parameter, #"{"name": "a", "in": "query"}"#,
            ""),
        DiagnosticCase(
            "schema and content", .parameter, #"{"name": "a", "in": "query", "schema": {}, "content": {"a/b": {}}}"#,
            ""),
        DiagnosticCase(
            "two contents", .parameter, #"{"name": "a", "in": "query", "content": {"a/b": {}, "c/d": {}}}"#,
            ""),
        DiagnosticCase(
            "no content", .parameter, #"{"name": "a", "in": "query", "content": {}}"#,
            ""),
        DiagnosticCase(
            "a path parameter that is not required", .parameter, #"{"name": "a", "in": "path", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a path parameter that may be left out", .parameter, #"{"name": "a", "in": "path", "required": false, "schema": {}}"#,
            ""),
        DiagnosticCase(
            "fields for queries", .parameter, #"{"name": "a", "in": "header", "allowEmptyValue": true, "allowReserved": true, "schema": {}}"#,
            ""),
        DiagnosticCase(
            "an unknown style", .parameter, #"{"name": "a", "in": "query", "style": "csv", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a style that is mistyped", .parameter, #"{"name": "a", "in": "query", "style": "deepobject", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a style of another place", .parameter, #"{"name": "a", "in": "path", "required": true, "style": "form", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "a style in a header", .header, #"{"style": "form", "schema": {}}"#,
            ""),
        DiagnosticCase(
            "an example and examples", .parameter, #"{"name": "a", "in": "query", "schema": {}, "example": 1, "examples": {}}"#,
            ""),
        DiagnosticCase(
            "a header without schema", .header, #"{"description": "x"}"#,
            ""),
        DiagnosticCase(
            "a style in a form", .requestBody, #"{"content": {"a/b": {"encoding": {"p": {"style": "simple", "headers": {"Content-Type": {"schema": {}}}}}}}}"#,
            ""),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithParameters(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
