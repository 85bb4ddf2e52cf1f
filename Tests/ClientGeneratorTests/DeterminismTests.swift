import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTree
import SpecTestSupport
import Testing

@Suite struct DeterminismTests {
    private static let document = ##"""
        {"openapi": "3.0.3", "info": {"title": "T", "version": "1"},
         "paths": {
           "/b": {"get": {"responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Beta"}}}}}}},
           "/a": {"post": {"responses": {"200": {"$ref": "#/components/responses/Done"}, "404": {"description": "No", "content": {"application/json": {"schema": {"type": "object", "properties": {"why": {"type": "string"}}}}}}}}}},
         "components": {
           "schemas": {
             "Gamma": {"allOf": [{"$ref": "#/components/schemas/Alpha"}, {"type": "object", "properties": {"g": {"type": "string"}}}]},
             "Beta": {"oneOf": [{"$ref": "#/components/schemas/Alpha"}, {"$ref": "#/components/schemas/Gamma"}]},
             "Alpha": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/Beta"}, "a": {"type": "string", "enum": ["x", "y"]}}}},
           "responses": {
             "Done": {"description": "Done", "content": {"application/json": {"schema": {"type": "object", "properties": {"done": {"type": "boolean"}}}}}},
             "Also": {"description": "Also"}}}}
        """##

    /// Another order of paths and components gives the same API. The golden tests show that another process, which hashes
    /// with another seed, writes the same bytes.
    @Test func ordersOutputByName() throws {
        var root = try Self.root()
        for name in ["paths", "components"] { root.reverse([name]) }
        for kind in ["schemas", "responses"] { root.reverse(["components", kind]) }
        let source = try Self.source(Self.root())
        #expect(try Self.source(root) == source)
        #expect(source.contains("struct Gamma"))
    }

    private static func root() throws -> JSONNode {
        var diagnostics = Diagnostics()
        return try #require(JSONNode.read(SourceFile("input.json", document), diagnostics: &diagnostics))
    }

    private static func source(_ root: JSONNode) throws -> String {
        let pipeline = ClientPipeline(
            pages: [ClientPipeline.PageText(file: SourceFile("input.json", root.text), mayBeProse: false)],
            overlays: [], resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: "SameAPI", source: "input.json", emit: Set(ClientPart.allCases)),
            place: .none)
        let client = try #require(pipeline.read(.generating).client())
        return client.files.map(\.text).joined(separator: "\n")
    }
}

extension JSONNode {
    /// Reverses the members of the object at the path of names.
    fileprivate mutating func reverse(_ names: ArraySlice<String>) {
        guard case .object(var members) = content else { return }
        if let name = names.first {
            for index in members.indices where members[index].name == name {
                members[index].value.reverse(names.dropFirst())
            }
        } else {
            members.reverse()
        }
        content = .object(members)
    }

    fileprivate mutating func reverse(_ names: [String]) {
        reverse(names[...])
    }

    /// The value as JSON; strings here need no escapes.
    fileprivate var text: String {
        switch content {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): text
        case .string(let text): "\"\(text)\""
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\"\($0.name)\": \($0.value.text)" }.joined(separator: ", ") + "}"
        }
    }
}
