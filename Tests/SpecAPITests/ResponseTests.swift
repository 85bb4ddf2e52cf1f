import SpecAPI
import SpecDiagnostics
import Testing

/// Effects of HTTP and of the directions of messages on a document's responses and properties.
@Suite struct ResponseTests {
    private static let json = #""content": {"application/json": {"schema": {"type": "object"}}}"#

    /// The method, the status and the section of RFC 9110 by which there is no content; nil where there is some.
    static let empty: [(method: String, status: String, section: String?)] = [
        ("get", "204", "15.3.5"), ("delete", "204", "15.3.5"), ("put", "205", "15.3.6"), ("get", "304", "15.4.5"),
        ("get", "101", "15.2"), ("get", "1XX", "15.2"), ("head", "200", "9.3.2"), ("head", "default", "9.3.2"),
        ("head", "404", "9.3.2"), ("get", "200", nil), ("get", "2XX", nil), ("post", "206", nil),
        ("delete", "200", nil), ("get", "default", nil),
    ]

    @Test(arguments: empty)
    func readsNoContentWhereHTTPHasNone(_ method: String, _ status: String, _ section: String?) throws {
        let paths = #"{"/a": {"\#(method)": {"responses": {"\#(status)": {"description": "", \#(Self.json)}}}}}"#
        let resolved = try ResolvedAPI([ResolvedAPI.document(paths: paths)])
        let response = try #require(resolved.api.operations.first?.responses.first)
        #expect(response.content.isEmpty == (section != nil))
        let warnings = resolved.diagnostics.all.filter { $0.message.contains("has no content") }
        #expect(warnings.map(\.severity) == (section == nil ? [] : [.warning]))
        #expect(warnings.allSatisfy { $0.message.contains("§\(section ?? "")") })
    }

    @Test func saysWhichMessagesCarryAProperty() throws {
        let schemas = #"""
            {"schemas": {
              "Both": {"type": "object", "required": ["r", "w"], "properties": {
                "r": {"type": "string", "readOnly": true}, "w": {"type": "string", "writeOnly": true},
                "marked": {"$ref": "#/components/schemas/Marked"}, "plain": {"type": "string"}}},
              "Sent": {"type": "object", "required": ["r", "w"], "properties": {
                "r": {"type": "string", "readOnly": true}, "w": {"type": "string", "writeOnly": true}}},
              "Marked": {"type": "string", "readOnly": true}}}
            """#
        let content = ##""content": {"application/json": {"schema": {"$ref": "#/components/schemas/"##
        let paths = #"""
            {"/a": {"post": {"requestBody": {\#(content)Both"}}}},
              "responses": {"200": {"description": "", \#(content)Both"}}}}}}},
             "/b": {"post": {"requestBody": {\#(content)Sent"}}}}, "responses": {"204": {"description": ""}}}}}
            """#
        let api = try ResolvedAPI([ResolvedAPI.document(paths: paths, components: schemas)]).api
        #expect(
            oneWayProperties(of: "Both", in: api)
                == ["r response!", "w request!", "marked response", "plain"])
        #expect(oneWayProperties(of: "Sent", in: api) == ["r response!", "w required"])
    }

    private func oneWayProperties(of name: String, in api: API) -> [String] {
        guard case .object(let object)? = api.schema(named: name)?.shape else { return [] }
        return object.properties.map { property in
            guard let oneWay = property.oneWay else { return property.name + (property.required ? " required" : "") }
            return "\(property.name) \(oneWay.direction)" + (oneWay.isRequired ? "!" : "")
        }
    }
}
