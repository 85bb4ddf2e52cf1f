import Testing

struct ParameterDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "no place", .parameter, #"{"name": "a", "schema": {}}"#,
            #"""
            page.json:2:1: error: the Parameter Object has no `in`, which is required [missing-field]
            {"name": "a", "schema": {}}
            ^

            """#),
        DiagnosticCase(
            "a place of Swagger 2", .parameter, #"{"name": "a", "in": "body", "schema": {}}"#,
            #"""
            page.json:2:21: error: `in` of the Parameter Object is `body`; allowed are `query`, `header`, `path` and `cookie` [invalid-value]
            {"name": "a", "in": "body", "schema": {}}
                                ^

            """#),
        DiagnosticCase(
            "a place that is mistyped", .parameter, #"{"name": "a", "in": "Query", "schema": {}}"#,
            #"""
            page.json:2:21: warning: `in` of the Parameter Object is `Query`, which is read as `query` [sloppy-document]
            {"name": "a", "in": "Query", "schema": {}}
                                ^

            """#),
        DiagnosticCase(
            "a place that is null", .parameter, #"{"name": "a", "in": null, "schema": {}}"#,
            #"""
            page.json:2:21: error: `in` of the Parameter Object is null, and is required [missing-field]
            {"name": "a", "in": null, "schema": {}}
                                ^

            """#),
        DiagnosticCase(
            "neither schema nor content", .parameter, #"{"name": "a", "in": "query"}"#,
            #"""
            page.json:2:1: error: the Parameter Object has neither `schema` nor `content`; one of them is required [missing-field]
            {"name": "a", "in": "query"}
            ^

            """#),
        DiagnosticCase(
            "schema and content", .parameter, #"{"name": "a", "in": "query", "schema": {}, "content": {"a/b": {}}}"#,
            #"""
            page.json:2:44: error: the Parameter Object has `schema` and `content`; only one of them is allowed [invalid-value]
            {"name": "a", "in": "query", "schema": {}, "content": {"a/b": {}}}
                                                       ^
            page.json:2:30: note: `schema` is here
            {"name": "a", "in": "query", "schema": {}, "content": {"a/b": {}}}
                                         ^

            """#),
        DiagnosticCase(
            "two contents", .parameter, #"{"name": "a", "in": "query", "content": {"a/b": {}, "c/d": {}}}"#,
            #"""
            page.json:2:41: error: `content` of the Parameter Object has 2 media types, and must have one [invalid-value]
            {"name": "a", "in": "query", "content": {"a/b": {}, "c/d": {}}}
                                                    ^

            """#),
        DiagnosticCase(
            "no content", .parameter, #"{"name": "a", "in": "query", "content": {}}"#,
            #"""
            page.json:2:41: error: `content` of the Parameter Object has 0 media types, and must have one [invalid-value]
            {"name": "a", "in": "query", "content": {}}
                                                    ^

            """#),
        DiagnosticCase(
            "a path parameter that is not required", .parameter, #"{"name": "a", "in": "path", "schema": {}}"#,
            #"""
            page.json:2:1: warning: the path parameter `a` must have `required: true` [sloppy-document]
            {"name": "a", "in": "path", "schema": {}}
            ^

            """#),
        DiagnosticCase(
            "a path parameter that may be left out", .parameter,
            #"{"name": "a", "in": "path", "required": false, "schema": {}}"#,
            #"""
            page.json:2:41: warning: the path parameter `a` must have `required: true` [sloppy-document]
            {"name": "a", "in": "path", "required": false, "schema": {}}
                                                    ^

            """#),
        DiagnosticCase(
            "fields for queries", .parameter,
            #"{"name": "a", "in": "header", "allowEmptyValue": true, "allowReserved": true, "schema": {}}"#,
            #"""
            page.json:2:50: warning: `allowEmptyValue` is only for query parameters, and `a` is not one [sloppy-document]
            {"name": "a", "in": "header", "allowEmptyValue": true, "allowReserved": true, "schema": {}}
                                                             ^
            page.json:2:73: warning: `allowReserved` is only for query parameters, and `a` is not one [sloppy-document]
            {"name": "a", "in": "header", "allowEmptyValue": true, "allowReserved": true, "schema": {}}
                                                                                    ^

            """#),
        DiagnosticCase(
            "an unknown style", .parameter, #"{"name": "a", "in": "query", "style": "csv", "schema": {}}"#,
            #"""
            page.json:2:39: error: `style` of the Parameter Object is `csv`; allowed are `form`, `spaceDelimited`, `pipeDelimited` and `deepObject` [invalid-value]
            {"name": "a", "in": "query", "style": "csv", "schema": {}}
                                                  ^

            """#),
        DiagnosticCase(
            "a style that is mistyped", .parameter,
            #"{"name": "a", "in": "query", "style": "deepobject", "schema": {}}"#,
            #"""
            page.json:2:39: warning: `style` of the Parameter Object is `deepobject`, which is read as `deepObject` [sloppy-document]
            {"name": "a", "in": "query", "style": "deepobject", "schema": {}}
                                                  ^

            """#),
        DiagnosticCase(
            "a style of another place", .parameter,
            #"{"name": "a", "in": "path", "required": true, "style": "form", "schema": {}}"#,
            #"""
            page.json:2:56: error: `style` of the Parameter Object is `form`; allowed are `simple`, `label` and `matrix` [invalid-value]
            {"name": "a", "in": "path", "required": true, "style": "form", "schema": {}}
                                                                   ^

            """#),
        DiagnosticCase(
            "a style in a header", .header, #"{"style": "form", "schema": {}}"#,
            #"""
            page.json:2:11: error: `style` of the Header Object is `form`; allowed is `simple` [invalid-value]
            {"style": "form", "schema": {}}
                      ^

            """#),
        DiagnosticCase(
            "an example and examples", .parameter,
            #"{"name": "a", "in": "query", "schema": {}, "example": 1, "examples": {}}"#,
            #"""
            page.json:2:58: warning: the Parameter Object has `example` and `examples`; only one of them is allowed [sloppy-document]
            {"name": "a", "in": "query", "schema": {}, "example": 1, "examples": {}}
                                                                     ^
            page.json:2:44: note: `example` is here
            {"name": "a", "in": "query", "schema": {}, "example": 1, "examples": {}}
                                                       ^

            """#),
        DiagnosticCase(
            "a header without schema", .header, #"{"description": "x"}"#,
            #"""
            page.json:2:1: error: the Header Object has neither `schema` nor `content`; one of them is required [missing-field]
            {"description": "x"}
            ^

            """#),
        DiagnosticCase(
            "a style in a form", .requestBody,
            #"{"content": {"a/b": {"encoding": {"p": {"style": "simple", "headers": {"Content-Type": {"schema": {}}}}}}}}"#,
            #"""
            page.json:2:50: error: `style` of the Encoding Object is `simple`; allowed are `form`, `spaceDelimited`, `pipeDelimited` and `deepObject` [invalid-value]
            {"content": {"a/b": {"encoding": {"p": {"style": "simple", "headers": {"Content-Type": {"schema": {}}}}}}}}
                                                             ^
            page.json:2:72: warning: the header `Content-Type` is ignored: the media types of `content` already give it [sloppy-document]
            {"content": {"a/b": {"encoding": {"p": {"style": "simple", "headers": {"Content-Type": {"schema": {}}}}}}}}
                                                                                   ^

            """#),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithParameters(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
