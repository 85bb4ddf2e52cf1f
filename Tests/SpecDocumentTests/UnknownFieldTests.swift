import Testing

struct UnknownFieldTests {
    static let cases = [
        DiagnosticCase(
            "a letter too few", .info, #"{"title": "T", "version": "1", "descripton": "x"}"#,
            #"""
            page.json:2:32: warning: `descripton` is not a field of the Info Object; did you mean `description`? [unknown-field]
            {"title": "T", "version": "1", "descripton": "x"}
                                           ^

            """#),
        DiagnosticCase(
            "a difference in case", .pathItem, #"{"GET": {"responses": {"200": {"description": ""}}}}"#,
            #"""
            page.json:2:2: warning: `GET` is not a field of the Path Item Object; did you mean `get`? [unknown-field]
            {"GET": {"responses": {"200": {"description": ""}}}}
             ^

            """#),
        DiagnosticCase(
            "nothing near", .info, #"{"title": "T", "version": "1", "motto": "x"}"#,
            #"""
            page.json:2:32: warning: `motto` is not a field of the Info Object; it is ignored [unknown-field]
            {"title": "T", "version": "1", "motto": "x"}
                                           ^

            """#),
        DiagnosticCase(
            "a field of another version", .schema, #"{"const": 1}"#,
            #"""
            page.json:2:2: warning: `const` of the Schema Object is a field of OpenAPI 3.1, and this document is 3.0; it is followed all the same [unknown-field]
            {"const": 1}
             ^

            """#),
        DiagnosticCase(
            "a field of the object around it", .response, #"{"description": "", "schema": {"type": "string"}}"#,
            #"""
            page.json:2:21: warning: `schema` is not a field of the Response Object; it is ignored [unknown-field]
            {"description": "", "schema": {"type": "string"}}
                                ^

            """#),
        DiagnosticCase(
            "extensions of others pass", .info, #"{"title": "T", "version": "1", "x-logo": {"url": 5}, "x-": 1}"#,
            ""),
        DiagnosticCase(
            "a mistyped extension of Kurus", .schema, #"{"x-kurus-sensitiv": true}"#,
            #"""
            page.json:2:2: warning: `x-kurus-sensitiv` is not an extension that Kurus knows; did you mean `x-kurus-sensitive`? [unknown-field]
            {"x-kurus-sensitiv": true}
             ^

            """#),
        DiagnosticCase(
            "a mistyped prefix", .operation, #"{"responses": {"200": {"description": ""}}, "x-kuru-effect": "read"}"#,
            #"""
            page.json:2:45: warning: `x-kuru-effect` is not an extension that Kurus knows; did you mean `x-kurus-effect`? [unknown-field]
            {"responses": {"200": {"description": ""}}, "x-kuru-effect": "read"}
                                                        ^

            """#),
        DiagnosticCase(
            "an unknown extension of Kurus", .schema, #"{"x-kurus-colour": "red"}"#,
            #"""
            page.json:2:2: warning: `x-kurus-colour` is not an extension that Kurus knows; allowed are `x-kurus-effect`, `x-kurus-identifiers`, `x-kurus-sensitive` and `x-kurus-deprecated` [unknown-field]
            {"x-kurus-colour": "red"}
             ^

            """#),
        DiagnosticCase(
            "an extension of Kurus in the wrong object", .schema, #"{"x-kurus-effect": "read"}"#,
            #"""
            page.json:2:2: warning: `x-kurus-effect` has no meaning in the Schema Object; it belongs in an Operation Object [unknown-field]
            {"x-kurus-effect": "read"}
             ^

            """#),
        DiagnosticCase(
            "a sensitive parameter", .parameter,
            #"{"name": "a", "in": "query", "schema": {}, "x-kurus-sensitive": true}"#,
            #"""
            page.json:2:44: warning: `x-kurus-sensitive` has no meaning in the Parameter Object; it belongs in a Schema Object or beside `$ref` [unknown-field]
            {"name": "a", "in": "query", "schema": {}, "x-kurus-sensitive": true}
                                                       ^

            """#),
        DiagnosticCase(
            "an extension with a prefix like that of Kurus", .schema, #"{"x-kudos-count": 1}"#,
            ""),
        DiagnosticCase(
            "several fields, in the document's order", .info,
            #"{"titel": "T", "version": "1", "title": "T", "licence": {"name": "x"}}"#,
            #"""
            page.json:2:2: warning: `titel` is not a field of the Info Object; did you mean `title`? [unknown-field]
            {"titel": "T", "version": "1", "title": "T", "licence": {"name": "x"}}
             ^
            page.json:2:46: warning: `licence` is not a field of the Info Object; did you mean `license`? [unknown-field]
            {"titel": "T", "version": "1", "title": "T", "licence": {"name": "x"}}
                                                         ^

            """#),
        DiagnosticCase(
            "a name with control characters", .info, #"{"title": "T", "version": "1", "a‮b": 1}"#,
            #"""
            page.json:2:32: warning: `a<U+202E>b` is not a field of the Info Object; it is ignored [unknown-field]
            {"title": "T", "version": "1", "a<U+202E>b": 1}
                                           ^

            """#),
    ]

    @Test(arguments: cases)
    func reportsUnknownFields(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
