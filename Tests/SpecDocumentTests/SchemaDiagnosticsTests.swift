import Testing

struct SchemaDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "a property that is required by itself", .schema,
            #"{"properties": {"a": {"type": "string", "required": true}}}"#,
            #"""
            page.json:2:53: warning: `required` is a boolean, which is ignored; write the property's name into `required` of the object around it [sloppy-document]
            {"properties": {"a": {"type": "string", "required": true}}}
                                                                ^

            """#),
        DiagnosticCase(
            "required names that are no strings", .schema, #"{"required": ["a", 5]}"#,
            #"""
            page.json:2:20: warning: an element of `required` of the Schema Object is a number, which is read as the string `5` [sloppy-document]
            {"required": ["a", 5]}
                               ^

            """#),
        DiagnosticCase(
            "required names that repeat", .schema, #"{"required": ["a", "b", "a"]}"#,
            #"""
            page.json:2:25: warning: `required` names `a` twice [sloppy-document]
            {"required": ["a", "b", "a"]}
                                    ^

            """#),
        DiagnosticCase(
            "no required names", .schema, #"{"required": []}"#,
            #"""
            page.json:2:14: warning: `required` is empty; leave it out [sloppy-document]
            {"required": []}
                         ^

            """#),
        DiagnosticCase(
            "several types", .schema, #"{"type": ["string", "null"]}"#,
            #"""
            page.json:2:10: warning: `type` is an array, as OpenAPI 3.1 allows; 3.0 has one word, and `nullable` [sloppy-document]
            {"type": ["string", "null"]}
                     ^

            """#),
        DiagnosticCase(
            "types that are no strings", .schema, #"{"type": ["string", null]}"#,
            #"""
            page.json:2:10: warning: `type` is an array, as OpenAPI 3.1 allows; 3.0 has one word, and `nullable` [sloppy-document]
            {"type": ["string", null]}
                     ^
            page.json:2:21: error: an element of `type` of the Schema Object must be a string, and is null [wrong-type]
            {"type": ["string", null]}
                                ^

            """#),
        DiagnosticCase(
            "a type that is an object", .schema, #"{"type": {"type": "string"}}"#,
            #"""
            page.json:2:10: error: `type` of the Schema Object must be a string, and is an object [wrong-type]
            {"type": {"type": "string"}}
                     ^

            """#),
        DiagnosticCase(
            "an exclusive limit of 3.1", .schema, #"{"exclusiveMinimum": 0, "exclusiveMaximum": 10}"#,
            #"""
            page.json:2:22: warning: `exclusiveMinimum` is a number, as OpenAPI 3.1 allows; 3.0 has a boolean beside `minimum` [sloppy-document]
            {"exclusiveMinimum": 0, "exclusiveMaximum": 10}
                                 ^
            page.json:2:45: warning: `exclusiveMaximum` is a number, as OpenAPI 3.1 allows; 3.0 has a boolean beside `maximum` [sloppy-document]
            {"exclusiveMinimum": 0, "exclusiveMaximum": 10}
                                                        ^

            """#),
        DiagnosticCase(
            "an exclusive limit without a limit", .schema, #"{"exclusiveMinimum": true}"#,
            #"""
            page.json:2:2: warning: `exclusiveMinimum` has no effect without `minimum` [sloppy-document]
            {"exclusiveMinimum": true}
             ^

            """#),
        DiagnosticCase(
            "an exclusive limit that is a string", .schema, #"{"maximum": 1, "exclusiveMaximum": "true"}"#,
            #"""
            page.json:2:36: error: `exclusiveMaximum` of the Schema Object must be a boolean, and is a string [wrong-type]
            {"maximum": 1, "exclusiveMaximum": "true"}
                                               ^

            """#),
        DiagnosticCase(
            "a limit in quotes", .schema, #"{"maximum": "10"}"#,
            #"""
            page.json:2:13: warning: `maximum` of the Schema Object is a string, which is read as the number 10 [sloppy-document]
            {"maximum": "10"}
                        ^

            """#),
        DiagnosticCase(
            "a length that is no count", .schema, #"{"maxLength": -1, "minLength": 1.5, "maxItems": 1e40}"#,
            #"""
            page.json:2:15: warning: `maxLength` of the Schema Object is -1, and must be an integer from 0 to 9223372036854775807; it is ignored [sloppy-document]
            {"maxLength": -1, "minLength": 1.5, "maxItems": 1e40}
                          ^
            page.json:2:32: warning: `minLength` of the Schema Object is 1.5, and must be an integer from 0 to 9223372036854775807; it is ignored [sloppy-document]
            {"maxLength": -1, "minLength": 1.5, "maxItems": 1e40}
                                           ^
            page.json:2:49: warning: `maxItems` of the Schema Object is 1e40, and must be an integer from 0 to 9223372036854775807; it is ignored [sloppy-document]
            {"maxLength": -1, "minLength": 1.5, "maxItems": 1e40}
                                                            ^

            """#),
        DiagnosticCase(
            "a multiple of nothing", .schema, #"{"multipleOf": 0.0e5}"#,
            #"""
            page.json:2:16: warning: `multipleOf` is 0.0e5, and must be greater than 0 [sloppy-document]
            {"multipleOf": 0.0e5}
                           ^

            """#),
        DiagnosticCase(
            "an array without items", .schema, #"{"type": "array"}"#,
            #"""
            page.json:2:10: warning: an array's schema has no `items`, which is required [sloppy-document]
            {"type": "array"}
                     ^

            """#),
        DiagnosticCase(
            "items as a tuple", .schema, #"{"type": "array", "items": [{"type": "string"}]}"#,
            #"""
            page.json:2:28: error: `items` of the Schema Object must be an object, and is an array [wrong-type]
            {"type": "array", "items": [{"type": "string"}]}
                                       ^

            """#),
        DiagnosticCase(
            "null where a schema may stand", .schema, #"{"items": null, "additionalProperties": null, "not": null}"#,
            #"""
            page.json:2:11: warning: `items` of the Schema Object is null, which is read as if it were absent [sloppy-document]
            {"items": null, "additionalProperties": null, "not": null}
                      ^
            page.json:2:41: warning: `additionalProperties` of the Schema Object is null, which is read as if it were absent [sloppy-document]
            {"items": null, "additionalProperties": null, "not": null}
                                                    ^
            page.json:2:54: warning: `not` of the Schema Object is null, which is read as if it were absent [sloppy-document]
            {"items": null, "additionalProperties": null, "not": null}
                                                                 ^

            """#),
        DiagnosticCase(
            "additional properties that are neither", .schema, #"{"additionalProperties": "yes"}"#,
            #"""
            page.json:2:26: error: `additionalProperties` of the Schema Object must be a boolean or an object, and is a string [wrong-type]
            {"additionalProperties": "yes"}
                                     ^

            """#),
        DiagnosticCase(
            "a property that is no schema", .schema, #"{"properties": {"a": true, "b": {"type": "string"}}}"#,
            #"""
            page.json:2:22: error: `a` in `properties` of the Schema Object must be an object, and is a boolean [wrong-type]
            {"properties": {"a": true, "b": {"type": "string"}}}
                                 ^

            """#),
        DiagnosticCase(
            "an alternative that is no schema", .schema, #"{"oneOf": [{}, "string"]}"#,
            #"""
            page.json:2:16: error: an element of `oneOf` of the Schema Object must be an object, and is a string [wrong-type]
            {"oneOf": [{}, "string"]}
                           ^

            """#),
        DiagnosticCase(
            "no alternatives", .schema, #"{"oneOf": [], "allOf": []}"#,
            #"""
            page.json:2:11: warning: `oneOf` is empty; leave it out [sloppy-document]
            {"oneOf": [], "allOf": []}
                      ^
            page.json:2:24: warning: `allOf` is empty; leave it out [sloppy-document]
            {"oneOf": [], "allOf": []}
                                   ^

            """#),
        DiagnosticCase(
            "an empty enumeration", .schema, #"{"enum": []}"#,
            #"""
            page.json:2:10: warning: `enum` is empty; it should have one element at least [sloppy-document]
            {"enum": []}
                     ^

            """#),
        DiagnosticCase(
            "an example outside the enumeration", .schema, #"{"enum": ["a", 1], "example": "b", "default": 1.0}"#,
            #"""
            page.json:2:31: warning: `example` is not one of the values of `enum` [sloppy-document]
            {"enum": ["a", 1], "example": "b", "default": 1.0}
                                          ^
            page.json:2:47: warning: `default` is not one of the values of `enum` [sloppy-document]
            {"enum": ["a", 1], "example": "b", "default": 1.0}
                                                          ^

            """#),
        DiagnosticCase(
            "an example of an enumeration that may be null", .schema,
            #"{"type": "string", "enum": ["a"], "nullable": true, "example": null, "default": null}"#,
            ""),
        DiagnosticCase(
            "an array as example beside an enumeration", .schema, #"{"enum": ["a"], "example": ["a"]}"#,
            ""),
        DiagnosticCase(
            "read-only and write-only", .schema, #"{"readOnly": true, "writeOnly": true}"#,
            #"""
            page.json:2:33: warning: a schema is `readOnly` or `writeOnly`, never both [sloppy-document]
            {"readOnly": true, "writeOnly": true}
                                            ^

            """#),
        DiagnosticCase(
            "a discriminator without a property", .schema, #"{"discriminator": {"mapping": {"a": "A"}}}"#,
            #"""
            page.json:2:19: error: the Discriminator Object has no `propertyName`, which is required [missing-field]
            {"discriminator": {"mapping": {"a": "A"}}}
                              ^

            """#),
        DiagnosticCase(
            "a discriminator that is a word", .schema, #"{"discriminator": "kind"}"#,
            #"""
            page.json:2:19: error: `discriminator` of the Schema Object must be an object, and is a string [wrong-type]
            {"discriminator": "kind"}
                              ^

            """#),
        DiagnosticCase(
            "a mapping to no name", .schema, #"{"discriminator": {"propertyName": "kind", "mapping": {"a": 1}}}"#,
            #"""
            page.json:2:61: warning: `a` in `mapping` of the Discriminator Object is a number, which is read as the string `1` [sloppy-document]
            {"discriminator": {"propertyName": "kind", "mapping": {"a": 1}}}
                                                                        ^

            """#),
        DiagnosticCase(
            "a deprecated value", .schema, #"{"enum": ["a", 2], "x-kurus-deprecated": ["a", 2]}"#,
            ""),
        DiagnosticCase(
            "a deprecated value that is mistyped", .schema,
            #"{"enum": ["SUCCESS", "FAILURE"], "x-kurus-deprecated": ["SUCCES"]}"#,
            #"""
            page.json:2:57: error: `SUCCES` is not a value of `enum`; allowed are `SUCCESS` and `FAILURE`; did you mean `SUCCESS`? [invalid-value]
            {"enum": ["SUCCESS", "FAILURE"], "x-kurus-deprecated": ["SUCCES"]}
                                                                    ^

            """#),
        DiagnosticCase(
            "a deprecated value without an enumeration", .schema, #"{"x-kurus-deprecated": ["a"]}"#,
            #"""
            page.json:2:25: error: `a` is not a value of `enum`, and there is no `enum` here [invalid-value]
            {"x-kurus-deprecated": ["a"]}
                                    ^

            """#),
        DiagnosticCase(
            "a deprecated value that is no value", .schema, #"{"enum": ["a"], "x-kurus-deprecated": [{"a": 1}]}"#,
            #"""
            page.json:2:40: error: an element of `x-kurus-deprecated` of the Schema Object must be a string or a number, and is an object [wrong-type]
            {"enum": ["a"], "x-kurus-deprecated": [{"a": 1}]}
                                                   ^

            """#),
        DiagnosticCase(
            "sensitivity in quotes", .schema, #"{"x-kurus-sensitive": "true"}"#,
            #"""
            page.json:2:23: warning: `x-kurus-sensitive` of the Schema Object is a string, which is read as the boolean true [sloppy-document]
            {"x-kurus-sensitive": "true"}
                                  ^

            """#),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithSchemas(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
