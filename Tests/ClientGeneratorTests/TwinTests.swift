import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecPipeline
import SpecTestSupport
import SpecTree
import Testing

/// One API described in OpenAPI 3.0 and in 3.1 gives the same source, byte for byte.
@Suite struct TwinTests {
    /// A schema in both versions, in which `<Name>` is a reference to another one.
    struct Twin: CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
    }

    static let twins = [
        Twin(
            testDescription: "null among the types", old: #"{"type": "string", "nullable": true}"#,
            new: #"{"type": ["string", "null"]}"#),
        Twin(
            testDescription: "null among the values",
            old: #"{"type": "string", "nullable": true, "enum": ["a", "b", null]}"#,
            new: #"{"type": ["string", "null"], "enum": ["a", "b", null]}"#),
        Twin(
            testDescription: "a nullable reference", old: #"{"allOf": [<Item>], "nullable": true}"#,
            new: #"{"oneOf": [<Item>, {"type": "null"}]}"#),
        Twin(
            testDescription: "a nullable reference, null first", old: #"{"allOf": [<Item>], "nullable": true}"#,
            new: #"{"anyOf": [{"const": null}, <Item>]}"#),
        Twin(
            testDescription: "nullable alternatives",
            old: #"{"oneOf": [<Item>, {"type": "string"}], "nullable": true}"#,
            new: #"{"oneOf": [<Item>, {"type": "string"}, {"type": "null"}]}"#),
        Twin(
            testDescription: "an exclusive limit",
            old: #"{"type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 5}"#,
            new: #"{"type": "number", "exclusiveMinimum": 0, "maximum": 5}"#),
        Twin(
            testDescription: "a constant", old: #"{"type": "string", "enum": ["card"]}"#,
            new: #"{"type": "string", "const": "card"}"#),
        Twin(
            testDescription: "a constant without a type", old: #"{"type": "integer", "enum": [3]}"#,
            new: #"{"const": 3}"#),
        Twin(
            testDescription: "a constant that is null", old: #"{"nullable": true}"#, new: #"{"const": null}"#),
        Twin(
            testDescription: "octets in Base64", old: #"{"type": "string", "format": "byte"}"#,
            new: #"{"type": "string", "contentEncoding": "base64"}"#),
        Twin(
            testDescription: "keywords beside a reference",
            old: #"{"allOf": [<Item>], "description": "Used."}"#,
            new: ##"{"$ref": "#/components/schemas/Item", "description": "Used."}"##),
        Twin(
            testDescription: "properties beside a reference",
            old: #"{"allOf": [<Item>], "type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"]}"#,
            new:
                ##"{"$ref": "#/components/schemas/Item", "properties": {"b": {"type": "string"}}, "required": ["b"]}"##),
        Twin(
            testDescription: "several types", old: #"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
            new: #"{"type": ["string", "integer"]}"#),
        Twin(
            testDescription: "several types and null",
            old: #"{"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}], "nullable": true}"#,
            new: #"{"type": ["array", "string", "null"], "items": {"type": "string"}}"#),
        Twin(
            testDescription: "a number that may be an integer", old: #"{"type": "number"}"#,
            new: #"{"type": ["integer", "number"]}"#),
        Twin(
            testDescription: "every type", old: "{}",
            new: #"{"type": ["string", "number", "boolean", "array", "object"]}"#),
        Twin(
            testDescription: "a list of one type", old: #"{"type": "integer"}"#, new: #"{"type": ["integer"]}"#),
        Twin(testDescription: "anything", old: "{}", new: "true"),
        Twin(
            testDescription: "elements of any kind", old: #"{"type": "array", "items": {}}"#,
            new: #"{"type": "array"}"#),
        Twin(
            testDescription: "elements that are true", old: #"{"type": "array", "items": {}}"#,
            new: #"{"type": "array", "items": true}"#),
        Twin(
            testDescription: "a closed list of equal elements", old: #"{"type": "array", "items": {"type": "number"}}"#,
            new: #"{"prefixItems": [{"type": "number"}, {"type": "number"}], "items": false}"#),
        Twin(
            testDescription: "members that no part describes",
            old: #"{"allOf": [<Item>, {"properties": {"b": {"type": "string"}}}], "additionalProperties": false}"#,
            new: #"{"allOf": [<Item>, {"properties": {"b": {"type": "string"}}}], "unevaluatedProperties": false}"#),
        Twin(
            testDescription: "examples", old: #"{"type": "string", "example": "a"}"#,
            new: #"{"type": "string", "examples": ["a", "b"]}"#),
        Twin(
            testDescription: "a definition", old: #"{"type": "object", "properties": {"a": {"type": "integer"}}}"#,
            new: ##"{"type": "object", "properties": {"a": {"$ref": "#/components/schemas/X/$defs/A"}}, "##
                + #""$defs": {"A": {"type": "integer"}}}"#),
        Twin(
            testDescription: "a definition of a named schema",
            old: #"{"type": "object", "properties": {"a": {"type": "integer"}}}"#,
            new: ##"{"$id": "https://example.com/x", "type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}, "##
                + #""$defs": {"A": {"type": "integer"}}}"#),
        Twin(
            testDescription: "an anchor", old: #"{"type": "object", "properties": {"x": <X>}}"#,
            new: ##"{"$anchor": "tree", "type": "object", "properties": {"x": {"$ref": "#tree"}}}"##),
        Twin(
            testDescription: "a dynamic anchor", old: #"{"type": "object", "properties": {"x": <X>}}"#,
            new: ##"{"$dynamicAnchor": "tree", "type": "object", "properties": {"x": {"$dynamicRef": "#tree"}}}"##),
        Twin(
            testDescription: "a schema's own address", old: #"{"type": "object", "properties": {"x": <X>}}"#,
            new: #"{"$id": "https://example.com/a/x", "type": "object", "properties": {"x": {"$ref": "x"}}}"#),
    ]

    @Test(arguments: twins)
    func givesTheSameSource(_ twin: Twin) throws {
        let old = source(of: document("3.0.3", twin.old))
        let new = source(of: document("3.1.0", twin.new))
        #expect(old.diagnostics == "" && new.diagnostics == "")
        #expect(old.text == new.text)
    }

    /// The golden documents, written as 3.1 writes them.
    @Test(arguments: Fixture.all(in: "Golden"))
    func givesTheSourceOfTheUpgradedDocument(_ fixture: Fixture) throws {
        var diagnostics = Diagnostics()
        let pages = try fixture.inputs().map { file in
            let root = try #require(JSONNode.read(file, diagnostics: &diagnostics))
            return ClientPipeline.PageText(file: SourceFile(file.path, root.upgraded.text), mayBeProse: false)
        }
        let emit: Set<ClientPart> = fixture.name == "server-stub" ? [.types, .client, .server] : [.types, .client]
        let pipeline = ClientPipeline(
            pages: pages, overlays: [], resolveOptions: try fixture.options().map { try ResolveOptions($0) } ?? .init(),
            clientOptions: ClientOptions(module: "SampleAPI", source: fixture.name, emit: emit), place: .none)
        let reading = pipeline.read(.generating)
        let text = try #require(reading.client()).files.map(\.text).joined(separator: "\n")
        #expect(try text == fixture.expected("expected.swift", recording: text))
    }

    private func document(_ version: String, _ schema: String) -> String {
        let written = schema.replacing(/<(\w+)>/) { ##"{"$ref": "#/components/schemas/\##($0.1)"}"## }
        return #"{"openapi": "\#(version)", "info": {"title": "T", "version": "1"}, "paths": {}, "components": "#
            + #"{"schemas": {"Item": {"type": "object", "properties": {"a": {"type": "string"}}}, "X": \#(written), "#
            + ##""Use": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/X"}}}}}}"##
    }

    private func source(of document: String) -> (text: String, diagnostics: String) {
        let reading = ClientPipeline(document: document).read(.generating)
        return (reading.client()?.files.map(\.text).joined() ?? "", reading.clientDiagnostics.text)
    }
}

// The differences in notation between 3.0 and 3.1, made to a document of 3.0.
extension JSONNode {
    fileprivate var upgraded: JSONNode {
        switch content {
        case .array(let elements): JSONNode(.array(elements.map(\.upgraded)), at: location)
        case .object(let members): JSONNode(.object(members.compactMap { upgraded($0, among: members) }), at: location)
        case .string, .number, .boolean, .null: self
        }
    }

    private func upgraded(_ member: JSONMember, among members: [JSONMember]) -> JSONMember? {
        let isTrue = { (name: String) in if case .boolean(true)? = self[name]?.content { true } else { false } }
        switch (member.name, member.value.content) {
        case ("openapi", _): return renamed(member, "openapi", .string("3.1.1"))
        case ("nullable", .boolean(true)) where self["type"]?.string != nil: return nil
        case ("type", .string) where isTrue("nullable"):
            return renamed(member, "type", .array([member.value, JSONNode(.string("null"), at: location)]))
        case ("minimum", _) where isTrue("exclusiveMinimum"), ("maximum", _) where isTrue("exclusiveMaximum"):
            return nil
        case ("exclusiveMinimum", .boolean(true)):
            return self["minimum"].map { renamed(member, member.name, $0.content) }
        case ("exclusiveMaximum", .boolean(true)):
            return self["maximum"].map { renamed(member, member.name, $0.content) }
        case ("exclusiveMinimum", .boolean), ("exclusiveMaximum", .boolean): return nil
        case ("enum", .array(let values)) where values.count == 1: return renamed(member, "const", values[0].content)
        case ("format", .string("byte")): return renamed(member, "contentEncoding", .string("base64"))
        default: return JSONMember(member.name, at: member.location, member.value.upgraded)
        }
    }

    private func renamed(_ member: JSONMember, _ name: String, _ content: Content) -> JSONMember {
        JSONMember(name, at: member.location, JSONNode(content, at: member.value.location))
    }

    fileprivate var text: String {
        switch content {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let lexeme): lexeme
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
                ? "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst() : String(scalar)
        }
        return "\"" + escaped.joined() + "\""
    }
}
