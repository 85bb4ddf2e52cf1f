import SpecDiagnostics
import SpecTestSupport
import Testing
@testable import SpecDiff

struct SchemaPlaceTests {
    /// Base and revision with their changed words marked, and the message of the change.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let base: String
        let revision: String
        let message: String

        init(_ name: String, _ base: String, _ revision: String, _ message: String) {
            testDescription = name
            self.base = base
            self.revision = revision
            self.message = message
        }
    }

    static let cases = [
        Case(
            "another type", #"{"properties": {"a": {"type": ▲"string"}}}"#,
            #"{"properties": {"a": {"type": ▲"integer"}}}"#,
            "property `a` of the value is integer instead of string"),
        Case(
            "a new field", #"{"properties": {▲"a": {"type": "string"}}}"#,
            #"{"properties": {"a": {"type": "string", "maxLength": ▲3}}}"#,
            "`maxLength` of property `a` of the value is 3"),
        Case(
            "a value of an enumeration", #"{"items": {"enum": ▲["a"]}}"#, #"{"items": {"enum": ["a", ▲"b"]}}"#,
            "each element of the value may be `b`"),
        Case(
            "a property", #"{"properties": {"a": {}, ▲"b": {}}}"#, #"{▲"properties": {"a": {}}}"#,
            "optional property `b` of the value is gone"),
        Case(
            "a required name", #"{"properties": {"a": {}}, "required": [▲"a"]}"#,
            #"{"properties": {▲"a": {}}}"#, "property `a` of the value is optional now"),
        Case(
            "another required name", #"{"properties": {"a": {}, "b": {}}, "required": ▲["b"]}"#,
            #"{"properties": {"a": {}, "b": {}}, "required": [▲"a", "b"]}"#,
            "property `a` of the value is required now"),
        Case(
            "something far inside", #"{"properties": {"a": {"items": {"properties": {"b": {"minimum": ▲1}}}}}}"#,
            #"{"properties": {"a": {"items": {"properties": {"b": {"minimum": ▲2}}}}}}"#,
            "`minimum` of property `a[].b` of the value is 2"),
        Case(
            "additional properties", #"{"additionalProperties": {"nullable": ▲true}}"#,
            #"{"additionalProperties": {"nullable": ▲false}}"#,
            "each additional property of the value may no longer be null"),
        Case(
            "an alternative", #"{"oneOf": [{"title": "A", "multipleOf": ▲2}, {"title": "B"}]}"#,
            #"{"oneOf": [{"title": "B"}, {"title": "A", "multipleOf": ▲3}]}"#,
            "`oneOf[1]` of the value is a multiple of 3 now"),
        Case(
            "sets of properties", #"{"anyOf": ▲[{"required": ["a"]}, {"required": ["b", "c"]}]}"#,
            #"▲{"description": "Anything"}"#,
            "the value need not have `a`, or `b` and `c` any more"),
        Case(
            "an unknown field", #"{"x-a": {"b": [1, ▲2]}}"#, #"{"x-a": {"b": [1, ▲3]}}"#,
            "field `x-a.b[1]` of the value changed"),
    ]

    @Test(arguments: cases)
    func showsTheWordsThatDiffer(_ example: Case) throws {
        let base = MarkedText(example.base)
        let revision = MarkedText(example.revision)
        let comparison = try ComparedSchemas(base.text, revision.text)
        let change = try #require(comparison.changes.first)
        #expect(comparison.changes.count == 1)
        #expect(change.message == example.message)
        let start = ComparedSchemas.offset
        #expect(change.base.map { $0.location.offset - start } == base.offsets.first)
        #expect(change.revision.map { $0.location.offset - start } == revision.offsets.first)
    }

    @Test func saysThatAnUnrecognizedValueGetsACase() throws {
        let comparison = try ComparedSchemas(#"{"enum": ["A"]}"#, #"{"enum": ["A", "B"]}"#, .responseProperty)
        #expect(
            comparison.changes.map(\.notes) == [
                ["code that matched `.unrecognized(\"B\")` stops matching: the value has a case of its own"]
            ])
    }

    @Test func breaksNothingByTheDefaultOfARequiredParameter() throws {
        let comparison = try ComparedSchemas("{}", #"{"default": 1}"#, .requestParameter, isRequired: true)
        #expect(comparison.verdicts == ["request-required-parameter-default-value-added info"])
    }

    @Test func comparesWhatComponentsBecame() throws {
        let comparison = try ComparedSchemas(
            ##"{"$ref": "#/components/schemas/A"}"##, ##"{"$ref": "#/components/schemas/A"}"##, .responseBody,
            components: #"{"A": {"properties": {"a": {"type": "integer"}}}}"#,
            revisedComponents: #"{"A": {"properties": {"a": {"type": "string"}}}}"#)
        #expect(comparison.changes.map(\.subject) == ["property `a` of `A`"])
        #expect(comparison.changes.map(\.operations) == [["GET /values"]])
    }
}
