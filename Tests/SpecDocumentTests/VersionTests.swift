import Testing

struct VersionTests {
    static let cases = [
        DiagnosticCase(
            "Swagger 2", .document, #"{"swagger": "2.0", "info": {}}"#,
            #"""
            page.json:1:13: error: Swagger 2.0 cannot be read; convert the document to OpenAPI 3, for example with `npx swagger2openapi swagger.json -o openapi.json` [unsupported-version]
            {"swagger": "2.0", "info": {}}
                        ^

            """#),
        DiagnosticCase(
            "OpenAPI 3.1 without anything", .document,
            #"{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}"#,
            #"""
            page.json:1:1: warning: the OpenAPI Object has none of `paths`, `components` and `webhooks`; one of them is required [sloppy-document]
            {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
            ^

            """#),
        DiagnosticCase(
            "OpenAPI 3.1 with schemas alone", .document,
            #"{"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "components": {"schemas": {}}}"#, ""),
        DiagnosticCase(
            "OpenAPI 3.2 without patch", .document,
            #"{"openapi": "3.2", "info": {"title": "T", "version": "1"}, "webhooks": {}}"#,
            #"""
            page.json:1:13: warning: `openapi` is `3.2`, and must be a version such as `3.2.0` [sloppy-document]
            {"openapi": "3.2", "info": {"title": "T", "version": "1"}, "webhooks": {}}
                        ^

            """#),
        DiagnosticCase(
            "OpenAPI 3.3", .document, #"{"info": 5, "openapi": "3.3.0"}"#,
            #"""
            page.json:1:24: error: OpenAPI 3.3.0 cannot be read; Kurus reads 3.0, 3.1 and 3.2 [unsupported-version]
            {"info": 5, "openapi": "3.3.0"}
                                   ^

            """#),
        DiagnosticCase(
            "a version that will come", .document, #"{"openapi": "4"}"#,
            #"""
            page.json:1:13: error: OpenAPI 4 cannot be read; Kurus reads 3.0, 3.1 and 3.2 [unsupported-version]
            {"openapi": "4"}
                        ^

            """#),
        DiagnosticCase(
            "a version without patch", .document,
            #"{"openapi": "3.0", "info": {"title": "T", "version": "1"}, "paths": {}}"#,
            #"""
            page.json:1:13: warning: `openapi` is `3.0`, and must be a version such as `3.0.0` [sloppy-document]
            {"openapi": "3.0", "info": {"title": "T", "version": "1"}, "paths": {}}
                        ^

            """#),
        DiagnosticCase(
            "a version with a suffix", .document,
            #"{"openapi": "3.0.0-rc1", "info": {"title": "T", "version": "1"}, "paths": {}}"#,
            #"""
            page.json:1:13: warning: `openapi` is `3.0.0-rc1`, and must be a version such as `3.0.0` [sloppy-document]
            {"openapi": "3.0.0-rc1", "info": {"title": "T", "version": "1"}, "paths": {}}
                        ^

            """#),
        DiagnosticCase(
            "a version that begins like one that is read", .document, #"{"openapi": "3.00.1"}"#,
            #"""
            page.json:1:13: error: OpenAPI 3.00.1 cannot be read; Kurus reads 3.0, 3.1 and 3.2 [unsupported-version]
            {"openapi": "3.00.1"}
                        ^

            """#),
        DiagnosticCase(
            "a number", .document, #"{"openapi": 3.0}"#,
            #"""
            page.json:1:13: error: `openapi` of the OpenAPI Object must be a string such as "3.1.1", and is a number [wrong-type]
            {"openapi": 3.0}
                        ^

            """#),
        DiagnosticCase(
            "null", .document, #"{"openapi": null}"#,
            #"""
            page.json:1:13: error: `openapi` of the OpenAPI Object must be a string such as "3.1.1", and is null [wrong-type]
            {"openapi": null}
                        ^

            """#),
        DiagnosticCase(
            "no version", .document, #"{"info": {"title": "T", "version": "1"}, "paths": {}}"#,
            #"""
            page.json:1:1: error: the OpenAPI Object has no `openapi`, which is required [missing-field]
            {"info": {"title": "T", "version": "1"}, "paths": {}}
            ^

            """#),
        DiagnosticCase(
            "no object", .document, #"["openapi", "3.0.3"]"#,
            #"""
            page.json:1:1: error: the document must be an object, and is an array [wrong-type]
            ["openapi", "3.0.3"]
            ^

            """#),
        DiagnosticCase(
            "swagger without a version", .document, #"{"swagger": {}}"#,
            #"""
            page.json:1:13: error: Swagger documents cannot be read; convert the document to OpenAPI 3, for example with `npx swagger2openapi swagger.json -o openapi.json` [unsupported-version]
            {"swagger": {}}
                        ^

            """#),
    ]

    @Test(arguments: cases)
    func namesTheSupportedVersions(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
