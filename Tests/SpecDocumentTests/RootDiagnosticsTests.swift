import Testing

struct RootDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "info without anything", .info, #"{}"#,
            ""),
        DiagnosticCase(
            "info that is a string", .info, #""Payouts""#,
            ""),
        DiagnosticCase(
            "a description without a value", .info, #"{"title": "T", "version": "1", "description": null}"#,
            ""),
        DiagnosticCase(
            "a title without a value", .info, #"{"title": null, "version": "1"}"#,
            ""),
        DiagnosticCase(
            "a version that is a number", .info, #"{"title": "T", "version": 1.0}"#,
            ""),
        DiagnosticCase(
            "addresses that are none", .info, #"{"title": "T", "version": "1", "termsOfService": "see the site", "contact": {"url": "", "email": "desk"}, "license": {"name": "L", "url": "a%2"}}"#,
            ""),
        DiagnosticCase(
            "external documentation without address", .rootFields, #""externalDocs": {"description": "x"}"#,
            ""),
        DiagnosticCase(
            "servers that are no array", .rootFields, #""servers": {"url": "/"}"#,
            ""),
        DiagnosticCase(
            "a server that is a string", .rootFields, #""servers": ["https://example.com"]"#,
            ""),
        DiagnosticCase(
            "a server's variable that is not described", .rootFields, #""servers": [{"url": "https://{host}/{path}", "variables": {"path": {"default": "v1"}}}]"#,
            ""),
        DiagnosticCase(
            "a server's variable that does not end", .rootFields, #""servers": [{"url": "https://{host"}]"#,
            ""),
        DiagnosticCase(
            "a variable whose default is none of its values", .rootFields, #""servers": [{"url": "/{a}", "variables": {"a": {"enum": ["x"], "default": "y"}}}]"#,
            ""),
        DiagnosticCase(
            "a variable without values", .rootFields, #""servers": [{"url": "/{a}", "variables": {"a": {"enum": [], "default": "y"}}}]"#,
            ""),
        DiagnosticCase(
            "a variable without default", .rootFields, #""servers": [{"url": "/{a}", "variables": {"a": {"enum": ["x"]}}}]"#,
            ""),
        DiagnosticCase(
            "two tags of one name", .rootFields, #""tags": [{"name": "a"}, {"name": "b"}, {"name": "a"}]"#,
            ""),
        DiagnosticCase(
            "security that is an object", .rootFields, #""security": {"key": []}"#,
            ""),
        DiagnosticCase(
            "scopes that are no array", .rootFields, #""security": [{"key": "read", "other": [1]}]"#,
            ""),
        DiagnosticCase(
            "component names", .components, #"{"schemas": {"a.b-c_D9": {}, "a b": {}, "": {}, "ş": {}}}"#,
            ""),
        DiagnosticCase(
            "components that are an array", .components, #"{"schemas": [], "responses": {"R": []}}"#,
            ""),
        DiagnosticCase(
            "an unknown type of security", .securityScheme, #"{"type": "basic"}"#,
            ""),
        DiagnosticCase(
            "no type of security", .securityScheme, #"{"description": "x"}"#,
            ""),
        DiagnosticCase(
            "a key in a path", .securityScheme, #"{"type": "apiKey", "name": "a", "in": "path"}"#,
            ""),
        DiagnosticCase(
            "a key without name and place", .securityScheme, #"{"type": "apiKey"}"#,
            ""),
        DiagnosticCase(
            "fields of another type", .securityScheme, #"{"type": "http", "scheme": "basic", "name": "a", "flows": 5}"#,
            ""),
        DiagnosticCase(
            "http without scheme", .securityScheme, #"{"type": "http"}"#,
            ""),
        DiagnosticCase(
            "flows without addresses", .securityScheme, #"{"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}"#,
            ""),
        DiagnosticCase(
            "an address without value", .securityScheme, #"{"type": "openIdConnect", "openIdConnectUrl": null}"#,
            ""),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithTheRest(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
