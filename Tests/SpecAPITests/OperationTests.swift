import SpecAPI
import Testing

@Suite struct OperationTests {
    private static let ok = #""responses": {"200": {"description": "OK"}}"#

    private func resolved(
        _ paths: String, components: String = "{}", more: String = ""
    ) throws -> ResolvedAPI {
        try ResolvedAPI([ResolvedAPI.document(paths: paths, components: components, more: more)])
    }

    @Test func sortsByPathAndMethod() throws {
        let paths = #"""
            {"/b": {"trace": {\#(Self.ok)}, "get": {\#(Self.ok)}}, "/a": {"delete": {\#(Self.ok)}, "put": {\#(Self.ok)}, "post": {\#(Self.ok)}}}
            """#
        let operations = try resolved(paths).api.operations
        #expect(
            operations.map { "\($0.method) \($0.path)" } == ["put /a", "post /a", "delete /a", "get /b", "trace /b"])
    }

    @Test func letsOperationsOverrideParametersOfThePath() throws {
        let paths = #"""
            {"/a/{id}": {
              "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                             {"name": "q", "in": "query", "schema": {"type": "string"}},
                             {"name": "q", "in": "header", "schema": {"type": "string"}}],
              "get": {"parameters": [{"name": "q", "in": "query", "required": true, "schema": {"type": "integer"}}], \#(Self.ok)}}}
            """#
        let parameters = try #require(try resolved(paths).api.operations.first).parameters
        let texts = parameters.map { "\($0.place) \($0.name) \($0.schema.text)\($0.required ? "!" : "")" }
        #expect(texts == ["path id String!", "query q Int!", "header q String"])
    }

    @Test(arguments: ["Accept", "content-type", "AUTHORIZATION"])
    func ignoresHeadersOfTheTransport(_ name: String) throws {
        let paths =
            #"{"/a": {"get": {"parameters": [{"name": "\#(name)", "in": "header", "schema": {"type": "string"}}], \#(Self.ok)}}}"#
        let operation = try #require(try resolved(paths).api.operations.first)
        #expect(operation.parameters.isEmpty)
    }

    static let servers: [(path: String, operation: String, expected: String)] = [
        ("", "", "client"), (#""servers": [{"url": "https://path"}], "#, "", "named https://path"),
        (#""servers": [{"url": "https://path"}], "#, #""servers": [{"url": "https://own"}], "#, "named https://own"),
        (#""servers": [{"url": "https://path"}], "#, #""servers": [], "#, "named https://path"),
        ("", #""servers": [{"url": "https://api"}], "#, "client"),
        (#""servers": [{"url": "https://path"}], "#, #""servers": [{"url": "https://api/v2"}], "#, "client at /v2"),
    ]

    @Test(arguments: servers)
    func findsEffectiveServers(_ path: String, _ operation: String, _ expected: String) throws {
        let paths = #"{"/a": {\#(path)"get": {\#(operation)\#(Self.ok)}}}"#
        let resolved = try resolved(paths, more: #""servers": [{"url": "https://api"}], "#)
        #expect(resolved.api.operations.first?.server.text == expected)
    }

    static let requirements: [(operation: String, expected: [String])] = [
        ("", ["token"]), (#""security": [], "#, []),
        (#""security": [{"key": []}, {"token": [], "key": []}], "#, ["key", "token+key"]),
        (#""security": [{}], "#, [""]),
    ]

    @Test(arguments: requirements)
    func findsEffectiveSecurity(_ operation: String, _ expected: [String]) throws {
        let components = #"""
            {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}, "key": {"type": "apiKey", "name": "k", "in": "header"}}}
            """#
        let resolved = try resolved(
            #"{"/a": {"get": {\#(operation)\#(Self.ok)}}}"#, components: components,
            more: #""security": [{"token": []}], "#)
        let security = resolved.api.operations.first?.security ?? []
        #expect(security.map { $0.schemes.map(\.name).joined(separator: "+") } == expected)
        #expect(resolved.api.securitySchemes.map(\.name) == ["token", "key"])
    }

    @Test(arguments: [
        ("application/json", APIMediaType.Kind.json), ("Application/Problem+JSON; charset=utf-8", .json),
        ("*/*", .json),
        ("text/json", .json), ("application/x-www-form-urlencoded", .form), ("multipart/form-data", .multipart),
        ("text/csv; header=present", .text), ("application/pdf", .binary), ("image/*", .binary),
    ])
    func knowsHowContentIsWritten(_ name: String, _ kind: APIMediaType.Kind) {
        #expect(MediaTypeName(name).kind == kind)
    }

    @Test func keepsTheNamesOfComponents() throws {
        let paths = #"""
            {"/a": {"post": {
              "parameters": [{"$ref": "\u0023/components/parameters/Page"}], "requestBody": {"$ref": "\u0023/components/requestBodies/Order"},
              "responses": {"200": {"$ref": "\u0023/components/responses/Done"}, "default": {"description": "D"}, "4XX": {"description": "R"}, "201": {"description": "M"}}}}}
            """#
        let components = #"""
            {"parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
             "requestBodies": {"Order": {"content": {"application/json": {"schema": {"type": "object"}}}}},
             "responses": {"Done": {"description": "Done"}}}
            """#
        let operation = try #require(try resolved(paths, components: components).api.operations.first)
        #expect(operation.parameters.map(\.component) == ["Page"])
        #expect(operation.body?.component == "Order")
        #expect(operation.responses.map(\.component) == ["Done", nil, nil, nil])
        #expect(operation.responses.map(\.status) == [.code(200), .code(201), .range(4), .default])
    }

    @Test func relaxesPropertiesOfOneDirection() throws {
        let schema = #"""
            {"type": "object", "required": ["id", "pin", "name"], "properties": {
              "id": {"type": "string", "readOnly": true}, "pin": {"type": "string", "writeOnly": true}, "name": {"type": "string"}}}
            """#
        func content(_ name: String) -> String {
            ##"{"application/json": {"schema": {"$ref": "#/components/schemas/\##(name)"}}}"##
        }
        let paths = #"""
            {"/a": {"post": {"requestBody": {"content": \#(content("Sent"))}, "responses": {"200": {"description": "OK", "content": \#(content("Received"))}}}},
             "/b": {"post": {"requestBody": {"content": \#(content("Both"))}, "responses": {"200": {"description": "OK", "content": \#(content("Both"))}}}}}
            """#
        let names = ["Sent", "Received", "Both", "Unused"]
        let schemas = names.map { #""\#($0)": \#(schema)"# }.joined(separator: ", ")
        let resolved = try resolved(paths, components: #"{"schemas": {\#(schemas)}}"#)
        #expect(
            try names.map { try resolved.shape(of: $0) } == [
                "{id: String, pin!: String, name!: String}", "{id!: String, pin: String, name!: String}",
                "{id: String, pin: String, name!: String}", "{id!: String, pin!: String, name!: String}",
            ])
    }
}
