import SpecDiff
import SpecPipeline
import Testing

/// The changes of documents that changes of declarations are joined with.
@Suite struct DeclarationJoiningTests {
    private static let id = #"{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}"#
    private static let empty = #""responses": {"200": {"description": "Done"}}"#

    private static func operation(_ members: String) -> String {
        "\(members)\"parameters\": [\(id)], \(empty)"
    }

    private static func schemas(_ schemas: String) -> ClientReading {
        .operation(
            #"""
            "parameters": [\#(id)], "responses": {"200": {"description": "Done", "content": {"application/json":
             {"schema": {"$ref": "#/components/schemas/Thing"}}}}}
            """#, root: #""components": {"schemas": {\#(schemas)}}"#)
    }

    private static func thing(_ properties: String) -> ClientReading {
        schemas(#""Thing": {"type": "object", "properties": {\#(properties)}}"#)
    }

    /// `rule: effects`, without changes that have no declarations.
    private static func joined(_ report: APIComparison) -> [String] {
        report.changes.filter { !$0.declarations.isEmpty }.map { change in
            "\(change.rule): \(change.declarations.map { "\($0.name) \($0.level.word)" }.joined(separator: ", "))"
        }.sorted()
    }

    @Test func showsACaseWithItsOwnValue() {
        let report = APIComparison.of(
            Self.thing(#""state": {"type": "string", "enum": ["open", "done"]}"#),
            Self.thing(#""state": {"type": "string", "enum": ["open", "closed", "void"]}"#))
        #expect(
            Self.joined(report) == [
                "response-property-enum-value-added: Thing.State.closed warning",
                "response-property-enum-value-added: Thing.State.void warning",
                "response-property-enum-value-removed: Thing.State.done breaking",
            ])
    }

    @Test func tellsTheConcernsOfAnOperationApart() {
        let report = APIComparison.of(
            .operation(
                Self.operation(#""operationId": "find", "tags": ["a"], "#), root: #""security": [{"key": []}]"#),
            .operation(
                Self.operation(
                    #""operationId": "get", "deprecated": true, "x-kurus-effect": "read", "security": [], "tags": [], "#
                ), root: #""security": [{"key": []}]"#))
        let effects = Dictionary(
            report.changes.map { ($0.rule, $0.declarations.map(\.effect)) }, uniquingKeysWith: { $0 + $1 })
        #expect(effects.values.allSatisfy { $0.count <= 1 })
        #expect(effects["api-tag-removed"] == [])
        #expect(effects["api-operation-id-changed"]?.first?.hasPrefix("`find` is now `get`") == true)
        #expect(effects["api-effect-changed"]?.first?.contains("the effect is `read`") == true)
        #expect(effects["api-security-removed"]?.first?.contains("ask the signer for nothing") == true)
        #expect(effects["endpoint-deprecated"]?.first?.contains("deprecated") == true)
    }

    @Test func showsWhatTheSignerIsAskedWithTheSecurityOfTheDocument() {
        let report = APIComparison.of(
            .operation(Self.operation(""), root: #""security": [{"key": []}]"#),
            .operation(Self.operation(""), root: #""security": [{"key": []}, {}]"#))
        #expect(Self.joined(report) == ["api-global-security-added: TestClient.postThingsById(id:) warning"])
    }

    @Test func sparesABoundTheDeclarationsOfItsProperty() {
        let report = APIComparison.of(
            Self.thing(#""note": {"type": "string", "maxLength": 9}, "size": {"type": "string", "maxLength": 9}"#),
            Self.schemas(
                #"""
                "Thing": {"type": "object", "required": ["note"], "properties": {
                 "note": {"type": "string", "maxLength": 8}, "size": {"type": "integer", "maxLength": 8}}}
                """#))
        #expect(
            Self.joined(report) == [
                "response-property-became-required: Thing.note breaking",
                "response-property-type-changed: Thing.size breaking",
            ])
    }

    @Test func showsWhatAPartBringsWithThePart() {
        let part = ##""Part": {"type": "object", "properties": {"size": {"type": "integer"}}}, "##
        let thing = ##""Thing": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Part"}}"##
        let report = APIComparison.of(
            Self.schemas(part + thing + "}"),
            Self.schemas(part + thing + ##", "allOf": [{"$ref": "#/components/schemas/Part"}]}"##))
        #expect(Self.joined(report) == ["response-body-all-of-added: Thing.size info"])
    }

    @Test func leavesEachOperationWhatIsGoneFromIt() {
        func side(_ parameters: String) -> ClientReading {
            let operation = #"{"parameters": [\#(parameters)], \#(Self.empty)}"#
            return .document(
                #"""
                {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"},
                 "paths": {"/a": {"get": \#(operation)}, "/b": {"get": \#(operation)}},
                 "components": {"parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "string"}}}}}
                """#)
        }
        let report = APIComparison.of(side(##"{"$ref": "#/components/parameters/Page"}"##), side(""))
        let gone = report.changes.filter { $0.rule == "request-parameter-removed" }
        // One may be accepted, and the other not.
        #expect(gone.map(\.owner) == ["GET /a", "GET /b"])
        #expect(gone.map(\.operations) == [["GET /a"], ["GET /b"]])
        #expect(gone.map { $0.declarations.map(\.name) } == [["TestClient.getA(page:)"], ["TestClient.getB(page:)"]])
    }

    @Test func showsTheOrderOfRequirementsFirst() {
        let report = APIComparison.of(
            .operation(Self.operation(#""security": [{"key": []}, {"other": []}], "#)),
            .operation(Self.operation(#""security": [{"other": []}, {"key": []}], "#)))
        #expect(report.changes.map(\.isUrgent) == [true])
    }

    @Test func showsAnotherTypeWithTheTypeOnly() {
        let report = APIComparison.of(
            Self.thing(#""size": {"type": "object", "properties": {"width": {"type": "integer"}}}"#),
            Self.thing(#""size": {"type": "array", "items": {"type": "integer"}}"#))
        #expect(Self.joined(report) == ["response-property-type-changed: Thing.size breaking"])
    }

    @Test func showsAnOptionalResultWithTheComponentThatMayBeNull() {
        func side(_ members: String) -> ClientReading {
            let thing = ##""Thing": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}, "##
            return Self.schemas(thing + #""Part": {\#(members)}"#)
        }
        let part = #""type": "object", "properties": {"size": {"type": "integer"}}"#
        let report = APIComparison.of(side(part), side(part + #", "nullable": true"#))
        #expect(Self.joined(report) == ["response-property-became-nullable: Thing breaking"])
    }
}
