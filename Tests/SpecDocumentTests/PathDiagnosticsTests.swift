import Testing

struct PathDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "a path without its slash", .paths, #"{"payouts": {}}"#,
            ""),
        DiagnosticCase(
            "extensions pass", .paths, #"{"x-note": 5}"#,
            ""),
        DiagnosticCase(
            "a path that is no object", .paths, #"{"/payouts": []}"#,
            ""),
        DiagnosticCase(
            "a variable that does not end", .paths, #"{"/payouts/{id": {}}"#,
            ""),
        DiagnosticCase(
            "a variable in a variable", .paths, #"{"/{a{b}}": {}}"#,
            ""),
        DiagnosticCase(
            "the end of no variable", .paths, #"{"/payouts/id}": {}}"#,
            ""),
        DiagnosticCase(
            "a variable without a name", .paths, #"{"/payouts/{}": {}}"#,
            ""),
        DiagnosticCase(
            "variables beside text", .paths, #"{"/a/{b}.{c}:d/e#f": {}}"#,
            ""),
        DiagnosticCase(
            "no paths", .document, #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}}"#,
            ""),
        DiagnosticCase(
            "an operation without responses", .pathItem, #"{"get": {"operationId": "get"}}"#,
            ""),
        DiagnosticCase(
            "no response at all", .operation, #"{"responses": {}}"#,
            ""),
        DiagnosticCase(
            "responses of every kind", .responses, #"{"200": {"description": ""}, "4XX": {"description": ""}, "default": {"description": ""}, "x-a": 1}"#,
            ""),
        DiagnosticCase(
            "names that are no status", .responses, #"{"20": {"description": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": {"description": ""}}"#,
            ""),
        DiagnosticCase(
            "a response without description", .response, #"{"content": {}}"#,
            ""),
        DiagnosticCase(
            "an effect", .operation, #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": "undo"}"#,
            ""),
        DiagnosticCase(
            "an effect that does not exist", .operation, #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": "write"}"#,
            ""),
        DiagnosticCase(
            "an effect that is mistyped", .operation, #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": "comit"}"#,
            ""),
        DiagnosticCase(
            "an effect that is no word", .operation, #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": ["read"]}"#,
            ""),
        DiagnosticCase(
            "a response header that media types say", .response, #"{"description": "", "headers": {"content-type": {"schema": {"type": "string"}}}}"#,
            ""),
        DiagnosticCase(
            "a media type that is none", .response, #"{"description": "", "content": {"json": {}}}"#,
            ""),
        DiagnosticCase(
            "an example and examples", .response, #"{"description": "", "content": {"a/b": {"examples": {}, "example": 1}}}"#,
            ""),
        DiagnosticCase(
            "an example with two values", .example, #"{"value": 1, "externalValue": "https://example.com"}"#,
            ""),
        DiagnosticCase(
            "a link to two operations", .link, ##"{"operationId": "a", "operationRef": "#/b"}"##,
            ""),
        DiagnosticCase(
            "a link to no operation", .link, #"{}"#,
            ""),
        DiagnosticCase(
            "a body without content", .requestBody, #"{"required": true}"#,
            ""),
        DiagnosticCase(
            "a body whose content is null", .requestBody, #"{"content": null}"#,
            ""),
        DiagnosticCase(
            "a callback that is an array", .callback, #"[]"#,
            ""),
        DiagnosticCase(
            "a callback with an extension", .callback, #"{"x-note": 5, "{$url}": {"post": []}}"#,
            ""),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithOperations(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
