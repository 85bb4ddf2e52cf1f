import Testing

struct PathDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "a path without its slash", .paths, #"{"payouts": {}}"#,
            #"""
            page.json:2:2: error: the path `payouts` must begin with `/` [invalid-value]
            {"payouts": {}}
             ^

            """#),
        DiagnosticCase(
            "extensions pass", .paths, #"{"x-note": 5}"#,
            ""),
        DiagnosticCase(
            "a path that is no object", .paths, #"{"/payouts": []}"#,
            #"""
            page.json:2:14: error: `/payouts` in `paths` of the OpenAPI Object must be an object, and is an array [wrong-type]
            {"/payouts": []}
                         ^

            """#),
        DiagnosticCase(
            "a variable that does not end", .paths, #"{"/payouts/{id": {}}"#,
            #"""
            page.json:2:2: error: the path `/payouts/{id` has a `{` without a `}` after it [invalid-value]
            {"/payouts/{id": {}}
             ^

            """#),
        DiagnosticCase(
            "a variable in a variable", .paths, #"{"/{a{b}}": {}}"#,
            #"""
            page.json:2:2: error: the path `/{a{b}}` has a `{` between `{` and `}` [invalid-value]
            {"/{a{b}}": {}}
             ^

            """#),
        DiagnosticCase(
            "the end of no variable", .paths, #"{"/payouts/id}": {}}"#,
            #"""
            page.json:2:2: error: the path `/payouts/id}` has a `}` without a `{` before it [invalid-value]
            {"/payouts/id}": {}}
             ^

            """#),
        DiagnosticCase(
            "a variable without a name", .paths, #"{"/payouts/{}": {}}"#,
            #"""
            page.json:2:2: error: the path `/payouts/{}` has a variable without a name: `{}` [invalid-value]
            {"/payouts/{}": {}}
             ^

            """#),
        DiagnosticCase(
            "variables beside text", .paths, #"{"/a/{b}.{c}:d/e#f": {}}"#,
            ""),
        DiagnosticCase(
            "no paths", .document, #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}}"#,
            #"""
            page.json:1:1: warning: the OpenAPI Object has no `paths`, which is required [sloppy-document]
            {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}}
            ^

            """#),
        DiagnosticCase(
            "an operation without responses", .pathItem, #"{"get": {"operationId": "get"}}"#,
            #"""
            page.json:2:9: warning: the Operation Object has no `responses`, which is required [sloppy-document]
            {"get": {"operationId": "get"}}
                    ^

            """#),
        DiagnosticCase(
            "no response at all", .operation, #"{"responses": {}}"#,
            #"""
            page.json:2:15: warning: `responses` has no response, and must have one at least [sloppy-document]
            {"responses": {}}
                          ^

            """#),
        DiagnosticCase(
            "responses of every kind", .responses,
            #"{"200": {"description": ""}, "4XX": {"description": ""}, "default": {"description": ""}, "x-a": 1}"#,
            ""),
        DiagnosticCase(
            "names that are no status", .responses,
            #"{"20": {"description": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": {"description": ""}}"#,
            #"""
            page.json:2:2: error: `20` is not a status of a response; allowed are `100` to `599`, `1XX` to `5XX` and `default` [invalid-value]
            {"20": {"description": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": …
             ^
            page.json:2:29: error: `600` is not a status of a response; allowed are `100` to `599`, `1XX` to `5XX` and `default` [invalid-value]
            {"20": {"description": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": …
                                        ^
            page.json:2:57: warning: `2xx` is read as the status `2XX` [sloppy-document]
            {"20": {"description": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": …
                                                                    ^
            page.json:2:85: error: `2X0` is not a status of a response; allowed are `100` to `599`, `1XX` to `5XX` and `default` [invalid-value]
            …": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": {"description": ""}}
                                                                             ^
            page.json:2:113: error: `OK` is not a status of a response; allowed are `100` to `599`, `1XX` to `5XX` and `default` [invalid-value]
            …": ""}, "600": {"description": ""}, "2xx": {"description": ""}, "2X0": {"description": ""}, "OK": {"description": ""}}
                                                                                                         ^

            """#),
        DiagnosticCase(
            "a response without description", .response, #"{"content": {}}"#,
            #"""
            page.json:2:1: warning: the Response Object has no `description`, which is required [sloppy-document]
            {"content": {}}
            ^

            """#),
        DiagnosticCase(
            "an effect", .operation, #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": "undo"}"#,
            ""),
        DiagnosticCase(
            "an effect that does not exist", .operation,
            #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": "write"}"#,
            #"""
            page.json:2:63: error: `x-kurus-effect` of the Operation Object is `write`; allowed are `read`, `prepare`, `commit` and `undo` [invalid-value]
            {"responses": {"200": {"description": ""}}, "x-kurus-effect": "write"}
                                                                          ^

            """#),
        DiagnosticCase(
            "an effect that is mistyped", .operation,
            #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": "comit"}"#,
            #"""
            page.json:2:63: error: `x-kurus-effect` of the Operation Object is `comit`; allowed are `read`, `prepare`, `commit` and `undo`; did you mean `commit`? [invalid-value]
            {"responses": {"200": {"description": ""}}, "x-kurus-effect": "comit"}
                                                                          ^

            """#),
        DiagnosticCase(
            "an effect that is no word", .operation,
            #"{"responses": {"200": {"description": ""}}, "x-kurus-effect": ["read"]}"#,
            #"""
            page.json:2:63: error: `x-kurus-effect` of the Operation Object must be a string, and is an array [wrong-type]
            {"responses": {"200": {"description": ""}}, "x-kurus-effect": ["read"]}
                                                                          ^

            """#),
        DiagnosticCase(
            "a response header that media types say", .response,
            #"{"description": "", "headers": {"content-type": {"schema": {"type": "string"}}}}"#,
            #"""
            page.json:2:33: warning: the header `content-type` is ignored: the media types of `content` already give it [sloppy-document]
            {"description": "", "headers": {"content-type": {"schema": {"type": "string"}}}}
                                            ^

            """#),
        DiagnosticCase(
            "a media type that is none", .response, #"{"description": "", "content": {"json": {}}}"#,
            #"""
            page.json:2:33: warning: `json` is not a media type, which has the form `type/subtype` [sloppy-document]
            {"description": "", "content": {"json": {}}}
                                            ^

            """#),
        DiagnosticCase(
            "an example and examples", .response,
            #"{"description": "", "content": {"a/b": {"examples": {}, "example": 1}}}"#,
            #"""
            page.json:2:41: warning: the Media Type Object has `example` and `examples`; only one of them is allowed [sloppy-document]
            {"description": "", "content": {"a/b": {"examples": {}, "example": 1}}}
                                                    ^
            page.json:2:57: note: `example` is here
            {"description": "", "content": {"a/b": {"examples": {}, "example": 1}}}
                                                                    ^

            """#),
        DiagnosticCase(
            "an example with two values", .example, #"{"value": 1, "externalValue": "https://example.com"}"#,
            #"""
            page.json:2:1: warning: the Example Object has `value` and `externalValue`; only one of them is allowed [sloppy-document]
            {"value": 1, "externalValue": "https://example.com"}
            ^

            """#),
        DiagnosticCase(
            "a link to two operations", .link, ##"{"operationId": "a", "operationRef": "#/b"}"##,
            ##"""
            page.json:2:1: warning: the Link Object has `operationRef` and `operationId`; only one of them is allowed [sloppy-document]
            {"operationId": "a", "operationRef": "#/b"}
            ^

            """##),
        DiagnosticCase(
            "a link to no operation", .link, #"{}"#,
            #"""
            page.json:2:1: warning: the Link Object has neither `operationRef` nor `operationId`; one of them is required [sloppy-document]
            {}
            ^

            """#),
        DiagnosticCase(
            "a body without content", .requestBody, #"{"required": true}"#,
            #"""
            page.json:2:1: error: the Request Body Object has no `content`, which is required [missing-field]
            {"required": true}
            ^

            """#),
        DiagnosticCase(
            "a body whose content is null", .requestBody, #"{"content": null}"#,
            #"""
            page.json:2:13: error: `content` of the Request Body Object is null, and is required [missing-field]
            {"content": null}
                        ^

            """#),
        DiagnosticCase(
            "a callback that is an array", .callback, #"[]"#,
            #"""
            page.json:2:1: error: `C` in `callbacks` of the Components Object must be an object, and is an array [wrong-type]
            []
            ^

            """#),
        DiagnosticCase(
            "a callback with an extension", .callback, #"{"x-note": 5, "{$url}": {"post": []}}"#,
            #"""
            page.json:2:34: error: `post` of the Path Item Object must be an object, and is an array [wrong-type]
            {"x-note": 5, "{$url}": {"post": []}}
                                             ^

            """#),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithOperations(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
