import Testing

struct RootDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "info without anything", .info, #"{}"#,
            #"""
            page.json:2:1: warning: the Info Object has no `title`, which is required [sloppy-document]
            {}
            ^
            page.json:2:1: warning: the Info Object has no `version`, which is required [sloppy-document]
            {}
            ^

            """#),
        DiagnosticCase(
            "info that is a string", .info, #""Payouts""#,
            #"""
            page.json:2:1: error: `info` of the OpenAPI Object must be an object, and is a string [wrong-type]
            "Payouts"
            ^

            """#),
        DiagnosticCase(
            "a description without a value", .info, #"{"title": "T", "version": "1", "description": null}"#,
            #"""
            page.json:2:47: warning: `description` of the Info Object is null, which is read as if it were absent [sloppy-document]
            {"title": "T", "version": "1", "description": null}
                                                          ^

            """#),
        DiagnosticCase(
            "a title without a value", .info, #"{"title": null, "version": "1"}"#,
            #"""
            page.json:2:11: warning: `title` of the Info Object is null, which is read as if it were absent [sloppy-document]
            {"title": null, "version": "1"}
                      ^

            """#),
        DiagnosticCase(
            "a version that is a number", .info, #"{"title": "T", "version": 1.0}"#,
            #"""
            page.json:2:27: warning: `version` of the Info Object is a number, which is read as the string `1.0` [sloppy-document]
            {"title": "T", "version": 1.0}
                                      ^

            """#),
        DiagnosticCase(
            "addresses that are none", .info,
            #"{"title": "T", "version": "1", "termsOfService": "see the site", "contact": {"url": "", "email": "desk"}, "license": {"name": "L", "url": "a%2"}}"#,
            #"""
            page.json:2:50: warning: `termsOfService` of the Info Object is not a URL [sloppy-document]
            {"title": "T", "version": "1", "termsOfService": "see the site", "contact": {"url": "", "email": "desk"}, "license": {…
                                                             ^
            page.json:2:85: warning: `url` of the Contact Object is not a URL [sloppy-document]
            … "1", "termsOfService": "see the site", "contact": {"url": "", "email": "desk"}, "license": {"name": "L", "url": "a%2"…
                                                                        ^
            page.json:2:98: warning: `email` of the Contact Object is not an email address [sloppy-document]
            …1", "termsOfService": "see the site", "contact": {"url": "", "email": "desk"}, "license": {"name": "L", "url": "a%2"}}
                                                                                   ^
            page.json:2:139: warning: `url` of the License Object is not a URL [sloppy-document]
            …1", "termsOfService": "see the site", "contact": {"url": "", "email": "desk"}, "license": {"name": "L", "url": "a%2"}}
                                                                                                                            ^

            """#),
        DiagnosticCase(
            "external documentation without address", .rootFields, #""externalDocs": {"description": "x"}"#,
            #"""
            page.json:2:17: warning: the External Documentation Object has no `url`, which is required [sloppy-document]
            "externalDocs": {"description": "x"}
                            ^

            """#),
        DiagnosticCase(
            "servers that are no array", .rootFields, #""servers": {"url": "/"}"#,
            #"""
            page.json:2:12: error: `servers` of the OpenAPI Object must be an array, and is an object [wrong-type]
            "servers": {"url": "/"}
                       ^

            """#),
        DiagnosticCase(
            "a server that is a string", .rootFields, #""servers": ["https://example.com"]"#,
            #"""
            page.json:2:13: error: an element of `servers` of the OpenAPI Object must be an object, and is a string [wrong-type]
            "servers": ["https://example.com"]
                        ^

            """#),
        DiagnosticCase(
            "a server's variable that is not described", .rootFields,
            #""servers": [{"url": "https://{host}/{path}", "variables": {"path": {"default": "v1"}}}]"#,
            #"""
            page.json:2:21: warning: `url` of the Server Object uses `{host}`, which is not one of its `variables` [sloppy-document]
            "servers": [{"url": "https://{host}/{path}", "variables": {"path": {"default": "v1"}}}]
                                ^

            """#),
        DiagnosticCase(
            "a server's variable that does not end", .rootFields, #""servers": [{"url": "https://{host"}]"#,
            #"""
            page.json:2:21: warning: `url` of the Server Object has a `{` without a `}` after it [sloppy-document]
            "servers": [{"url": "https://{host"}]
                                ^

            """#),
        DiagnosticCase(
            "a variable whose default is none of its values", .rootFields,
            #""servers": [{"url": "/{a}", "variables": {"a": {"enum": ["x"], "default": "y"}}}]"#,
            #"""
            page.json:2:75: warning: `default` is `y`, which is not in `enum` [sloppy-document]
            "servers": [{"url": "/{a}", "variables": {"a": {"enum": ["x"], "default": "y"}}}]
                                                                                      ^

            """#),
        DiagnosticCase(
            "a variable without values", .rootFields,
            #""servers": [{"url": "/{a}", "variables": {"a": {"enum": [], "default": "y"}}}]"#,
            #"""
            page.json:2:48: warning: `enum` of the Server Variable Object is empty [sloppy-document]
            "servers": [{"url": "/{a}", "variables": {"a": {"enum": [], "default": "y"}}}]
                                                           ^

            """#),
        DiagnosticCase(
            "a variable without default", .rootFields,
            #""servers": [{"url": "/{a}", "variables": {"a": {"enum": ["x"]}}}]"#,
            #"""
            page.json:2:48: warning: the Server Variable Object has no `default`, which is required [sloppy-document]
            "servers": [{"url": "/{a}", "variables": {"a": {"enum": ["x"]}}}]
                                                           ^

            """#),
        DiagnosticCase(
            "two tags of one name", .rootFields, #""tags": [{"name": "a"}, {"name": "b"}, {"name": "a"}]"#,
            #"""
            page.json:2:49: warning: there are two tags `a` [sloppy-document]
            "tags": [{"name": "a"}, {"name": "b"}, {"name": "a"}]
                                                            ^
            page.json:2:19: note: the first is here
            "tags": [{"name": "a"}, {"name": "b"}, {"name": "a"}]
                              ^

            """#),
        DiagnosticCase(
            "security that is an object", .rootFields, #""security": {"key": []}"#,
            #"""
            page.json:2:13: error: `security` of the OpenAPI Object must be an array, and is an object [wrong-type]
            "security": {"key": []}
                        ^

            """#),
        DiagnosticCase(
            "scopes that are no array", .rootFields, #""security": [{"key": "read", "other": [1]}]"#,
            #"""
            page.json:2:22: error: `key` of the Security Requirement Object must be an array, and is a string [wrong-type]
            "security": [{"key": "read", "other": [1]}]
                                 ^
            page.json:2:40: warning: an element of `other` of the Security Requirement Object is a number, which is read as the string `1` [sloppy-document]
            "security": [{"key": "read", "other": [1]}]
                                                   ^

            """#),
        DiagnosticCase(
            "component names", .components, #"{"schemas": {"a.b-c_D9": {}, "a b": {}, "": {}, "ş": {}}}"#,
            #"""
            page.json:2:30: warning: the component name `a b` has characters other than letters, digits, `.`, `-` and `_` [sloppy-document]
            {"schemas": {"a.b-c_D9": {}, "a b": {}, "": {}, "ş": {}}}
                                         ^
            page.json:2:41: warning: the component name `` has characters other than letters, digits, `.`, `-` and `_` [sloppy-document]
            {"schemas": {"a.b-c_D9": {}, "a b": {}, "": {}, "ş": {}}}
                                                    ^
            page.json:2:49: warning: the component name `ş` has characters other than letters, digits, `.`, `-` and `_` [sloppy-document]
            {"schemas": {"a.b-c_D9": {}, "a b": {}, "": {}, "ş": {}}}
                                                            ^

            """#),
        DiagnosticCase(
            "components that are an array", .components, #"{"schemas": [], "responses": {"R": []}}"#,
            #"""
            page.json:2:13: error: `schemas` of the Components Object must be an object, and is an array [wrong-type]
            {"schemas": [], "responses": {"R": []}}
                        ^
            page.json:2:36: error: `R` in `responses` of the Components Object must be an object, and is an array [wrong-type]
            {"schemas": [], "responses": {"R": []}}
                                               ^

            """#),
        DiagnosticCase(
            "an unknown type of security", .securityScheme, #"{"type": "magic"}"#,
            #"""
            page.json:2:10: error: `type` of the Security Scheme Object is `magic`; allowed are `apiKey`, `http`, `oauth2` and `openIdConnect` [invalid-value]
            {"type": "magic"}
                     ^

            """#),
        DiagnosticCase(
            "no type of security", .securityScheme, #"{"description": "x"}"#,
            #"""
            page.json:2:1: error: the Security Scheme Object has no `type`, which is required [missing-field]
            {"description": "x"}
            ^

            """#),
        DiagnosticCase(
            "a key in a path", .securityScheme, #"{"type": "apiKey", "name": "a", "in": "path"}"#,
            #"""
            page.json:2:39: error: `in` of the Security Scheme Object is `path`; allowed are `query`, `header` and `cookie` [invalid-value]
            {"type": "apiKey", "name": "a", "in": "path"}
                                                  ^

            """#),
        DiagnosticCase(
            "a key without name and place", .securityScheme, #"{"type": "apiKey"}"#,
            #"""
            page.json:2:1: error: the Security Scheme Object has no `name`, which is required [missing-field]
            {"type": "apiKey"}
            ^
            page.json:2:1: error: the Security Scheme Object has no `in`, which is required [missing-field]
            {"type": "apiKey"}
            ^

            """#),
        DiagnosticCase(
            "fields of another type", .securityScheme, #"{"type": "http", "scheme": "basic", "name": "a", "flows": 5}"#,
            #"""
            page.json:2:37: warning: `name` belongs to the type `apiKey`, and this scheme is of type `http`; it is ignored [sloppy-document]
            {"type": "http", "scheme": "basic", "name": "a", "flows": 5}
                                                ^
            page.json:2:50: warning: `flows` belongs to the type `oauth2`, and this scheme is of type `http`; it is ignored [sloppy-document]
            {"type": "http", "scheme": "basic", "name": "a", "flows": 5}
                                                             ^

            """#),
        DiagnosticCase(
            "http without scheme", .securityScheme, #"{"type": "http"}"#,
            #"""
            page.json:2:1: error: the Security Scheme Object has no `scheme`, which is required [missing-field]
            {"type": "http"}
            ^

            """#),
        DiagnosticCase(
            "flows without addresses", .securityScheme,
            #"{"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}"#,
            #"""
            page.json:2:42: warning: the OAuth Flow Object of `implicit` has no `authorizationUrl`, which is required [sloppy-document]
            {"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}
                                                     ^
            page.json:2:79: warning: the OAuth Flow Object of `authorizationCode` has no `authorizationUrl`, which is required [sloppy-document]
            {"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}
                                                                                          ^
            page.json:2:79: warning: the OAuth Flow Object of `authorizationCode` has no `tokenUrl`, which is required [sloppy-document]
            {"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}
                                                                                          ^
            page.json:2:107: warning: the OAuth Flow Object has no `scopes`, which is required [sloppy-document]
            {"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}
                                                                                                                      ^
            page.json:2:107: warning: the OAuth Flow Object of `password` has no `tokenUrl`, which is required [sloppy-document]
            {"type": "oauth2", "flows": {"implicit": {"scopes": {}}, "authorizationCode": {"scopes": {}}, "password": {}}}
                                                                                                                      ^

            """#),
        DiagnosticCase(
            "an address without value", .securityScheme, #"{"type": "openIdConnect", "openIdConnectUrl": null}"#,
            #"""
            page.json:2:47: error: `openIdConnectUrl` of the Security Scheme Object is null, and is required [missing-field]
            {"type": "openIdConnect", "openIdConnectUrl": null}
                                                          ^

            """#),
    ]

    @Test(arguments: cases)
    func reportsWhatIsWrongWithTheRest(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
