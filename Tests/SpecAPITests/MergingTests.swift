import SpecAPI
import SpecDiagnostics
import Testing

@Suite struct MergingTests {
    struct Case: CustomStringConvertible {
        let description: String
        let first: String
        let second: String
        let messages: [String]
    }

    private static let prose = [
        "warning: the prose of component `schemas/X` differs between pages; the first page's is used"
    ]
    private static let conflict = [
        "error: component `schemas/X` differs between pages; make them equal with an overlay, or choose one in "
            + #"kurus.json: "components": {"schemas/X": "<page>"}"#
    ]

    static let cases: [Case] = [
        Case(description: "equal ones", first: #"{"type": "string"}"#, second: #"{"type":"string"}"#, messages: []),
        Case(
            description: "members in another order", first: #"{"type": "string", "maxLength": 2}"#,
            second: #"{"maxLength": 2, "type": "string"}"#, messages: []),
        Case(
            description: "required in another order",
            first: #"{"required": ["a", "b"], "properties": {"a": {}, "b": {}}}"#,
            second: #"{"required": ["b", "a"], "properties": {"b": {}, "a": {}}}"#, messages: []),
        Case(
            description: "another description", first: #"{"type": "string", "description": "One."}"#,
            second: #"{"type": "string", "description": "Two."}"#, messages: prose),
        Case(
            description: "a description more", first: #"{"type": "string"}"#,
            second: #"{"type": "string", "title": "T", "example": "x"}"#, messages: prose),
        Case(
            description: "another type of a property named description",
            first: #"{"properties": {"description": {"type": "string"}}}"#,
            second: #"{"properties": {"description": {"type": "integer"}}}"#, messages: conflict),
        Case(
            description: "a property named title more", first: #"{"properties": {"a": {}}}"#,
            second: #"{"properties": {"a": {}, "title": {}}}"#, messages: conflict),
        Case(
            description: "another order of values", first: #"{"type": "string", "enum": ["a", "b"]}"#,
            second: #"{"type": "string", "enum": ["b", "a"]}"#, messages: conflict),
        Case(
            description: "another type after other prose", first: #"{"description": "One.", "type": "string"}"#,
            second: #"{"description": "Two.", "type": "integer"}"#, messages: conflict),
    ]

    @Test(arguments: cases)
    func mergesComponentsOfPages(_ example: Case) throws {
        let documents = [example.first, example.second].map {
            ResolvedAPI.document(components: #"{"schemas": {"X": \#($0)}}"#)
        }
        #expect(try ResolvedAPI(documents).messages == example.messages)
    }

    /// Pages of one API in 3.0 and in 3.1.
    @Test(arguments: [
        (#"{"type": "string", "nullable": true}"#, #"{"type": ["string", "null"]}"#, true),
        (
            #"{"type": "number", "minimum": 0, "exclusiveMinimum": true}"#,
            #"{"type": "number", "exclusiveMinimum": 0}"#, true
        ),
        (#"{"type": "string", "enum": ["a"]}"#, #"{"type": "string", "const": "a"}"#, true),
        (#"{"type": "string", "format": "byte"}"#, #"{"type": "string", "contentEncoding": "base64"}"#, true),
        (#"{"type": "string"}"#, #"{"type": ["string", "null"]}"#, false),
    ])
    func mergesPagesOfBothVersions(_ old: String, _ new: String, _ areSame: Bool) throws {
        let documents = [("3.0.3", old), ("3.1.0", new)].map { version, schema in
            ResolvedAPI.document(
                paths: ##"""
                    {"/x": {"get": {"responses": {"200": {"description": "Done", "content": {"application/json": {
                     "schema": {"type": "array", "items": \##(schema)}}}}}}}}
                    """##, components: #"{"schemas": {"X": \#(schema)}}"#, version: version)
        }
        let resolved = try ResolvedAPI(documents)
        let conflicts = ["error: `GET /x` is described in two ways; make them equal, or leave one out, with an overlay"]
        #expect(resolved.messages == (areSame ? [] : conflicts + Self.conflict))
        #expect(resolved.api.operations.count == 1)
    }

    @Test func takesTheProseOfTheFirstPage() throws {
        let documents = ["One.", "Two."].map {
            ResolvedAPI.document(components: #"{"schemas": {"X": {"type": "string", "description": "\#($0)"}}}"#)
        }
        #expect(try ResolvedAPI(documents).api.schema(named: "X")?.description == "One.")
    }

    @Test(arguments: [("1.json", "String"), ("2.json", "Int")])
    func takesThePageThatIsChosen(_ page: String, _ shape: String) throws {
        let documents = ["string", "integer"].map {
            ResolvedAPI.document(components: #"{"schemas": {"X": {"type": "\#($0)"}}}"#)
        }
        let resolved = try ResolvedAPI(documents, options: ResolveOptions(preferredPages: ["schemas/X": page]))
        #expect(resolved.messages.isEmpty)
        #expect(try resolved.shape(of: "X") == shape)
    }

    @Test func readsTypesOfTheTable() throws {
        let text = ResolvedAPI.document(
            components:
                #"{"schemas": {"X": {"type": "money"}, "Y": {"type": "string", "format": "money"}, "Z": {"type": "string"}}}"#
        )
        let resolved = try ResolvedAPI(
            [text], options: ResolveOptions(types: ["money": .decimal, "string/money": .decimalString]))
        #expect(resolved.messages.isEmpty)
        #expect(try ["X", "Y", "Z"].map { try resolved.shape(of: $0) } == ["Decimal", "DecimalText", "String"])
    }
}
