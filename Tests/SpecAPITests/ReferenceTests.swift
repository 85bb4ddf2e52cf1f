import SpecAPI
import SpecDiagnostics
import SpecTestSupport
import Testing

@Suite struct ReferenceTests {
    static let targets = [
        "#/components/schemas/Amount", "#/components/schemas/%41mount", "2.json#/components/schemas/Amount",
        "./2.json#/components/schemas/Amount", "x/../2.json#/components/schemas/Amount",
        "%32.json#/components/schemas/Amount",
    ]

    @Test(arguments: targets)
    func findsComponentsOfTheInput(_ target: String) throws {
        let first = ResolvedAPI.document(
            components: #"{"schemas": {"X": {"$ref": "\#(target)"}, "Amount": {"type": "decimal"}}}"#)
        let second = ResolvedAPI.document(components: #"{"schemas": {"Amount": {"type": "decimal"}}}"#)
        let resolved = try ResolvedAPI([first, second])
        #expect(resolved.messages.isEmpty)
        #expect(try resolved.shape(of: "X") == "Amount")
    }

    @Test(arguments: [
        "#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema",
        "#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema",
        "#/components/schemas/Order/properties/a~0b", "#/components/schemas/Tuple/oneOf/1",
    ])
    func followsPointersOutsideOfComponents(_ target: String) throws {
        let paths = #"""
            {"/a/{id}": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
              "get": {"responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "integer"}}}}}}}}
            """#
        let schemas = ##"""
            {"X": {"$ref": "\##(target)"}, "Order": {"type": "object", "properties": {"a~b": {"type": "integer"}}},
             "Tuple": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}
            """##
        let resolved = try ResolvedAPI([ResolvedAPI.document(paths: paths, components: #"{"schemas": \#(schemas)}"#)])
        #expect(resolved.messages.isEmpty)
        #expect(try resolved.shape(of: "X") == "Int")
    }

    @Test(arguments: ["#/definitions/Amount", "#/schemas/Amount"])
    func findsComponentsWhereSwaggerHadThem(_ target: String) throws {
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                components: #"{"schemas": {"X": {"$ref": "\#(target)"}, "Amount": {"type": "decimal"}}}"#)
        ])
        #expect(
            resolved.messages == [
                "warning: `\(target)` leads to nothing; `#/components/schemas/Amount` is read"
            ])
        #expect(try resolved.shape(of: "X") == "Amount")
    }

    @Test func followsPathItems() throws {
        let paths = ##"{"/a": {"$ref": "#/paths/~1b"}, "/b": {"get": {"responses": {"200": {"description": "OK"}}}}}"##
        let resolved = try ResolvedAPI([ResolvedAPI.document(paths: paths)])
        #expect(resolved.messages.isEmpty)
        #expect(resolved.api.operations.map(\.path) == ["/a", "/b"])
    }

    static let chains: [(String, @Sendable (Int) -> String)] = [
        ("aliases", { ##""S\##($0)": {"$ref": "#/components/schemas/S\##($0 + 1)"}"## }),
        ("parts", { ##""S\##($0)": {"allOf": [{"$ref": "#/components/schemas/S\##($0 + 1)"}, {"type": "object"}]}"## }),
        ("properties", { ##""S\##($0)": {"properties": {"a": {"$ref": "#/components/schemas/S\##($0 + 1)"}}}"## }),
        ("elements", { ##""S\##($0)": {"items": {"$ref": "#/components/schemas/S\##($0 + 1)"}}"## }),
        (
            "pointers",
            { ##""S\##($0)": {"properties": {"a": {"$ref": "#/components/schemas/S\##($0 + 1)/properties/a"}}}"## }
        ),
    ]

    @Test(arguments: chains.indices)
    func endsWithChainsOfAnyLength(_ index: Int) throws {
        let length = 2_000
        let links = (0..<length).map(Self.chains[index].1)
        let schemas = links + [#""S\#(length)": {"type": "object", "properties": {"a": {"type": "string"}}}"#]
        let response =
            ##"{"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}}"##
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(
                paths: #"{"/a": {"get": {"responses": {"200": \#(response)}}}}"#,
                components: #"{"schemas": {\#(schemas.joined(separator: ", "))}}"#)
        ])
        #expect(resolved.api.schemas.count == length + 1)
    }

    @Test func endsWithPointersThatDouble() throws {
        let links = (0..<25).map { number in
            let next = ##"{"$ref": "#/components/schemas/S\##(number + 1)/properties/a"}"##
            return #""S\#(number)": {"properties": {"a": {"properties": {"b": \#(next), "c": \#(next)}}}}"#
        }
        let schemas = links + [#""S25": {"properties": {"a": {"type": "string"}}}"#]
        let resolved = try ResolvedAPI([
            ResolvedAPI.document(components: #"{"schemas": {\#(schemas.joined(separator: ", "))}}"#)
        ])
        #expect(
            resolved.messages == [
                "error: references to schemas outside of `#/components/schemas` make more than 10000 copies of them; describe "
                    + "the schemas there, and refer to them"
            ])
    }
}
