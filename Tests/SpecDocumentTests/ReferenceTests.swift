import Testing

struct ReferenceTests {
    static let cases = [
        DiagnosticCase(
            "what it describes is read", .schema,
            ##"{"$ref": "#/a", "description": "x", "title": "x", "deprecated": true, "readOnly": true, "nullable": true}"##,
            ""),
        DiagnosticCase(
            "examples beside it are ignored silently", .schema, ##"{"$ref": "#/a", "example": 1, "examples": {}}"##,
            ""),
        DiagnosticCase(
            "anything else beside it is ignored with a warning", .schema,
            ##"{"$ref": "#/a", "type": "string", "maxLength": 5}"##,
            ##"""
            page.json:2:17: warning: `type` beside `$ref` is ignored [sloppy-document]
            {"$ref": "#/a", "type": "string", "maxLength": 5}
                            ^
            page.json:2:35: warning: `maxLength` beside `$ref` is ignored [sloppy-document]
            {"$ref": "#/a", "type": "string", "maxLength": 5}
                                              ^

            """##),
        DiagnosticCase(
            "extensions of others pass", .schema, ##"{"$ref": "#/a", "x-other": 1}"##,
            ""),
        DiagnosticCase(
            "a mistyped extension of Kurus", .schema, ##"{"$ref": "#/a", "x-kurus-sensitivity": true}"##,
            ##"""
            page.json:2:17: warning: `x-kurus-sensitivity` is not an extension that Kurus knows; did you mean `x-kurus-sensitive`? [unknown-field]
            {"$ref": "#/a", "x-kurus-sensitivity": true}
                            ^

            """##),
        DiagnosticCase(
            "wrong types beside it", .schema, ##"{"$ref": "#/a", "description": 5, "nullable": "yes"}"##,
            ##"""
            page.json:2:32: warning: `description` of the Reference Object must be a string, and is a number; it is ignored [sloppy-document]
            {"$ref": "#/a", "description": 5, "nullable": "yes"}
                                           ^
            page.json:2:47: error: `nullable` of the Reference Object must be a boolean, and is a string [wrong-type]
            {"$ref": "#/a", "description": 5, "nullable": "yes"}
                                                          ^

            """##),
        DiagnosticCase(
            "a target that is no string", .schema, #"{"$ref": {"type": "string"}}"#,
            #"""
            page.json:2:10: error: `$ref` of the Reference Object must be a string, and is an object [wrong-type]
            {"$ref": {"type": "string"}}
                     ^

            """#),
        DiagnosticCase(
            "a target that is null", .schema, #"{"$ref": null}"#,
            #"""
            page.json:2:10: error: `$ref` of the Reference Object is null, and is required [missing-field]
            {"$ref": null}
                     ^

            """#),
        DiagnosticCase(
            "in a parameter", .parameter, #"{"$ref": 5}"#,
            #"""
            page.json:2:10: warning: `$ref` of the Reference Object is a number, which is read as the string `5` [sloppy-document]
            {"$ref": 5}
                     ^

            """#),
        DiagnosticCase(
            "in a property", .schema, ##"{"properties": {"a": {"$ref": "#/a", "default": 1}}}"##,
            ##"""
            page.json:2:38: warning: `default` beside `$ref` is ignored [sloppy-document]
            {"properties": {"a": {"$ref": "#/a", "default": 1}}}
                                                 ^

            """##),
        DiagnosticCase(
            "a property of that name", .schema, ##"{"properties": {"$ref": "#/a"}}"##,
            ##"""
            page.json:2:25: error: `$ref` in `properties` of the Schema Object must be an object, and is a string [wrong-type]
            {"properties": {"$ref": "#/a"}}
                                    ^

            """##),
    ]

    @Test(arguments: cases)
    func reportsWhatIsIgnored(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
